import { expect, it } from 'vitest';
import { spread } from '../../../src/core/image/propagate-labels.ts';
import { labelsFrom, maskFrom } from '../small.ts';

const spreadOver = (labels: readonly string[], paint: readonly string[], steps: number): string[] => {
  const plane = labelsFrom(labels);
  spread(plane, maskFrom(paint), steps);
  return labels.map((row, y) => plane.data.subarray(y * row.length, (y + 1) * row.length).join(''));
};

it('goes one pixel a step, side by side, over what is painted alone', () => {
  expect(spreadOver(['0000', '0100', '0000'], ['####', '####', '##.#'], 1)).toEqual(['0100', '1110', '0100']);
  expect(spreadOver(['0000', '0100', '0000'], ['####', '#.##', '#..#'], 2)).toEqual(['1110', '1111', '1000']);
});

it('two labels meet half way, and keep what they have', () => {
  expect(spreadOver(['10000002'], ['########'], 8)).toEqual(['11112222']);
});

it('stops after its steps, and at a gap in the paint', () => {
  expect(spreadOver(['10000000'], ['########'], 3)).toEqual(['11110000']);
  expect(spreadOver(['10000000'], ['####.###'], 99)).toEqual(['11110000']);
});
