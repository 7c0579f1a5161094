import { expect, it } from 'vitest';
import { showLines, showNormals, showParts } from '../../../src/core/form/insight.ts';
import type { Intrinsic } from '../../../src/core/form/tensor.ts';
import { partsFrom } from '../relief/parts.ts';

const pixel = ({ data }: { data: Uint8Array | Uint8ClampedArray }, i: number): number[] => [...data.slice(4 * i, 4 * i + 4)]; // prettier-ignore

it('lines are dark ink on white', () => {
  const shown = showLines({ width: 3, height: 1, data: Float32Array.from([0, 1, 0.4]) });
  expect([0, 1, 2].map((i) => pixel(shown, i))).toEqual([
    [255, 255, 255, 255],
    [0, 0, 0, 255],
    [153, 153, 153, 255],
  ]);
});

it('normals are x, y, z from −1 … 1 as red, green, blue; transparent off the object', () => {
  const normal = [[0, 1], [0, -1], [1, 0]].map((plane) => Float32Array.from([...plane, 0, 0])); // prettier-ignore
  const intrinsic = { size: 2, normal, coverage: Float32Array.from([1, 1, 0.5, 0]) } as unknown as Intrinsic;
  const shown = showNormals(intrinsic);
  expect(pixel(shown, 0)).toEqual([128, 128, 255, 255]);
  expect(pixel(shown, 1)).toEqual([255, 0, 128, 255]);
  expect([pixel(shown, 2)[3], pixel(shown, 3)[3]]).toEqual([128, 0]);
});

it('parts have a colour each, and nothing is where none is', () => {
  const shown = showParts(partsFrom(['112.'], [null, null]));
  expect(pixel(shown, 0)).toEqual(pixel(shown, 1));
  expect(pixel(shown, 2)).not.toEqual(pixel(shown, 0));
  expect([0, 2, 3].map((i) => pixel(shown, i)[3])).toEqual([255, 255, 0]);
});
