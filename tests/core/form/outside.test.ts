import { expect, it } from 'vitest';
import { flattenOutside } from '../../../src/core/form/outside.ts';

it('where nothing is solid the form is flat and open, half where it is half covered', () => {
  const normal = [0.6, 0, 0.8].map((value) => new Float32Array(4).fill(value)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const occlusion = new Float32Array(4).fill(0.5);
  const empty = new Float32Array(4);
  flattenOutside(
    { size: 2, normal, occlusion, thickness: empty, shadow: empty, coverage: empty },
    { width: 2, height: 2, data: Uint8Array.of(255, 0, 51, 255) },
  );
  const at = (i: number): number[] => [...normal.map((plane) => plane[i]!), occlusion[i]!];
  at(0).forEach((value, c) => expect(value).toBeCloseTo([0.6, 0, 0.8, 0.5][c]!));
  expect(at(1)).toEqual([0, 0, 1, 1]);
  at(2).forEach((value, c) => expect(value).toBeCloseTo([0.12, 0, Math.sqrt(1 - 0.12 * 0.12), 0.9][c]!));
});
