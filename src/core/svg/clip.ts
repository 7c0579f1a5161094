// In: references to clip paths and masks with the coordinates they are used in. Out: copies in drawing coordinates.
import { rect } from './basic-shapes.ts';
import type { Ids } from './paint.ts';
import type { Box } from '../sketch.ts';
import { measure, moved, polylines } from './path.ts';
import { outline } from './basic-shapes.ts';
import { after, parseTransform, type Matrix } from './transform.ts';
import { writeXml, type Element } from './xml.ts';

/** Collects the clips of one drawing; each pair of element and matrix is written once. */
export class Clips {
  readonly #known = new Map<string, string>();
  readonly #written: string[] = [];
  readonly #ids: Ids;
  readonly #box: Box;

  constructor(ids: Ids, box: Box) {
    this.#ids = ids;
    this.#box = box;
  }

  get markup(): string {
    return this.#written.join('');
  }

  /** The attribute for a group that clips by `id` in coordinates `matrix`; null when it would cut nothing off. */
  clip(id: string, matrix: Matrix): string | null {
    const element = this.#ids.get(id);
    if (element?.tag !== 'clipPath' || element.attributes['clipPathUnits'] === 'objectBoundingBox')
      return null;
    const all = after(matrix, parseTransform(element.attributes['transform']));
    if (this.#holdsAll(element, all)) return null;
    const attributes = { ...element.attributes, transform: `matrix(${all.join(' ')})` };
    return this.#once('clip-path', id, all, (name) =>
      writeXml({ ...element, attributes: { ...attributes, id: name } }),
    );
  }

  mask(id: string, matrix: Matrix): string | null {
    const element = this.#ids.get(id);
    if (element?.tag !== 'mask') return null;
    const { x, y, width, height } = this.#box;
    const inner = {
      tag: 'g',
      attributes: { transform: `matrix(${matrix.join(' ')})` },
      children: element.children,
      text: '',
    };
    for (const inherited of ['fill', 'stroke', 'style']) {
      const value = element.attributes[inherited];
      if (value !== undefined) Object.assign(inner.attributes, { [inherited]: value });
    }
    const type =
      element.attributes['mask-type'] ??
      (/mask-type\s*:\s*alpha/.test(element.attributes['style'] ?? '') ? 'alpha' : 'luminance');
    const region = `maskUnits="userSpaceOnUse" x="${x - width}" y="${y - height}" width="${3 * width}" height="${3 * height}"`;
    return this.#once(
      'mask',
      id,
      matrix,
      (name) => `<mask id="${name}" ${region} mask-type="${type}">${writeXml(inner)}</mask>`,
    );
  }

  /** The viewport of a nested svg. */
  window(box: Box, matrix: Matrix): string {
    const d = moved(rect(box.x, box.y, box.width, box.height), matrix);
    return this.#once('clip-path', d, matrix, (name) => `<clipPath id="${name}"><path d="${d}"/></clipPath>`);
  }

  #once(attribute: string, id: string, matrix: Matrix, write: (name: string) => string): string {
    const key = `${attribute} ${id} ${matrix.join(' ')}`;
    let name = this.#known.get(key);
    if (name === undefined) {
      name = `clip-${this.#known.size}-of-realize`;
      this.#known.set(key, name);
      this.#written.push(write(name));
    }
    return `${attribute}="url(#${name})"`;
  }

  /** Figma clips every frame by a rectangle of the frame's own size: that one cuts nothing and costs a layer. */
  #holdsAll(element: Element, matrix: Matrix): boolean {
    const only = element.children.length === 1 ? element.children[0] : undefined;
    if (only?.tag !== 'rect' || only.attributes['rx'] !== undefined || matrix[1] !== 0 || matrix[2] !== 0)
      return false;
    const d = outline(only, this.#box.width, this.#box.height);
    if (d === null) return false;
    const box = measure(
      polylines(moved(d, after(matrix, parseTransform(only.attributes['transform'])))),
    )?.box;
    if (!box) return false;
    const slack = 1e-3 * Math.max(this.#box.width, this.#box.height);
    return (
      box.x <= this.#box.x + slack &&
      box.y <= this.#box.y + slack &&
      box.x + box.width >= this.#box.x + this.#box.width - slack &&
      box.y + box.height >= this.#box.y + this.#box.height - slack
    );
  }
}
