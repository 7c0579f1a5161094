// In: an SVG's root element with plain styles. Out: its painted shapes, flat, in viewBox units; their clips.
// A depth-first walk that hands down what place.ts finds; `use`, markers, hard shadows are walked in place.
import { shapesOf, type HandedDown } from './shapes-of.ts';
import { Clips } from './clip.ts';
import { copiesDrawn } from './hard-shadows.ts';
import { readFigmaGradient, type FigmaGradient } from './figma-gradient.ts';
import { isFramed, outline, parseLength } from './basic-shapes.ts';
import { DEEPEST_USE, drawsNothing } from './box-of.ts';
import { knownOf, type KnownElements } from './known.ts';
import { markersOf, withContext } from './markers.ts';
import { wearInMasks } from './mask-gradients.ts';
import { gradientWorn, imageIn, spreadPaints } from './own-paint.ts';
import { withPathLength } from './paint.ts';
import { fadedAsOne, placeOf, rootPlace, type Context } from './place.ts';
import type { Paint, Shape } from './shape.ts';
import { rootGroup } from './root-group.ts';
import type { Note } from '../picture.ts';
import type { Box } from '../sketch.ts';
import { INITIAL, aroundMarkers, type Style } from './style.ts';
import type { Element } from './xml.ts';

// Beyond this no stage after it could finish in a reasonable time, and no picture could show it.
export const MOST_SHAPES = 100_000;

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
    this.#element(rootGroup(root, this.#box), place);
    return this.#shapes;
  }

  /** `use`: that it is shown by; null: it stands there itself. */
  #element(element: Element, outer: HandedDown, use: Element | null = null): void {
    if (this.#shapes.length > MOST_SHAPES) return;
    if (drawsNothing(element) && !(use && element.tag === 'symbol')) return;
    if (element.attributes['data-figma-skip-parse'] === 'true') {
      this.#gradient = readFigmaGradient(element, this.#known.ids);
      return;
    }
    const place = placeOf(element, outer, this.#context, use);
    if (!place) return;
    for (const copy of copiesDrawn(place, this.#known.ids)) this.#body(element, copy);
  }

  #body(element: Element, place: HandedDown): void {
    switch (element.tag) {
      case 'g':
      case 'a':
      case 'switch':
      case 'svg':
      case 'symbol':
        for (const child of element.children) this.#element(child, place);
        return;
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
    const markers = place.uses < DEEPEST_USE ? markersOf(element, d, place.style, this.#known) : [];
    const whole = markers.length > 0 ? fadedAsOne(place, this.#context) : place;
    const dashed = { ...whole, style: withPathLength(place.style, d, attributes['pathLength']) };
    const there = { ...whole, style: INITIAL, uses: place.uses + 1 };
    const [before, behind] = markers.length > 0 ? aroundMarkers(dashed.style) : [dashed.style, null];
    const framed = isFramed(element);
    const paint = (style: Style): void =>
      this.#shape(d, { ...dashed, style }, behind && style['fill'] === 'none' ? null : worn, framed);
    if (before) paint(before);
    for (const marker of markers) this.#element(marker, there);
    if (behind) paint(behind);
  }

  #image(element: Element, place: HandedDown): void {
    const image = imageIn(element, place);
    if (image) this.#shape(image.frame, place, image.paint);
    else if (element.attributes['href']) this.notes.add('image-left-out');
  }

  #use(element: Element, place: HandedDown): void {
    const target = this.#known.ids.get((element.attributes['href'] ?? '').replace(/^#/, ''));
    if (!target || place.uses >= DEEPEST_USE) return;
    const there = { ...place, uses: place.uses + 1 };
    this.#element(this.#known.contexts ? withContext(target, place.style) : target, there, element);
  }

  #shape(source: string, place: HandedDown, paint: Paint | null, framed = false): void {
    const { ids, layer } = this.#context;
    const surroundings = { ids, box: this.#box, perPixel: this.#perPixel, layer };
    const spread = (shape: Shape): Shape => spreadPaints(shape, ids, this.patterns);
    this.#shapes.push(...shapesOf({ source, paint, framed }, place, surroundings).map(spread));
  }
}
