import { expect, it } from 'vitest';
import { bend, unbend } from '../../../src/core/light/filmic.ts';

it('light up to the knee passes as it is, above it comes near white and never there', () => {
  expect([0, 0.5, 0.82].map(bend)).toEqual([0, 0.5, 0.82]);
  // `filmic` of models/training/light/colour.py says the same
  expect(bend(1)).toBeCloseTo(0.91, 6);
  expect(bend(1.3)).toBeCloseTo(0.95091, 5);
  expect(bend(50)).toBeLessThan(1);
});

it('has no corner at the knee', () => {
  const step = 1e-4;
  expect((bend(0.82 + step) - bend(0.82)) / step).toBeCloseTo(1, 2);
});

it('what was bent comes back', () => {
  for (const light of [0, 0.3, 0.82, 0.9, 1.4, 6]) expect(unbend(bend(light))).toBeCloseTo(light, 9);
});
