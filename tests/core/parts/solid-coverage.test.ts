import { expect, it } from 'vitest';
import { solidCoverage } from '../../../src/core/parts/solid-coverage.ts';
import type { Plane } from '../../../src/core/sketch.ts';
import { labelsFrom } from '../small.ts';

/** `#` is full, digits are tenths of it. */
function coverageFrom(rows: readonly string[]): Plane<Uint8Array> {
  const data = Uint8Array.from(rows.join(''), (sign) =>
    sign === '#' ? 255 : sign === '.' ? 0 : 25.5 * Number(sign),
  );
  return { width: rows[0]!.length, height: rows.length, data };
}
const row = ({ width, data }: Plane<Uint8Array>, y: number): number[] => [
  ...data.subarray(y * width, (y + 1) * width),
];

const LABELS = labelsFrom(['........', '.111222.', '.111222.', '.111222.', '.111222.', '........']);
// Between the two a seam: each covers half of a pixel, and half of the rest.
const SEAM = coverageFrom(['........', '.##77##.', '.##77##.', '.##77##.', '.##77##.', '........']);

it('a seam between two shapes is closed, the outer border stays as it is', () => {
  const solid = solidCoverage(LABELS, SEAM, null, false);
  expect(row(solid, 2)).toEqual([0, 255, 255, 255, 255, 255, 255, 0]);
  // At the border pixels keep their own coverage.
  expect(row(solid, 1)).toEqual([0, 255, 255, 178, 178, 255, 255, 0]);
  expect(row(solid, 0)).toEqual(Array(8).fill(0));
});

it('what fades has no pixel nearby that is whole, and stays', () => {
  const glow = coverageFrom(['........', '.555555.', '.555555.', '.555555.', '.555555.', '........']);
  expect(row(solidCoverage(LABELS, glow, null, false), 2)).toEqual([0, 127, 127, 127, 127, 127, 127, 0]);
});

it('beside a glow a seam has what is whole on both sides', () => {
  const seam = coverageFrom(['........', '.##55##.', '.##55##.', '.##55##.', '.##55##.', '........']);
  const edge = coverageFrom(['........', '.##5555.', '.##5555.', '.##5555.', '.##5555.', '........']);
  expect(row(solidCoverage(LABELS, seam, null, true), 2).slice(3, 5)).toEqual([255, 255]);
  expect(row(solidCoverage(LABELS, edge, null, true), 2).slice(3, 5)).toEqual([127, 127]);
});

it('where a gap between lines was closed the border is a ramp of its labels', () => {
  const labels = labelsFrom(['....', '.11.', '.11.', '....']);
  const none = coverageFrom(['....', '....', '....', '....']);
  // Four of the nine pixels around each have a label.
  expect(row(solidCoverage(labels, none, labels, false), 1)).toEqual([0, 113, 113, 0]);
});
