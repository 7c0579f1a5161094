import { expect, it } from 'vitest';
import { fillMaterial, paint } from '../../../src/core/light/strip-paint.ts';
import { emptyStrip, order, surfaceWith } from './strip.ts';

it('materials lie channel after channel, as the part has them', () => {
  const strip = emptyStrip();
  fillMaterial(strip, surfaceWith(), order);
  expect([...strip.material]).toEqual([...Array<number>(8).fill(0.25), ...Array<number>(8).fill(0.5)]);
});

it('colours are the fills, brighter by the part’s gain', () => {
  const [plain, bright] = [emptyStrip(), emptyStrip()];
  paint(plain, surfaceWith(), order);
  paint(bright, surfaceWith({ gains: Float32Array.of(1.4) }), order);
  expect(plain.base[0]).toBeCloseTo(0.2);
  expect(bright.base[0]).toBeCloseTo(0.2 * 1.4 ** (1 / 2.2));
  expect(plain.bare).toBeNull();
});
