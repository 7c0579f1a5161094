import { expect, it } from 'vitest';
import { capsOf, inPen, middlesOf } from '../../../src/core/scene/ink-middles.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { sceneOf } from '../parts/inked.ts';
import { see } from '../seen.ts';

function pieceOf(d: string) {
  return sceneOf(`<path d="${d}" fill="#111"/>`).pieces[0]!;
}
const middles = (d: string) => middlesOf(pieceOf(d));
const ends = (points: readonly number[]) =>
  [points.slice(0, 2), points.slice(-2)].sort((a, b) => a[0]! - b[0]!);

// A bar with round ends, an L with flat ones.
const BAR = 'M2 4H8A0.5 0.5 0 0 1 8 5H2A0.5 0.5 0 0 1 2 4Z';
const ELBOW = 'M1 1H2V8H9V9H1Z';
const RING = 'M5 1A4 4 0 1 1 5 9A4 4 0 1 1 5 1ZM5 2A3 3 0 1 0 5 8A3 3 0 1 0 5 2Z';

it('a bar’s middle runs from the middle of one end to that of the other', () => {
  const [line, ...others] = middles(BAR);
  expect(others).toEqual([]);
  expect(line!.path.closed).toBe(false);
  const [[x, y], [u, v]] = ends(line!.path.points) as [number[], number[]];
  expect(Math.hypot(x! - 2, y! - 4.5)).toBeLessThan(0.15);
  expect(Math.hypot(u! - 8, v! - 4.5)).toBeLessThan(0.15);
  expect(line!.half).toBeCloseTo(0.46, 1);
});

it('flat ends are ends, corners are none', () => {
  const [line] = middles(ELBOW);
  const [[x, y], [u, v]] = ends(line!.path.points) as [number[], number[]];
  expect(Math.hypot(x! - 1.5, y! - 1.3)).toBeLessThan(0.3);
  expect(Math.hypot(u! - 8.7, v! - 8.5)).toBeLessThan(0.3);
});

it('of an arch with a branch inside it goes round the outside', () => {
  const [line, ...others] = middles('M1 9V1H9V9H8V2H6V5H5V2H2V9Z');
  expect(others).toEqual([]);
  const [[x, y], [u, v]] = ends(line!.path.points) as [number[], number[]];
  [x! - 1.5, y! - 8.7, u! - 8.5, v! - 8.7].forEach((off) => expect(Math.abs(off)).toBeLessThan(0.3));
  const { points } = line!.path;
  const top = points.filter((_, i) => i % 2 === 1 && Math.abs(points[i - 1]! - 5.5) < 1);
  top.forEach((y) => expect(y).toBeCloseTo(1.5, 1));
});

it('a line’s ends are told with their ways, be one side of them short', () => {
  const caps = (d: string) =>
    polylines(d, 24)
      .flatMap((contour) => capsOf(contour, 1))
      .sort((a, b) => a.at[0] - b.at[0])
      .map(({ at, towards }) => [...at, ...towards].map((value) => Math.round(2 * value) / 2));
  expect(caps(BAR)).toEqual([
    [2, 4.5, -1, 0],
    [8, 4.5, 1, 0],
  ]);
  // The lower side of the left end turns down at once.
  expect(caps('M2 4H8A0.5 0.5 0 0 1 8 5H3.2V9H1.9V5A0.5 0.5 0 0 1 2 4Z').at(-1)).toEqual([8, 4.5, 1, 0]);
});

it('a ring’s middle is closed, be it with an arm', () => {
  const [ring, ...others] = middles(RING);
  expect(others).toEqual([]);
  expect(ring!.path.closed).toBe(true);
  for (let i = 0; i < ring!.path.points.length; i += 2)
    expect(Math.hypot(ring!.path.points[i]! - 5, ring!.path.points[i + 1]! - 5)).toBeCloseTo(3.5, 1);
  const arm = RING.replace('M5 1A4 4 0 1 1 5 9', 'M5 1A4 4 0 0 1 9 5L14 4.5V5.5L9 6A4 4 0 0 1 5 9');
  expect(middles(arm).map(({ path }) => path.closed)).toEqual([true]);
});

it('a pen in the ink’s colour', () => {
  const { shape, role, area } = inPen(pieceOf(BAR), 1);
  expect([role, area, shape.stroke.width]).toEqual(['line', 'stroke', 1]);
  expect(shape.stroke.paint).toEqual(pieceOf(BAR).shape.fill);
});

it('outlined shoulders below a head are a body', async () => {
  const head = 'M5 0.6A2 2 0 1 1 5 4.6A2 2 0 1 1 5 0.6ZM5 1.2A1.4 1.4 0 1 0 5 4A1.4 1.4 0 1 0 5 1.2Z';
  const arch = 'M0.8 9A4.2 4.2 0 0 1 9.2 9H8.6A3.6 3.6 0 0 0 1.4 9Z';
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="${head}${arch}" fill="#000"/></svg>`,
  );
  expect([at(5, 2.6)[3], at(5, 7)[3], at(2.5, 8.5)[3], at(1, 5)[3]]).toEqual([255, 255, 255, 0]);
});
