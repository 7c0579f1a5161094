import { expect, it } from 'vitest';
import { cutEnds, withoutSlashSides, type SlashWay } from '../../../src/core/scene/beside-slash.ts';
import { linesOf, type DrawnLine } from '../../../src/core/scene/loose-ends.ts';
import { sceneOf } from '../parts/inked.ts';

const WAY: SlashWay = [
  [0, 0],
  [10, 10],
];
const drawn = (...paths: string[]): DrawnLine[] => {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="1"/>`).join('');
  const pieces = sceneOf(body).pieces.map((piece) => ({ ...piece, role: 'line' as const }));
  return linesOf(pieces, 9)!;
};
const sides = (d: string): string[] => withoutSlashSides(drawn(d)[0]!, WAY).map(({ shape }) => shape.d);

it('a triangle’s side along the slash is taken away, up to where the rest has left it', () => {
  const [rest, ...others] = sides('M2 2L8 8H2Z');
  expect(others).toEqual([]);
  const places = rest!.slice(1).split(' ').map(Number);
  expect(places.slice(2, -2)).toEqual([2, 8]);
  const ends = [places.slice(0, 2), places.slice(-2)].map(([x, y]) => Math.abs(x! - y!) / Math.SQRT2);
  ends.forEach((off) => expect(off).toBeCloseTo(0.55, 5));
});

it('an open line goes on at both ends of such a side', () => {
  expect(sides('M2 6V2L8 8V3')).toHaveLength(2);
});

it('what only crosses it, or lies on it for less than two pens, stays as it is', () => {
  for (const d of ['M2 8L8 2', 'M2 5L4 4L5 5L6 8']) expect(sides(d)).toEqual([drawn(d)[0]!.piece.shape.d]);
});

const endsAt = (...paths: string[]): [place: readonly number[], free: boolean][] => {
  const lines = drawn(...paths);
  return cutEnds(lines[0]!, lines, WAY).map(({ at, free }) => [at, free]);
};

it('an end is free where no other line is, and none where one passes', () => {
  expect(endsAt('M5 2H8')).toEqual([
    [[5, 2], true],
    [[8, 2], true],
  ]);
  expect(endsAt('M5 2H8', 'M8 1V6')).toEqual([[[5, 2], true]]);
});

it('one where another ends, too, is told, and so are those of a short line', () => {
  expect(endsAt('M5 2H8', 'M8 2V6').at(-1)).toEqual([[8, 2], false]);
  expect(endsAt('M5 2L5.5 2.4').map(([at]) => at)).toEqual([
    [5, 2],
    [5.5, 2.4],
  ]);
});
