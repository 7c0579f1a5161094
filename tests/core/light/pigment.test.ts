import { expect, it } from 'vitest';
import { ENCODE, exposed, exposure, pigment } from '../../../src/core/light/pigment.ts';

const pigmentOf = (fill: readonly number[], gain: number): number[] => {
  const to = new Float32Array(3);
  pigment(Uint8Array.from(fill), 0, gain, { to, at: 0, step: 1 });
  return [...to].map((value) => Math.round(255 * value));
};
const exposureOf = (fill: readonly number[], gain: number): number =>
  exposure(Uint8Array.from(fill), 0, gain);

it('a pigment is its fill times the gain', () => {
  expect(pigmentOf([100, 50, 0], 1)).toEqual([100, 50, 0]);
  expect(pigmentOf([100, 50, 0], 1.2)).toEqual([120, 60, 0]);
  expect(pigmentOf([100, 50, 0], 0.8)).toEqual([80, 40, 0]);
  expect(pigmentOf([0, 0, 0], 1.2)).toEqual([0, 0, 0]);
});

it('where no channel may become brighter the others do not, either: an orange stays one', () => {
  expect(pigmentOf([255, 148, 76], 1.16)).toEqual([255, 148, 76]);
  expect(pigmentOf([204, 102, 51], 1.5)).toEqual([255, 128, 64]);
});

it('what a pigment cannot take is exposed longer, the more colourful the more of it; white is not', () => {
  expect(exposureOf([100, 50, 0], 1.16)).toBe(1);
  expect(exposureOf([255, 0, 0], 1.16)).toBeCloseTo(1.16, 6);
  expect(exposureOf([255, 102, 102], 1.1)).toBeCloseTo(1.06, 6);
  expect(exposureOf([255, 255, 255], 1.16)).toBe(1);
  expect(exposureOf([255, 0, 0], 0.8)).toBe(1);
  expect(exposureOf([0, 0, 0], 1.16)).toBe(1);
});

it('twice the light is twice as bright below the knee, and never clipped above it', () => {
  const twice = 2 ** ENCODE;
  expect(exposed(0.4, twice)).toBeCloseTo(twice, 6);
  expect(exposed(0.4, 1)).toBe(1);
  expect(exposed(0, twice)).toBe(1);
  const bent = [0.85, 0.9, 0.95, 0.99].map((peak) => peak * exposed(peak, 1.1));
  expect(bent).toEqual([...bent].sort((a, b) => a - b));
  expect(bent[0]).toBeGreaterThan(0.9);
  expect(bent.every((value) => value < 1)).toBe(true);
  expect(exposed(1, 1.1)).toBe(1);
});
