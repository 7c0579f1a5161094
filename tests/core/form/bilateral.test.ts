import { describe, expect, it } from 'vitest';
import { smooth } from '../../../src/core/form/bilateral.ts';
import { settledOf, type Vector } from './square.ts';

const wide = (row: string): string[] => Array<string>(64).fill(row);

const eight = (row: string): string[] => Array<string>(8).fill(row);
const UP: Vector = [0, 0, 1];
const normalAt = (values: Float32Array, x: number, y: number): number[] => [
  ...values.subarray(5 * (8 * y + x), 5 * (8 * y + x) + 3),
];

describe('smoothing inside a part', () => {
  it.each([true, false])('leaves a flat face as it is (coarse: %s)', (coarse) => {
    const settled = settledOf(eight('11111111'), () => [0.6, 0, 0.8]);
    const before = [...settled.values];
    smooth(settled, coarse);
    settled.values.forEach((value, k) => expect(value).toBeCloseTo(before[k]!, 6));
  });

  it('takes the grain of a single sample away', () => {
    const settled = settledOf(eight('11111111'), (x, y) =>
      x === 4 && y === 4 ? [0.2, 0, Math.sqrt(0.96)] : UP,
    );
    smooth(settled, false);
    expect(normalAt(settled.values, 4, 4)[0]).toBeLessThan(0.05);
    expect(normalAt(settled.values, 4, 4)[2]).toBeGreaterThan(0.998);
  });

  it('mixes nothing across a border, however unlike both sides are', () => {
    const settled = settledOf(eight('11112222'), (x) => (x < 4 ? [-0.6, 0, 0.8] : [0.6, 0, 0.8]));
    smooth(settled, false);
    for (let x = 0; x < 8; x++) expect(normalAt(settled.values, x, 3)[0]).toBeCloseTo(x < 4 ? -0.6 : 0.6, 6);
  });

  it('keeps a crease between two faces of one part: far unlike normals count little', () => {
    const settled = settledOf(eight('11111111'), (x) => (x < 4 ? [-0.8, 0, 0.6] : [0.8, 0, 0.6]));
    smooth(settled, false);
    expect(normalAt(settled.values, 1, 3)[0]).toBeLessThan(-0.7);
    expect(normalAt(settled.values, 6, 3)[0]).toBeGreaterThan(0.7);
  });

  it('takes a slow wobble away and leaves an even bend', () => {
    // A face that turns by 60 degrees over its length, and waves by 3 degrees every 24 samples.
    const bend = (x: number): number => ((x - 31.5) / 63) * (Math.PI / 3);
    const waved = (x: number): number => bend(x) + 0.052 * Math.sin((2 * Math.PI * x) / 24);
    const settled = settledOf(wide('1'.repeat(64)), (x) => [Math.sin(waved(x)), 0, Math.cos(waved(x))]);
    smooth(settled, false);
    for (let x = 20; x < 44; x++) {
      const [nx, , nz] = [0, 1, 2].map((c) => settled.values[5 * (64 * 32 + x) + c]!) as [
        number,
        number,
        number,
      ];
      expect(Math.abs(Math.atan2(nx, nz) - bend(x))).toBeLessThan(0.02);
    }
  });

  it('leaves what is off the drawing alone', () => {
    const settled = settledOf(eight('00001111'), (x, y) => ((x + y) % 2 === 0 ? UP : [1, 0, 0]));
    const before = settled.values.slice(0, 20);
    smooth(settled, false);
    expect([...settled.values.slice(0, 20)]).toEqual([...before]);
  });
});
