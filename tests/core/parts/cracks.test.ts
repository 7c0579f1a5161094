import { expect, it } from 'vitest';
import { closeCracks } from '../../../src/core/parts/cracks.ts';
import { labelsFrom } from '../small.ts';

/** Closed, as the signs that it was made of; and how many pixels became whole. */
function closed(rows: readonly string[], covered = 254): { signs: string[]; whole: number } {
  const labels = labelsFrom(rows);
  const { width, height } = labels;
  const coverage = {
    width,
    height,
    data: Uint8Array.from(labels.data, (label) => (label > 0 ? covered : 0)),
  };
  closeCracks(labels, coverage);
  const signs = rows.map((_, y) =>
    [...labels.data.subarray(y * width, (y + 1) * width)].map((label) => label || '.').join(''),
  );
  return { signs, whole: coverage.data.filter((value) => value === 255).length };
}

it('pixels that neither of two neighbours reaches are of one of them, and whole', () => {
  const { signs, whole } = closed(['111222', '11.222', '111.22', '111222']);
  expect(signs).toEqual(['111222', '111222', '111122', '111222']);
  expect(whole).toBe(2);
});

it('a wedge stays open as far as it leads outside', () => {
  const rows = ['111222', '111222', '11.222', '11.222'];
  expect(closed(rows)).toEqual({ signs: rows, whole: 0 });
});

it('a hole of two pixels each way is a hole, and so is what hangs on it by a corner', () => {
  const rows = ['111111', '1..111', '1..111', '111.11', '111111'];
  expect(closed(rows)).toEqual({ signs: rows, whole: 0 });
});

it('between hairlines is no crack', () => {
  const rows = ['111222', '11.222', '111.22', '111222'];
  expect(closed(rows, 60)).toEqual({ signs: rows, whole: 0 });
});
