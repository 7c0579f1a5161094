// In: an SVG's root element with plain styles. Out: its painted shapes, flat, in viewBox units; their clips.
// A depth-first walk that hands down what place.ts finds; `use`, markers, hard shadows are walked in place.
import { shapesOf, type HandedDown } from './shapes-of.ts';
import { Clips } from './clip.ts';
import { copiesDrawn } from './hard-shadows.ts';
import { readFigmaGradient, type FigmaGradient } from './figma-gradient.ts';
import { parseLength, outline } from './basic-shapes.ts';
import { knownOf, type KnownElements } from './known.ts';
import { markersOf } from './markers.ts';
import { wearInMasks } from './mask-gradients.ts';
import { gradientWorn, imageIn } from './own-paint.ts';
import { withPathLength } from './paint.ts';
import { placeOf, rootPlace, type Context } from './place.ts';
import type { Paint, Shape } from './shape.ts';
import type { Note } from '../picture.ts';
import type { Box } from '../sketch.ts';
import { INITIAL, aroundMarkers, type Style } from './style.ts';
import { after } from './transform.ts';
import { fitted } from './viewbox.ts';
import type { Element } from './xml.ts';

// Beyond this no stage after it could finish in a reasonable time, and no picture could show it.
export const MOST_SHAPES = 100_000;
// use → use → … deeper than this is a circle.
const DEEPEST_USE = 16;
const DRAWS_NOTHING =
  /^(defs|symbol|clipPath|mask|pattern|marker|style|title|desc|metadata|foreignObject|script|.*Gradient|filter)$/;

export class Reader {
  readonly notes = new Set<Note>();
  readonly clips: Clips;
  readonly #known: KnownElements;
  readonly #shapes: Shape[] = [];
  readonly #box: Box;
  /** Drawing units a pixel of the picture at its own size. */
  readonly #perPixel: number;
  readonly #context: Context;
  /** Of the skip-parse group right before, for the shape that wears it. */
  #gradient: FigmaGradient | null = null;
  /** Patterns for Figma's gradients, as markup. */
  readonly patterns: string[] = [];
  /** Of groups that look as one. */
  #layers = 0;

  constructor(root: Element, box: Box) {
    this.#box = box;
    this.#perPixel = box.width / (parseLength(root.attributes['width'], box.width) ?? box.width);
    this.#known = knownOf(root);
    const { ids, inherited, blends } = this.#known;
    wearInMasks(this.#known, box, this.patterns);
    this.clips = new Clips(ids, box, inherited);
    const layer = (attribute: string): string => `${attribute} data-layer="${this.#layers++}"`;
    this.#context = { ids, clips: this.clips, blends, layer };
  }

  read(root: Element): Shape[] {
    const place = rootPlace(root, this.#box, this.#context);
    for (const child of root.children) this.#element(child, place);
    return this.#shapes;
  }

  #element(element: Element, outer: HandedDown): void {
    if (this.#shapes.length > MOST_SHAPES) return;
    const { tag, attributes } = element;
    if (DRAWS_NOTHING.test(tag)) return;
    if (attributes['data-figma-skip-parse'] === 'true') {
      this.#gradient = readFigmaGradient(element, this.#known.ids);
      return;
    }
    const place = placeOf(element, outer, this.#context);
    if (!place) return;
    for (const copy of copiesDrawn(place, this.#known.ids)) this.#body(element, copy);
  }

  #body(element: Element, place: HandedDown): void {
    switch (element.tag) {
      case 'g':
      case 'a':
      case 'switch':
        for (const child of element.children) this.#element(child, place);
        return;
      case 'svg':
        return this.#nested(element, place, null);
      case 'use':
        return this.#use(element, place);
      case 'text':
        this.notes.add('text-not-outlined');
        return;
      case 'image':
        return this.#image(element, place);
      default:
        return this.#outlined(element, place);
    }
  }

  #outlined(element: Element, place: HandedDown): void {
    const { attributes } = element;
    const d = outline(element, place.across, place.down);
    if (d === null) return;
    const gradient = attributes['data-figma-gradient-fill'] === undefined ? null : this.#gradient;
    const worn = gradient && gradientWorn(gradient, element, place, this.patterns);
    const dashed = { ...place, style: withPathLength(place.style, d, attributes['pathLength']) };
    const markers = place.uses < DEEPEST_USE ? markersOf(element, d, place.style, this.#known) : [];
    const there = { ...place, style: INITIAL, uses: place.uses + 1 };
    const [before, behind] = markers.length > 0 ? aroundMarkers(dashed.style) : [dashed.style, null];
    const paint = (style: Style): void =>
      this.#shape(d, { ...dashed, style }, behind && style['fill'] === 'none' ? null : worn);
    if (before) paint(before);
    for (const marker of markers) this.#element(marker, there);
    if (behind) paint(behind);
  }

  #image(element: Element, place: HandedDown): void {
    const image = imageIn(element, place);
    if (image) this.#shape(image.frame, place, image.paint);
  }

  #use(element: Element, place: HandedDown): void {
    const target = this.#known.ids.get((element.attributes['href'] ?? '').replace(/^#/, ''));
    if (!target || place.uses >= DEEPEST_USE) return;
    const x = parseLength(element.attributes['x'], place.across) ?? 0;
    const y = parseLength(element.attributes['y'], place.down) ?? 0;
    const there = { ...place, matrix: after(place.matrix, [1, 0, 0, 1, x, y]), uses: place.uses + 1 };
    if (target.tag === 'symbol' || target.tag === 'svg') this.#nested(target, there, element);
    else this.#element(target, there);
  }

  /** An svg within the svg, or a symbol; `use` may give it its size. */
  #nested(element: Element, place: HandedDown, use: Element | null): void {
    const of = (name: string, full: number): number | null =>
      parseLength(use?.attributes[name], full) ?? parseLength(element.attributes[name], full);
    const x = parseLength(element.attributes['x'], place.across) ?? 0;
    const y = parseLength(element.attributes['y'], place.down) ?? 0;
    const width = of('width', place.across) ?? place.across;
    const height = of('height', place.down) ?? place.down;
    if (!(width > 0 && height > 0)) return;
    const port = { x, y, width, height };
    const { matrix, inner } = fitted(element, port);
    const open = /visible|auto/.test(element.attributes['overflow'] ?? '');
    const within = open ? place.within : [...place.within, this.clips.window(port, place.matrix)];
    const next = {
      ...place,
      within,
      matrix: after(place.matrix, matrix),
      across: inner.width,
      down: inner.height,
    };
    for (const child of element.children) this.#element(child, next);
  }

  #shape(source: string, place: HandedDown, paint: Paint | null): void {
    const { ids, layer } = this.#context;
    const surroundings = { ids, box: this.#box, perPixel: this.#perPixel, layer };
    this.#shapes.push(...shapesOf({ source, paint }, place, surroundings));
  }
}
