import { expect, it } from 'vitest';
import { brightnessRatio } from '../../../src/core/light/brightness.ts';

type Rgb = readonly [number, number, number];
const of = (fill: Rgb, lit: Rgb): number | null =>
  brightnessRatio(Uint8Array.from(fill), 0, Uint8Array.from([...lit, 255]), 0);
const asDrawn = (fill: Rgb): number | null => of(fill, fill);

it('what comes out as it is drawn is as wanted; half the light is half', () => {
  expect(asDrawn([100, 100, 100])).toBeCloseTo(1, 9);
  expect(asDrawn([20, 60, 140])).toBeCloseTo(1, 9);
  expect(of([100, 100, 100], [73, 73, 73])).toBeCloseTo(0.5, 2);
});

it('white stays below its fill, and what the curve has bent counts as it was before', () => {
  // 0.88 of white's light is wanted, which the curve had from 0.91 of it
  expect(of([255, 255, 255], [241, 241, 241])).toBeCloseTo(1, 1);
  // 249 is 0.949 of it, which the curve had from 1.27
  expect(of([255, 255, 255], [249, 249, 249])).toBeCloseTo(1.27 / 0.91, 1);
});

it('so does what has a full channel: a yellow as drawn is too bright, less than white; an olive is not', () => {
  const yellow = asDrawn([245, 190, 0])!;
  expect(yellow).toBeGreaterThan(1.1);
  expect(yellow).toBeLessThan(asDrawn([255, 255, 255])! - 0.2);
  expect(asDrawn([150, 118, 0])).toBeCloseTo(1, 9);
});

it('black has no ratio', () => {
  expect(asDrawn([0, 0, 0])).toBeNull();
  expect(of([8, 8, 8], [40, 40, 40])).toBeNull();
});
