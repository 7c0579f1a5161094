import { expect, it } from 'vitest';
import type { ModelCard } from '../../../src/core/card.ts';
import { readPainting } from '../../../src/core/form/painting.ts';

const card = {
  input: { size: 2 },
  output: { channels: ['r', 'g', 'b'].map((name) => ({ name, range: [-1, 1] })) },
} as unknown as ModelCard;

/** Four pixels: white, black, blue, paper a little grey. */
const tensor = {
  shape: [1, 3, 2, 2],
  data: Float32Array.from([1, -1, -1, 0.95, 1, -1, -1, 0.95, 1, -1, 1, 0.95]),
};

it('brings channels from their range to 0 … 1, by their names', () => {
  const painting = readPainting(card, tensor);
  expect(painting?.rgb.map((plane) => [...plane].map((value) => Number(value.toFixed(3))))).toEqual([
    [1, 0, 0, 0.975],
    [1, 0, 0, 0.975],
    [1, 0, 1, 0.975],
  ]);
});

it('covers what is painted, not white, and a little of what is nearly white', () => {
  const coverage = [...readPainting(card, tensor)!.coverage];
  expect(coverage.slice(0, 3)).toEqual([0, 1, 1]);
  // From 0.985, as good as white, to 0.93, surely painted.
  expect(coverage[3]).toBeCloseTo((0.985 - 0.975) / (0.985 - 0.93), 4);
});

it('is null where there is something that is no number', () => {
  const data = Float32Array.from(tensor.data);
  data[5] = NaN;
  expect(readPainting(card, { ...tensor, data })).toBeNull();
});

it('says what came and what was wanted where the shape is another', () => {
  expect(() => readPainting(card, { shape: [1, 3, 4, 1], data: tensor.data })).toThrow('the generator gave 1 × 3 × 4 × 1, wanted 1 × 3 × 2 × 2'); // prettier-ignore
});
