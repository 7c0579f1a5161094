import fc from 'fast-check';
import svgpath from 'svgpath';
import { expect, it } from 'vitest';
import { cutAtExtrema } from '../../../src/core/svg/extrema.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { measure } from '../../../src/core/svg/polyline.ts';

/** Least and most of all numbers that are x, and that are y, control points among them. */
function reach(d: string): number[] {
  const points = svgpath(d)
    .toString()
    .match(/-?[\d.]+(?:e-?\d+)?/g)!
    .map(Number);
  return [0, 1].flatMap((axis) => {
    const values = points.filter((_, i) => i % 2 === axis);
    return [Math.min(...values), Math.max(...values)];
  });
}

it('a curve that turns back once is two, which meet where it does', () => {
  expect(cutAtExtrema('M0 0Q5 10 10 0')).toBe('M0 0Q2.5 5 5 5 7.5 5 10 0');
  expect(cutAtExtrema('M0 0C0 8 6 8 6 0Z')).toBe('M0 0C0 4 1.5 6 3 6 4.5 6 6 4 6 0Z');
});

it('a curve in short that comes after an arc stays the curve that it is', () => {
  const arc = 'M0 0A5 5 0 0 1 10 0';
  expect(cutAtExtrema(`${arc}S10 10 0 10`)).toBe(cutAtExtrema(`${arc}C10 0 10 10 0 10`));
});

it('lines and curves that stay within their ends are left', () => {
  for (const d of ['M0 0L5 5H9V2Z', 'M0 0C1 0 2 1 2 2', 'M0 0Q2 0 2 2']) expect(cutAtExtrema(d)).toBe(d);
});

it('any cubic goes where it went, and its control points reach hardly farther', () => {
  const number = fc.integer({ min: -100, max: 100 });
  fc.assert(
    fc.property(fc.array(number, { minLength: 8, maxLength: 8 }), ([x, y, ...n]) => {
      const d = `M${x} ${y}C${n.join(' ')}`;
      const cut = cutAtExtrema(d);
      const [was, is] = [measure(polylines(d))!, measure(polylines(cut))!];
      const { box } = is;
      const [left, right, top, foot] = reach(cut);
      // As chords a curve is shorter and slimmer than it is.
      expect(Math.abs(was.length - is.length)).toBeLessThan(0.06 * was.length + 0.1);
      const over = Math.max(
        box.x - left!,
        right! - box.x - box.width,
        box.y - top!,
        foot! - box.y - box.height,
      );
      expect(over).toBeLessThan(1);
    }),
    { seed: 7, numRuns: 200 },
  );
});

it('coordinates as small as the group around is large stay apart', () => {
  expect(cutAtExtrema('M0.00012 0.00013L0.00083 0.00021')).toBe('M0.00012 0.00013L0.00083 0.00021');
});
