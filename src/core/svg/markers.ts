// In: a path's element, its outline and style. Out: its markers (arrowheads, dots) as elements in the path's
// own coordinates.
// SVG 2, chapter 13.7: vertices in order, each turned by the mean direction of what arrives and what leaves.
import svgpath from 'svgpath';
import { calculated, degrees } from '../colour/css-math.ts';
import type { Inherited } from './mask.ts';
import type { Ids } from './paint.ts';
import { parseLength } from './basic-shapes.ts';
import { reference, type Style } from './style.ts';
import { fitted } from './viewbox.ts';
import type { Element } from './xml.ts';

type Vector = readonly [number, number];

interface Vertex {
  at: Vector;
  /** Directions, null where nothing arrives or leaves. */
  from: Vector | null;
  to: Vector | null;
}

const MARKED = /^(path|line|polyline|polygon)$/;
/** More vertices than this are a texture. */
const MOST_VERTICES = 2000;

/** `inherited`: what each marker takes from the groups that it stands in. */
export function markersOf(
  { tag }: Element,
  d: string,
  style: Style,
  { ids, inherited }: { ids: Ids; inherited: ReadonlyMap<Element, Inherited> },
): Element[] {
  const of = (which: string): Element | null => {
    const element = ids.get(reference(style[`marker-${which}`] ?? style['marker']) ?? '');
    return element?.tag === 'marker' ? element : null;
  };
  const [start, mid, end] = [of('start'), of('mid'), of('end')];
  if (!MARKED.test(tag) || (!start && !mid && !end)) return [];
  const vertices = verticesOf(d);
  if (vertices.length > MOST_VERTICES) return [];
  const stroke = parseLength(style['stroke-width'], 0) ?? 1;
  return vertices.flatMap((vertex, i) => {
    const [isStart, isEnd] = [i === 0, i === vertices.length - 1];
    const worn = [isStart && start, isEnd && end, !isStart && !isEnd && mid];
    return worn.flatMap((marker, k) => {
      if (!marker) return [];
      const attributes = { ...inherited.get(marker), ...marker.attributes };
      return [placed(withContext({ ...marker, attributes }, style), vertex, k === 0, stroke)];
    });
  });
}

/** An svg element at the vertex. `isStart`: of a marker that may be turned round there. */
function placed(marker: Element, { at, from, to }: Vertex, isStart: boolean, stroke: number): Element {
  const a = marker.attributes;
  const size = (name: string): number => parseLength(a[name], 0) ?? 3;
  const port = { x: 0, y: 0, width: size('markerWidth'), height: size('markerHeight') };
  const [sx, , , sy, dx, dy] = fitted(marker, port).matrix;
  const [x, y] = [parseLength(a['refX'], 0) ?? 0, parseLength(a['refY'], 0) ?? 0];
  const orient = a['orient'] ?? '0';
  const turned = orient.startsWith('auto')
    ? angleOf(from, to) + (isStart && orient === 'auto-start-reverse' ? 180 : 0)
    : (calculated(orient, degrees) ?? 0);
  const scale = a['markerUnits'] === 'userSpaceOnUse' ? 1 : stroke;
  const attributes: Record<string, string> = {
    transform: `translate(${at[0]} ${at[1]}) rotate(${turned}) scale(${scale}) translate(${-(x * sx + dx)} ${-(y * sy + dy)})`,
    width: `${port.width}`,
    height: `${port.height}`,
  };
  for (const name of ['viewBox', 'preserveAspectRatio', 'overflow'])
    if (a[name] !== undefined) attributes[name] = a[name];
  const group = { ...a };
  for (const name of ['id', 'viewBox', 'transform']) delete group[name];
  const inner: Element = { tag: 'g', attributes: group, children: marker.children, text: '' };
  return { tag: 'svg', attributes, children: [inner], text: '' };
}

/** Degrees. */
function angleOf(from: Vector | null, to: Vector | null): number {
  const [a, b] = [from ?? to ?? [1, 0], to ?? from ?? [1, 0]];
  const sum: Vector = [a[0] + b[0], a[1] + b[1]];
  // Where the path turns back, as it leaves.
  const [x, y] = Math.hypot(...sum) > 1e-9 ? sum : b;
  return (Math.atan2(y, x) * 180) / Math.PI;
}

/** A copy with the paints of what shows it (a path its marker, a use its target) where it asks for them. */
export function withContext(shown: Element, style: Style): Element {
  const worn = (value: string): string =>
    value.replace(/context-(fill|stroke)/g, (_, name: string) => style[name] ?? 'none');
  const copy = (element: Element): Element => ({
    ...element,
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [name, worn(value)]),
    ),
    children: element.children.map(copy),
  });
  return copy(shown);
}

/** A closed subpath ends where it began. */
function verticesOf(d: string): Vertex[] {
  const vertices: Vertex[] = [];
  let first: number | null = null;
  const add = (at: Vector, leaves: Vector | null, arrives: Vector | null): void => {
    const last = vertices.at(-1);
    if (last && leaves) last.to = leaves;
    vertices.push({ at, from: arrives, to: null });
  };
  svgpath(d)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _index, x, y) => {
      const [command, ...n] = segment as unknown as [string, ...number[]];
      if (command === 'M') {
        first = vertices.length;
        return add([n[0]!, n[1]!], null, null);
      }
      const begun = vertices[first ?? 0];
      const points = pointsOf(command, n, [x, y], begun?.at ?? [x, y]);
      const leaves = direction(points);
      const arrives = direction([...points].reverse().map(([u, v]): Vector => [-u, -v]));
      add(points.at(-1)!, leaves, arrives);
      if (command !== 'Z' || !begun) return;
      vertices.at(-1)!.to = begun.to;
      begun.from = arrives;
    });
  return vertices;
}

/** Of one segment: where it starts, its control points, where it ends. */
function pointsOf(command: string, n: readonly number[], start: Vector, begun: Vector): Vector[] {
  if (command === 'Z') return [start, begun];
  if (command === 'H') return [start, [n[0]!, start[1]]];
  if (command === 'V') return [start, [start[0], n[0]!]];
  const points: Vector[] = [start];
  for (let i = 0; i + 1 < n.length; i += 2) points.push([n[i]!, n[i + 1]!]);
  return points;
}

/** Unit vector from the first point to the next one that is elsewhere; null where there is none. */
function direction([start, ...rest]: readonly Vector[]): Vector | null {
  for (const [x, y] of rest) {
    const [dx, dy] = [x - start![0], y - start![1]];
    const long = Math.hypot(dx, dy);
    if (long > 1e-9) return [dx / long, dy / long];
  }
  return null;
}
