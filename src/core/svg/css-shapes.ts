// In: a basic shape of CSS, the box that it refers to. Out: its path data and fill rule; null where it cannot
// be read.
import { parseLength, ellipse } from './basic-shapes.ts';
import { transformed } from './path.ts';
import type { Box } from '../sketch.ts';

interface BasicShape {
  d: string;
  rule: 'nonzero' | 'evenodd';
}

const SIDES: Record<string, string> = { left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' };

/** `inner`: what stands between its brackets. */
export function basicShape(name: string, inner: string, box: Box): BasicShape | null {
  if (/^(inset|xywh|circle|ellipse)$/.test(name)) {
    const d = rounded(name, inner, box);
    return d === null ? null : { d, rule: 'nonzero' };
  }
  const [, said, rest = ''] = /^\s*(?:(nonzero|evenodd)\s*,)?(.*)$/s.exec(inner) ?? [];
  const rule = said === 'evenodd' ? 'evenodd' : 'nonzero';
  if (name === 'path') {
    const quoted = /^\s*(['"])(.*)\1\s*$/s.exec(rest);
    return quoted && { d: transformed(quoted[2]!, [1, 0, 0, 1, box.x, box.y]), rule };
  }
  if (name !== 'polygon') return null;
  const points = rest.split(',').map((pair) => pointIn(pair.trim(), box));
  if (points.length < 3 || points.includes(null)) return null;
  return { d: `M${points.map((point) => point!.join(' ')).join('L')}Z`, rule };
}

function rounded(name: string, inner: string, box: Box): string | null {
  if (name === 'circle' || name === 'ellipse') return roundIn(name, inner, box);
  const [sides = '', corners] = inner.split(/\bround\b/);
  const words = sides.trim().split(/\s+/);
  const [a = '0', b = a, c = a, d = b] = words;
  const [across, down] = [
    (text: string) => parseLength(text, box.width),
    (text: string) => parseLength(text, box.height),
  ];
  const n =
    name === 'inset' ? [down(a), across(b), down(c), across(d)] : [across(a), down(b), across(c), down(d)];
  if (n.includes(null)) return null;
  const [one, two, three, four] = n as [number, number, number, number];
  const frame =
    name === 'inset'
      ? { x: box.x + four, y: box.y + one, width: box.width - two - four, height: box.height - one - three }
      : { x: box.x + one, y: box.y + two, width: three, height: four };
  if (frame.width <= 0 || frame.height <= 0) return 'M0 0Z';
  return corners === undefined
    ? withCorners(frame, [0, 0, 0, 0], [0, 0, 0, 0])
    : cornered(frame, corners, box);
}

/** `corners`: one to four radii, and the same of the other axis behind a slash. */
function cornered(frame: Box, corners: string, box: Box): string | null {
  const [across = '', down = across] = corners.split('/');
  const radii = (text: string, full: number): (number | null)[] => {
    const [a = '0', b = a, c = a, d = b] = text.trim().split(/\s+/);
    return [a, b, c, d].map((radius) => parseLength(radius, full));
  };
  const [rx, ry] = [radii(across, box.width), radii(down, box.height)];
  if ([...rx, ...ry].includes(null)) return null;
  return withCorners(frame, rx as number[], ry as number[]);
}

/** Radii from the upper left, clockwise; together they are never longer than a side. */
function withCorners({ x, y, width, height }: Box, rx: readonly number[], ry: readonly number[]): string {
  const sum = (radii: readonly number[], i: number, k: number): number => radii[i]! + radii[k]!;
  const fit = Math.min(
    1,
    ...[sum(rx, 0, 1), sum(rx, 2, 3)].map((both) => width / (both || width)),
    ...[sum(ry, 0, 3), sum(ry, 1, 2)].map((both) => height / (both || height)),
  );
  const [ax, bx, cx, dx] = rx.map((radius) => radius * fit) as [number, number, number, number];
  const [ay, by, cy, dy] = ry.map((radius) => radius * fit) as [number, number, number, number];
  const arc = (u: number, v: number, toX: number, toY: number): string => `A${u} ${v} 0 0 1 ${toX} ${toY}`;
  const [right, low] = [x + width, y + height];
  return (
    `M${x + ax} ${y}H${right - bx}${arc(bx, by, right, y + by)}V${low - cy}${arc(cx, cy, right - cx, low)}` +
    `H${x + dx}${arc(dx, dy, x, low - dy)}V${y + ay}${arc(ax, ay, x + ax, y)}Z`
  );
}

function roundIn(name: string, inner: string, box: Box): string | null {
  const [radii = '', place = 'center'] = inner.split(/\bat\b/);
  const centre = pointIn(place.trim(), box);
  if (!centre) return null;
  const [left, top] = [centre[0] - box.x, centre[1] - box.y];
  const ways = { x: [left, box.width - left].map(Math.abs), y: [top, box.height - top].map(Math.abs) };
  const radius = (text: string, full: number, sides: readonly number[]): number | null => {
    if (text === 'closest-side') return Math.min(...sides);
    return text === 'farthest-side' ? Math.max(...sides) : parseLength(text, full);
  };
  const [first = 'closest-side', second = first] = radii.trim().split(/\s+/).filter(Boolean);
  if (name === 'circle') {
    const r = radius(first, Math.hypot(box.width, box.height) / Math.SQRT2, [...ways.x, ...ways.y]);
    return r === null ? null : ellipse(...centre, r, r);
  }
  const [rx, ry] = [radius(first, box.width, ways.x), radius(second, box.height, ways.y)];
  return rx === null || ry === null ? null : ellipse(...centre, rx, ry);
}

function pointIn(text: string, box: Box): [number, number] | null {
  let [x = 'center', y = 'center'] = text.split(/\s+/);
  if (/^(top|bottom)$/.test(x) || /^(left|right)$/.test(y)) [x, y] = [y, x];
  const [across, down] = [parseLength(SIDES[x] ?? x, box.width), parseLength(SIDES[y] ?? y, box.height)];
  return across === null || down === null ? null : [box.x + across, box.y + down];
}
