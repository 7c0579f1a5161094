// In: a CSS gradient, the box that it fills. Out: the same as an SVG gradient element in that box's units.
// CSS Images 3: the line of linear-gradient(), farthest-corner ellipses and circles of radial-gradient().
import { parseColour } from '../colour/colour.ts';
import { listed } from '../colour/css-list.ts';
import type { Box } from '../sketch.ts';
import { parseLength } from './basic-shapes.ts';
import type { Element } from './xml.ts';

const GRADIENT = /^(linear|radial)-gradient\((.*)\)$/s;
const TURNS: Record<string, number> = { deg: 360, grad: 400, rad: 2 * Math.PI, turn: 1 };
const SIDES: Record<string, readonly [x: number, y: number]> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
};

/** Null for other images, and for what is said of a gradient in words that are not known here. */
export function gradientOf(image: string, box: Box, id: string): Element | null {
  const [, kind, inner] = GRADIENT.exec(image.trim()) ?? [];
  if (kind === undefined || inner === undefined) return null;
  const said = listed(inner);
  const isFirstStop = stopOf(said[0] ?? '', 1) !== null;
  const first = isFirstStop ? '' : said.shift()!;
  const line = kind === 'linear' ? lineOf(first, box) : circleOf(first, box);
  const stops = line && stopsOf(said, line.long);
  if (!line || !stops) return null;
  const attributes = { id, gradientUnits: 'userSpaceOnUse', ...line.attributes };
  return { tag: `${kind}Gradient`, attributes, children: stops, text: '' };
}

interface Line {
  attributes: Record<string, string>;
  /** For stops in lengths. */
  long: number;
}

function lineOf(first: string, { x, y, width, height }: Box): Line | null {
  const towards = first === '' ? ([0, 1] as const) : directionOf(first, width, height);
  if (!towards) return null;
  const [dx, dy] = towards;
  const long = Math.abs(width * dx) + Math.abs(height * dy);
  const [midX, midY] = [x + width / 2, y + height / 2];
  const ends = { x1: midX - (dx * long) / 2, y1: midY - (dy * long) / 2, x2: midX + (dx * long) / 2, y2: midY + (dy * long) / 2 }; // prettier-ignore
  return { attributes: written(ends), long };
}

/** A unit vector. To a corner: across the other diagonal, so that the middle colour meets both others. */
function directionOf(first: string, width: number, height: number): readonly [number, number] | null {
  const [, number, unit] = /^(-?[\d.]+)(deg|grad|rad|turn)$/.exec(first) ?? [];
  if (number !== undefined) {
    const angle = (2 * Math.PI * Number(number)) / TURNS[unit!]!;
    return [Math.sin(angle), -Math.cos(angle)];
  }
  const sides = /^to\s+(.*)$/
    .exec(first)?.[1]
    ?.split(/\s+/)
    .map((side) => SIDES[side]);
  if (!sides || sides.some((side) => side === undefined)) return null;
  const [dx, dy] = sides.reduce<[number, number]>(([x, y], side) => [x + side![0], y + side![1]], [0, 0]);
  if (dx === 0 || dy === 0) return dx === 0 && dy === 0 ? null : [dx, dy];
  const size = Math.hypot(width, height);
  return [(dx * height) / size, (dy * width) / size];
}

function circleOf(first: string, { x, y, width, height }: Box): Line | null {
  const match = /^(circle|ellipse)?(?:\s*farthest-corner)?(?:\s*at\s+(\S+)(?:\s+(\S+))?)?$/.exec(first);
  if (!match) return null;
  const [, shape = 'ellipse', atX = 'center', atY = 'center'] = match;
  const [left, up] = [placed(atX, width, 'left', 'right'), placed(atY, height, 'top', 'bottom')];
  if (left === null || up === null) return null;
  const [across, down] = [Math.max(left, width - left), Math.max(up, height - up)];
  const round = Math.hypot(across, down);
  // The ellipse through the corner that has the sides' own proportions.
  const [rx, ry] = shape === 'circle' ? [round, round] : [across * Math.SQRT2, down * Math.SQRT2];
  const gradientTransform = `matrix(${rx} 0 0 ${ry} ${x + left} ${y + up})`;
  return { attributes: { ...written({ cx: 0, cy: 0, r: 1 }), gradientTransform }, long: rx };
}

function placed(said: string, side: number, start: string, end: string): number | null {
  const share = { [start]: 0, center: 0.5, [end]: 1 }[said];
  return share === undefined ? parseLength(said, side) : share * side;
}

/** Null where one is not known. Stops without a place lie evenly between their neighbours. */
function stopsOf(said: readonly string[], long: number): Element[] | null {
  const stops = said.map((one) => stopOf(one, long));
  if (stops.length < 2 || stops.some((stop) => stop === null)) return null;
  const known = stops.flatMap((stop) => stop!);
  known[0]!.at ??= 0;
  known.at(-1)!.at ??= 1;
  known.forEach((stop, i) => {
    if (stop.at !== null) return;
    const next = known.findIndex(({ at }, k) => k > i && at !== null);
    const before = known[i - 1]!.at!;
    stop.at = before + (known[next]!.at! - before) / (next - i + 1);
  });
  return known.map(({ colour, at }) => ({ tag: 'stop', attributes: { ...colour, offset: `${at}` }, children: [], text: '' })); // prettier-ignore
}

type Stop = { colour: Record<string, string>; at: number | null };

/** One, or two of one colour where it has two places. */
function stopOf(said: string, long: number): Stop[] | null {
  const [, name = '', places = ''] = /^(.*?)((?:\s+-?[\d.]+(?:%|[a-z]*))*)$/s.exec(said.trim()) ?? [];
  const found = name === '' ? null : parseColour(name);
  if (!found) return null;
  const colour = {
    'stop-color': `rgb(${found.rgb.map(Math.round).join()})`,
    'stop-opacity': `${found.alpha}`,
  };
  const ats = places
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((place) => parseLength(place, long));
  const known = ats.flatMap((at) => (at === null ? [] : at / long));
  if (known.length < ats.length || !known.every(Number.isFinite)) return null;
  return known.length === 0 ? [{ colour, at: null }] : known.map((at) => ({ colour, at }));
}

const written = (numbers: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, `${value}`]));
