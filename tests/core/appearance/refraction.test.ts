import { expect, it } from 'vitest';
import type { LayerBehind } from '../../../src/core/appearance/depth-peel.ts';
import { bendOf, bendReach, refracted } from '../../../src/core/appearance/refraction.ts';

const WIDTH = 12;
const HEIGHT = 2;

/** A white stripe of two pixels behind glass that fills columns 2 to 9. */
function stripeAt(column: number): LayerBehind {
  const plane = { width: WIDTH, height: HEIGHT };
  const on = (i: number): boolean => i % WIDTH === column || i % WIDTH === column + 1;
  const data = Int32Array.from({ length: WIDTH * HEIGHT }, (_, i) => (on(i) ? 1 : 0));
  return {
    labels: { ...plane, data },
    alpha: { ...plane, data: Uint8Array.from(data, (label) => 255 * label) },
    base: Uint8Array.from({ length: 3 * data.length }, (_, k) => 200 * data[Math.floor(k / 3)]!),
    materials: [new Float32Array(1)],
    pieces: [],
    bends: [0.5],
  };
}

/** What is seen of it in each column of a row, through glass that leans by `x` to the right. */
function through(layer: LayerBehind, x: number): number[] {
  const front = Int32Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    i % WIDTH >= 2 && i % WIDTH < 10 ? 1 : 0,
  );
  const sampler = {
    row: () => {},
    pixel: (_x: number, _label: number, to: Float32Array) => to.set([x, 0, 1, 1, 0]),
  };
  const labels = { width: WIDTH, height: HEIGHT, data: front };
  const made = refracted(layer, { labels, samplers: [sampler], zones: null, side: 4 });
  for (let i = 0; i < WIDTH; i++)
    if (made.alpha.data[i]! > 0) {
      expect(made.labels.data[i]).toBe(1);
      expect(made.base[3 * i]).toBe(200);
    }
  return [...made.alpha.data.subarray(0, WIDTH)];
}

it('glass that leans to the right shows what lies more to the left', () => {
  expect(through(stripeAt(4), 1)).toEqual([0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0]);
  expect(through(stripeAt(4), 0.25)).toEqual([0, 0, 0, 0, 128, 255, 128, 0, 0, 0, 0, 0]);
});

it('what faces the eye bends nothing', () => {
  expect(through(stripeAt(4), 0)).toEqual([0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0]);
});

it('nothing is looked up beyond the glass: there it stays as it was', () => {
  expect(through(stripeAt(2), 1)[2]).toBe(255);
});

it('what is full bends more than a wall of glass, all else does not', () => {
  expect(bendOf({ id: 'liquid' })).toBeGreaterThan(bendOf({ id: 'glass' }));
  expect(bendOf({ id: 'wood' })).toBe(0);
});

it('reaches as far as the part that bends most and is seen through', () => {
  const [glass, liquid, paper] = ['glass', 'liquid', 'paper'].map((id) => ({ id, name: id, words: [] }));
  const reach = (named: object[], clear: boolean[]): number => bendReach({ named, clear } as never, 1000);
  expect(reach([paper!, glass!], [false, true])).toBe(Math.ceil(1000 * bendOf({ id: 'glass' })));
  expect(reach([liquid!, glass!], [true, true])).toBe(Math.ceil(1000 * bendOf({ id: 'liquid' })));
  expect(reach([liquid!, paper!], [false, false])).toBe(0);
});
