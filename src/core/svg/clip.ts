// In: references to clip paths and masks, with their coordinates. Out: copies in drawing coordinates.
import { outline, rect } from './basic-shapes.ts';
import { cutBy } from './css-clips.ts';
import { isWhite, maskMarkup, type Inherited, type MaskMode, type Written } from './mask.ts';
import { cuttingRegion, type Masked } from './mask-region.ts';
import { contains, grown } from '../image/grid.ts';
import type { Ids } from './paint.ts';
import type { Box } from '../sketch.ts';
import { transformed, polylines } from './path.ts';
import { measure } from './polyline.ts';
import { INITIAL, reference, styleOf } from './style.ts';
import { after, parseTransform, type Matrix } from './transform.ts';
import { writeXml, type Element } from './xml.ts';

/** Coordinates in which a length is itself. */
const UNIT: Box = { x: 0, y: 0, width: 1, height: 1 };
/** Of its box, a rectangle covers so much; with rounder corners it is none. */
const SQUARE = 0.97;
/** And so much where it has no round corners at all. */
const SHARP = 0.9999;
/** A clip by a clip by … deeper than this is a circle. */
const DEEPEST = 8;

/** Collects the clips of one drawing; each pair of element and matrix is written once. */
export class Clips {
  /** By attribute, the box of each clip that is one rectangle, its corners at most a little round. */
  readonly boxes = new Map<string, Box>();
  readonly #known = new Map<string, string>();
  readonly #written: string[] = [];
  readonly #crisp: string[] = [];
  readonly #ids: Ids;
  readonly #box: Box;

  readonly #inherited: ReadonlyMap<Element, Inherited>;

  /** `inherited`: by mask. */
  constructor(ids: Ids, box: Box, inherited: ReadonlyMap<Element, Inherited>) {
    this.#ids = ids;
    this.#box = box;
    this.#inherited = inherited;
  }

  get markup(): string {
    return this.#written.join('');
  }

  /** The same for pages where every pixel is one number: masks are all or nothing. */
  get crisp(): string {
    return this.#crisp.join('');
  }

  /**
   * The attribute for a group that clips by `id` in coordinates `matrix`; null when it would cut nothing off.
   */
  clip(id: string, matrix: Matrix, ownBox: () => Box | null, depth = 0): string | null {
    const element = this.#ids.get(id);
    if (element?.tag !== 'clipPath') return null;
    const units = element.attributes['clipPathUnits'] === 'objectBoundingBox' ? ownBox() : UNIT;
    if (!units) return null;
    const place: Matrix = [units.width, 0, 0, units.height, units.x, units.y];
    const all = after(after(matrix, parseTransform(element.attributes['transform'])), place);
    // What clips the clip lies where the clipped element does, not where the clip is moved.
    const further = depth < DEEPEST ? reference(styleOf(element, INITIAL)['clip-path']) : null;
    const cut = further === null ? null : this.clip(further, matrix, ownBox, depth + 1);
    if (this.#holdsAll(element, all)) return cut;
    const { clipPathUnits: _, ...attributes } = element.attributes;
    if (further !== null) cutBy(cut, attributes);
    const transform = `matrix(${all.join(' ')})`;
    const attribute = this.#once('clip-path', `${id} ${all.join(' ')} ${cut}`, (name) =>
      writeXml({ ...element, attributes: { ...attributes, transform, id: name } }),
    );
    const found = cut === null ? this.#rectangle(element, all) : null;
    if (found) this.boxes.set(attribute, found.box);
    return attribute;
  }

  /** The same; a mask that is one white rectangle is how many a tool writes a frame's clip. */
  mask(id: string, matrix: Matrix, masked: Masked, mode: MaskMode | null): string | null {
    const element = this.#ids.get(id);
    if (element?.tag !== 'mask') return null;
    const units = element.attributes['maskContentUnits'] === 'objectBoundingBox' ? masked.box() : UNIT;
    if (!units) return null;
    const all = after(matrix, [units.width, 0, 0, units.height, units.x, units.y]);
    const region = cuttingRegion(element, this.#box, masked);
    const white = region === null && isWhite(element);
    if (white && this.#holdsAll(element, all)) return null;
    const cut = region && this.window(region, matrix);
    const attribute = this.#once('mask', `${id} ${all.join(' ')} ${cut} ${mode}`, (name) => {
      const of = { element, matrix: all, inherited: this.#inherited.get(element) ?? {}, cut, mode };
      return maskMarkup(name, of, this.#box);
    });
    const found = white ? this.#rectangle(element, all) : null;
    if (found) this.boxes.set(attribute, found.box);
    return attribute;
  }

  /** A filter that changes colours alone: over all of the drawing, whatever its region says. */
  filter(element: Element): string {
    const { x, y, width, height } = this.#box;
    const region = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` };
    return this.#once('filter', element.attributes['id'] ?? '', (name) => {
      const attributes = { ...element.attributes, filterUnits: 'userSpaceOnUse', ...region, id: name };
      return writeXml({ ...element, attributes });
    });
  }

  /** The viewport of a nested svg. */
  window(box: Box, matrix: Matrix): string {
    const d = transformed(rect(box), matrix);
    return this.#once('clip-path', d, (name) => `<clipPath id="${name}"><path d="${d}"/></clipPath>`);
  }

  /** `what`: all that the element depends on; it is written when it is met first. */
  #once(attribute: string, what: string, write: (name: string) => string | Written): string {
    const key = `${attribute} ${what}`;
    let name = this.#known.get(key);
    if (name === undefined) {
      name = `clip-${this.#known.size}-of-realize`;
      this.#known.set(key, name);
      const made = write(name);
      const { plain, crisp } = typeof made === 'string' ? { plain: made, crisp: made } : made;
      this.#written.push(plain);
      this.#crisp.push(crisp);
    }
    return `${attribute}="url(#${name})"`;
  }

  /** Of a clip that is one rectangle along the axes, be it written as a path; null for any other. */
  #rectangle(element: Element, matrix: Matrix): { box: Box; sharp: boolean } | null {
    const only = element.children.length === 1 ? element.children[0] : undefined;
    if (!only || !/^(?:rect|path)$/.test(only.tag) || matrix[1] !== 0 || matrix[2] !== 0) return null;
    const d = outline(only, this.#box.width, this.#box.height);
    if (d === null) return null;
    const size = measure(
      polylines(transformed(d, after(matrix, parseTransform(only.attributes['transform'])))),
    );
    if (!size || size.area < SQUARE * size.box.width * size.box.height) return null;
    return { box: size.box, sharp: size.area >= SHARP * size.box.width * size.box.height };
  }

  /**
   * Figma clips every frame by a rectangle of the frame's own size: that one cuts nothing and costs a layer.
   */
  #holdsAll(element: Element, matrix: Matrix): boolean {
    const found = this.#rectangle(element, matrix);
    const slack = 1e-3 * Math.max(this.#box.width, this.#box.height);
    return found !== null && found.sharp && contains(grown(found.box, slack), this.#box);
  }
}
