// In: an SVG's root element with plain styles. Out: its painted shapes, flat, in viewBox units; the clips they need.
// A depth-first walk that hands down matrix, style, opacity, names and clips; `use` is walked in place.
import { shapesOf, type Place, type Surroundings } from './shapes-of.ts';
import { Clips } from './clip.ts';
import { inheritedBy, type Inherited } from './mask.ts';
import { boxOf } from './box-of.ts';
import { blendOf, blurOf, castsShadow, recolours } from './effects.ts';
import { meanOf, patternOf, readFigmaGradient, type FigmaGradient } from './figma-gradient.ts';
import { length, outline, rect } from './basic-shapes.ts';
import { layerNameOf } from './layer-name.ts';
import { withPathLength } from './paint.ts';
import { BLEND, FADE, FILTER, ISOLATE, type Paint, type Shape } from './shape.ts';
import type { Note } from '../picture.ts';
import type { Box } from '../sketch.ts';
import { INITIAL, opacityOf, reference, styleOf, type Style } from './style.ts';
import { after, IDENTITY, parseTransform, scaleOf } from './transform.ts';
import { fitted } from './viewbox.ts';
import { writeXml, type Element } from './xml.ts';

// Beyond this no stage after it could finish in a reasonable time, and no picture could show it.
export const MOST_SHAPES = 100_000;
// use → use → … deeper than this is a circle.
const DEEPEST_USE = 16;

export class Reader {
  readonly notes = new Set<Note>();
  readonly clips: Clips;
  readonly #ids = new Map<string, Element>();
  readonly #shapes: Shape[] = [];
  readonly #box: Box;
  readonly #surroundings: Surroundings;
  /** Of the skip-parse group right before, for the shape that wears it. */
  #gradient: FigmaGradient | null = null;
  /** Patterns for Figma's gradients, as markup. */
  readonly patterns: string[] = [];
  /** Of groups that look as one; a number of its own keeps two in a row apart. */
  #layers = 0;
  /** Whether anything is blended at all. */
  #blends = false;

  constructor(root: Element, box: Box) {
    this.#box = box;
    const perPixel = box.width / (length(root.attributes['width'], box.width) ?? box.width);
    this.#surroundings = { ids: this.#ids, box, perPixel, layer: (attribute) => this.#layer(attribute) };
    const inherited = new Map<Element, Inherited>();
    const walk = (element: Element, above: Inherited): void => {
      if (element.tag === 'mask') inherited.set(element, above);
      const id = element.attributes['id'];
      if (id !== undefined && !this.#ids.has(id)) this.#ids.set(id, element);
      if (element.attributes['style']?.includes('mix-blend-mode')) this.#blends = true;
      const own = { ...above, ...inheritedBy(element) };
      for (const child of element.children) walk(child, own);
    };
    walk(root, {});
    this.clips = new Clips(this.#ids, box, inherited);
  }

  read(root: Element): Shape[] {
    const style = styleOf(root, INITIAL);
    const { width: across, height: down } = this.#box;
    const opacity = opacityOf(style['opacity']);
    const place: Place = {
      matrix: IDENTITY,
      style,
      opacity,
      veil: 1,
      names: [],
      named: false,
      within: opacity < 1 ? [this.#layer(`${FADE}${opacity}"`)] : [],
      blur: blurOf(style, this.#ids),
      shadow: castsShadow(style, this.#ids),
      across,
      down,
      uses: 0,
    };
    for (const child of root.children) this.#element(child, place);
    return this.#shapes;
  }

  #element(element: Element, outer: Place): void {
    if (this.#shapes.length > MOST_SHAPES) return;
    const { tag, attributes } = element;
    if (
      /^(defs|symbol|clipPath|mask|pattern|marker|style|title|desc|metadata|foreignObject|script|.*Gradient|filter)$/.test(
        tag,
      )
    )
      return;
    if (attributes['data-figma-skip-parse'] === 'true') {
      this.#gradient = readFigmaGradient(element, this.#ids);
      return;
    }
    const style = styleOf(element, outer.style);
    if (style['display'] === 'none') return;
    const opacity = outer.opacity * opacityOf(style['opacity']);
    if (opacity <= 0) return;
    const matrix = after(outer.matrix, parseTransform(attributes['transform']));
    const written = attributes['data-name'] ?? attributes['label'] ?? attributes['id'];
    const name = written === undefined ? undefined : layerNameOf(written);
    const names = name === undefined ? outer.names : [...outer.names, name];
    const within = [...outer.within];
    const blend = blendOf(style);
    // A number of its own keeps two blended layers in a row two groups.
    if (blend) within.push(this.#layer(`${BLEND}${blend}"`));
    let veil = outer.veil * opacityOf(style['opacity']);
    if (isGroup(element)) {
      if (veil < 1) within.push(this.#layer(`${FADE}${veil}"`));
      else if (this.#blends && isIsolated(style)) within.push(this.#layer(`${ISOLATE}isolate"`));
      veil = 1;
    }
    const clip = reference(style['clip-path']);
    const mask = reference(style['mask']);
    const own = (): Box | null => boxOf(element, place.across, place.down);
    const blur = Math.max(outer.blur, blurOf(style, this.#ids) * scaleOf(matrix));
    const shadow = outer.shadow || castsShadow(style, this.#ids);
    const place: Place = {
      ...outer,
      matrix,
      style,
      opacity,
      veil,
      names,
      named: name !== undefined,
      within,
      blur,
      shadow,
    };
    for (const cut of [
      clip && this.clips.clip(clip, matrix, own),
      mask && this.clips.mask(mask, matrix, own),
    ])
      if (cut) within.push(cut);
    const dye = recolours(style, this.#ids);
    if (dye) within.push(this.#layer(typeof dye === 'string' ? `${FILTER}${dye}"` : this.clips.filter(dye)));
    switch (tag) {
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
      default: {
        const d = outline(element, place.across, place.down);
        const gradient = attributes['data-figma-gradient-fill'] === undefined ? null : this.#gradient;
        if (d === null) return;
        const dashed = { ...place, style: withPathLength(style, d, attributes['pathLength']) };
        this.#shape(d, dashed, null, gradient && this.#worn(gradient, element, place));
      }
    }
  }

  #layer(attribute: string): string {
    return `${attribute} data-layer="${this.#layers++}"`;
  }

  #use(element: Element, place: Place): void {
    const target = this.#ids.get((element.attributes['href'] ?? '').replace(/^#/, ''));
    if (!target || place.uses >= DEEPEST_USE) return;
    const x = length(element.attributes['x'], place.across) ?? 0;
    const y = length(element.attributes['y'], place.down) ?? 0;
    const there = { ...place, matrix: after(place.matrix, [1, 0, 0, 1, x, y]), uses: place.uses + 1 };
    if (target.tag === 'symbol' || target.tag === 'svg') this.#nested(target, there, element);
    else this.#element(target, there);
  }

  /** An svg within the svg, or a symbol; `use` may give it its size. */
  #nested(element: Element, place: Place, use: Element | null): void {
    const of = (name: string, full: number): number | null =>
      length(use?.attributes[name], full) ?? length(element.attributes[name], full);
    const x = element.tag === 'svg' ? (length(element.attributes['x'], place.across) ?? 0) : 0;
    const y = element.tag === 'svg' ? (length(element.attributes['y'], place.down) ?? 0) : 0;
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

  #image(element: Element, place: Place): void {
    const a = element.attributes;
    const [x, y] = [length(a['x'], place.across) ?? 0, length(a['y'], place.down) ?? 0];
    const [w, h] = [length(a['width'], place.across) ?? 0, length(a['height'], place.down) ?? 0];
    if (!(w > 0 && h > 0) || !/^data:/.test(a['href'] ?? '')) return;
    const { transform: _, ...rest } = a;
    const markup = writeXml({
      ...element,
      attributes: { ...rest, transform: `matrix(${place.matrix.join(' ')})` },
    });
    this.#shape(rect({ x, y, width: w, height: h }), place, markup);
  }

  /** `within` the shape's own coordinates the gradient becomes a pattern. */
  #worn(gradient: FigmaGradient, element: Element, place: Place): Paint | null {
    const box = boxOf(
      { ...element, attributes: { ...element.attributes, transform: '' } },
      place.across,
      place.down,
    );
    if (!box || box.width === 0 || box.height === 0) return null;
    const id = `figma-gradient-${this.patterns.length}-of-realize`;
    this.patterns.push(patternOf(gradient, id, box, parseTransform(element.attributes['transform'])));
    const least = Math.min(...gradient.stops.map(({ colour }) => colour.alpha)) * gradient.opacity;
    return { kind: 'drawn', id, opacity: 1, mean: meanOf(gradient), least, image: false };
  }

  #shape(source: string, place: Place, image: string | null, worn: Paint | null = null): void {
    const paint = worn ?? (image === null ? null : ({ kind: 'image', markup: image } as const));
    this.#shapes.push(...shapesOf({ source, paint }, place, this.#surroundings));
  }
}

/** Whether several shapes may be drawn in it that fade or blend as one. */
function isGroup({ tag, children }: Element): boolean {
  if (tag === 'use' || tag === 'svg') return true;
  if (tag !== 'g' && tag !== 'a' && tag !== 'switch') return false;
  return children.length > 1 || children.some(isGroup);
}

/** Whether what is blended in it is kept from what lies below: what clips and masks do as well. */
function isIsolated(style: Style): boolean {
  return style['isolation'] === 'isolate' || (style['filter'] ?? 'none') !== 'none';
}
