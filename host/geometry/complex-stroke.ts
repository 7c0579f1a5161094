// A path and how its stroke is drawn by hand in, that stroke as a filled path out; null for a plain one. (D:
// plugin-api.d.ts, ComplexStrokeProperties and VariableWidthStrokeProperties; that Figma exports them as
// filled paths, and how its profiles and brushes look, is assumed: shared/PLATFORM.md knows only that they
// are in no vectorPaths.)
import type {
  ComplexStrokeProperties,
  VariableWidthStrokeProperties,
} from '@figma/plugin-typings/plugin-api-standalone';
import { numberOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { flatten } from './path.ts';

type Point = readonly [x: number, y: number];
/** On a line, how far along it, 0…1, and to its left. */
interface Stop {
  at: Point;
  share: number;
  left: Point;
}

const STOPS = 96;

/** `data`: absolute path data in the units of the answer. */
export function complexStroke(data: string, record: NodeRecord): string | null {
  const { complex, variable } = drawnBy(record);
  const reach = numberOf(record, 'strokeWeight') / 2;
  const lines = (): { stops: Stop[]; closed: boolean }[] => flatten(data).flatMap(walked);
  if (complex.type === 'DYNAMIC')
    return lines().map((line) => ribbon(wiggled(line, complex), () => reach)).join(''); // prettier-ignore
  if (complex.type === 'BRUSH' && complex.brushType === 'SCATTER')
    return lines().map((line) => blots(line.stops, reach, complex)).join(''); // prettier-ignore
  if (complex.type === 'BRUSH')
    return lines().map((line) => ribbon(line, (share, i) => reach * taper(share) * (0.7 + 0.3 * chance(i)))).join(''); // prettier-ignore
  if (!variable || variable.widthProfile === 'UNIFORM') return null;
  return lines().map((line) => ribbon(line, (share) => reach * widthAt(variable, share))).join(''); // prettier-ignore
}

/** How far such a stroke may reach from its path; null for a plain one. */
export function complexReach(record: NodeRecord): number | null {
  const { complex, variable } = drawnBy(record);
  const reach = numberOf(record, 'strokeWeight') / 2;
  if (complex.type === 'DYNAMIC') return reach + complex.wiggle;
  if (complex.type === 'BRUSH')
    return complex.brushType === 'SCATTER' ? reach * (1 + complex.sizeJitter) + complex.wiggle : reach;
  if (!variable || variable.widthProfile === 'UNIFORM') return null;
  const widths = 'variableWidthPoints' in variable ? variable.variableWidthPoints.map(({ width }) => width) : [1]; // prettier-ignore
  return reach * Math.max(...widths);
}

function drawnBy({ props }: NodeRecord): { complex: ComplexStrokeProperties; variable: VariableWidthStrokeProperties | null } {
  const complex = (props.complexStrokeProperties ?? { type: 'BASIC' }) as unknown as ComplexStrokeProperties;
  return { complex, variable: (props.variableWidthStrokeProperties ?? null) as VariableWidthStrokeProperties | null };
} // prettier-ignore

/** A share of the stroke's weight. */
function widthAt(variable: VariableWidthStrokeProperties, share: number): number {
  switch (variable.widthProfile) {
    case 'UNIFORM':
      return 1;
    case 'WEDGE':
      return 1 - share;
    case 'TAPER':
      return Math.sqrt(1 - share);
    case 'QUARTER_TAPER':
      return Math.min(1, 4 * (1 - share));
    case 'EYE':
      return taper(share);
    case 'MIRRORED_TAPER':
      return Math.abs(2 * share - 1);
    case 'CUSTOM': {
      const points = [...variable.variableWidthPoints].sort((a, b) => a.position - b.position);
      const next = points.findIndex(({ position }) => position >= share);
      const [before, after] = [points[next - 1] ?? points[0], points[next] ?? points.at(-1)];
      if (!before || !after) return 1;
      const gap = after.position - before.position;
      const part = gap > 0 ? Math.min(1, Math.max(0, (share - before.position) / gap)) : 0;
      return before.width + part * (after.width - before.width);
    }
  }
}

const taper = (share: number): number => Math.sin(Math.PI * share);

/** Equally far from each other; none where the line has no length. */
function walked({ points, closed }: { points: [number, number][]; closed: boolean }): { stops: Stop[]; closed: boolean }[] {
  const all: readonly Point[] = closed ? [...points, points[0]!] : points;
  const far = [0];
  for (let i = 1; i < all.length; i++)
    far.push(far.at(-1)! + Math.hypot(all[i]![0] - all[i - 1]![0], all[i]![1] - all[i - 1]![1]));
  const length = far.at(-1)!;
  if (length === 0) return [];
  let piece = 0;
  const stops = Array.from({ length: STOPS + 1 }, (_, n): Stop => {
    const wanted = (n / STOPS) * length;
    while (piece < all.length - 2 && (far[piece + 1]! < wanted || far[piece + 1] === far[piece])) piece++;
    const [a, b] = [all[piece]!, all[piece + 1]!];
    const span = far[piece + 1]! - far[piece]! || 1;
    const part = (wanted - far[piece]!) / span;
    const at: Point = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
    return { at, share: n / STOPS, left: [(b[1] - a[1]) / span, -(b[0] - a[0]) / span] };
  });
  return [{ stops, closed }];
} // prettier-ignore

/** There on one side, back on the other; of a closed line, one round beside the other. */
function ribbon({ stops, closed }: { stops: Stop[]; closed: boolean }, half: (share: number, i: number) => number): string {
  const side = (way: 1 | -1): Point[] =>
    stops.map(({ at, share, left }, i) => [at[0] + way * half(share, i) * left[0], at[1] + way * half(share, i) * left[1]]);
  const [there, back] = [side(1), side(-1).reverse()];
  return closed ? drawn(there) + drawn(back) : drawn([...there, ...back]);
} // prettier-ignore

function wiggled<T extends { stops: Stop[] }>(line: T, { wiggle, frequency }: { wiggle: number; frequency: number }): T {
  const stops = line.stops.map((stop): Stop => {
    const by = wiggle * Math.sin(2 * Math.PI * frequency * stop.share * 10) * taper(stop.share);
    return { ...stop, at: [stop.at[0] + by * stop.left[0], stop.at[1] + by * stop.left[1]] };
  });
  return { ...line, stops };
} // prettier-ignore

/** Squares of the brush's size, turned and moved by chance. */
function blots(
  stops: readonly Stop[],
  reach: number,
  { gap, wiggle, sizeJitter }: { gap: number; wiggle: number; sizeJitter: number },
): string {
  let last: Point | null = null;
  return stops
    .flatMap(({ at, left }, i): Point[][] => {
      if (last && Math.hypot(at[0] - last[0], at[1] - last[1]) < 2 * reach * gap) return [];
      last = at;
      const off = wiggle * (2 * chance(i) - 1);
      const size = reach * (1 + sizeJitter * (chance(i + 7) - 0.5));
      const turn = 2 * Math.PI * chance(i + 13);
      const [x, y] = [at[0] + off * left[0], at[1] + off * left[1]];
      return [[0, 1, 2, 3].map((n) => [x + size * Math.cos(turn + n * Math.PI / 2), y + size * Math.sin(turn + n * Math.PI / 2)])];
    })
    .map(drawn)
    .join('');
} // prettier-ignore

const drawn = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;

/** 0…1, of a number always the same: multiplicative hashing (Knuth). */
const chance = (i: number): number => ((Math.imul(i + 1, 2654435761) >>> 0) % 65536) / 65536;
