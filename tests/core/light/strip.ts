// A surface of 4 × 2 pixels, one part of two samples a side, and a strip of all its pixels.
import { orderOf, type Strip, type Surface } from '../../../src/core/light/surface.ts';
import { cards } from '../fake.ts';
import { labelsFrom } from '../small.ts';

export const order = orderOf(cards.light);

export function surfaceWith(more: Partial<Surface> = {}): Surface {
  const labels = labelsFrom(['1111', '1111']);
  const box = { x: 0, y: 0, width: 4, height: 2 };
  const plane = { width: 4, height: 2, data: new Float32Array(8) };
  const square = { box: { ...box, height: 4 }, width: 2, height: 2 };
  return {
    found: {
      grid: { box, width: 4, height: 2 },
      labels,
      alpha: { width: 4, height: 2, data: new Uint8Array(8).fill(255) },
      parts: [],
    },
    maps: { base: new Uint8Array(24).fill(51), materials: [Float32Array.of(0.25, 0.5)], behind: [] },
    views: [{ square }],
    samplers: [{ row: () => undefined, pixel: (_x, _label, to) => to.set([0, 0, 1, 0.5, 0.25]) }],
    ...{ zones: null, seams: plane, relief: null, texture: null, gains: null, bounce: null },
    ...more,
  };
}

export function emptyStrip(): Strip {
  return {
    pixels: Int32Array.from({ length: 8 }, (_, i) => i),
    intrinsic: new Float32Array(8 * order.channels),
    base: new Float32Array(24),
    material: new Float32Array(16),
    position: new Float32Array(16),
    bare: null,
  };
}

/** Over four samples, half in the open and a quarter in the key light; its edge leans at pixel 3 by `x`. */
export function reliefWith(x: number): NonNullable<Surface['relief']> {
  const bevel = { x: new Int8Array(8), y: new Int8Array(8) };
  bevel.x[3] = x;
  const heights = {
    ...{ size: 2, labels: Int32Array.of(1, 1, 1, 1), data: new Float32Array(4) },
    ...{
      near: new Uint8Array(4),
      far: new Uint8Array(4),
      slivers: new Int32Array(),
      own: new Float32Array(4).fill(0.5),
    },
  };
  return {
    bevel,
    views: [{ heights, sky: new Float32Array(4).fill(0.5) }],
    seen: [new Float32Array(4).fill(0.25)],
  };
}
