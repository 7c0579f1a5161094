import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { SAMPLED } from '../../src/core/form/upsample.ts';
import type { Solid } from '../../src/core/relief/solid.ts';
import { mapFiles } from '../../src/worker/maps.ts';
import { partsFrom, rectangle } from '../core/relief/parts.ts';

it('maps are PNG files as large as the picture, opaque where something is', () => {
  const found = partsFrom(['11..'], [rectangle(0, 0, 2, 1)]);
  const form = {
    labels: found.labels,
    row: () => undefined,
    pixel: (_x: number, _label: number, to: Float32Array) => to.set([0, 0, 1, 1, 0.5].slice(0, SAMPLED)),
    over: () => form,
  };
  const square = { box: { x: 0, y: 0, width: 4, height: 4 }, width: 4, height: 4 };
  const labels = Int32Array.from({ length: 16 }, (_, i) => (i < 2 ? 1 : 0));
  const heights = Float32Array.from({ length: 16 }, (_, i) => i);
  const solid: Solid = {
    parts: found,
    zones: null,
    bevel: { x: new Int8Array(4), y: new Int8Array(4) },
    views: [{ square, form, labels, heights }],
    base: new Uint8Array(12),
    worn: [],
  };
  const parts = { width: 4, height: 1, data: new Uint8Array(16).fill(7) };
  const files = mapFiles(solid, parts);
  const [normal, height, seen] = [files.normal, files.height, files.parts].map((file) => decode(file));
  for (const one of [normal, height, seen]) expect([one!.width, one!.height, one!.depth]).toEqual([4, 1, 8]);
  expect([...normal!.data].slice(0, 4)).toEqual([128, 128, 255, 255]);
  expect([...height!.data].filter((_, i) => i % 4 === 3)).toEqual([255, 255, 0, 0]);
  expect(height!.data[4]! - height!.data[0]!).toBeGreaterThan(100);
  expect([...seen!.data]).toEqual([...parts.data]);
});
