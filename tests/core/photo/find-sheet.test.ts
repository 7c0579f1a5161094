// A sheet on a desk is found as the camera saw it; where there is none, nothing is proposed.
import { describe, expect, it } from 'vitest';
import { findSheet } from '../../../src/core/photo/find-sheet.ts';
import type { Corners } from '../../../src/core/photo-tune.ts';
import type { Rgba } from '../../../src/core/sketch.ts';
import { photographed, SHEET } from './paper.ts';

/** A ring in ink on white. */
function drawn(side = 300): Rgba {
  const data = new Uint8Array(4 * side * side).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (Math.abs(Math.hypot(x - side / 2, y - side / 2) - 0.3 * side) < 3)
        data.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
  return { width: side, height: side, data };
}

const TURNED: Corners = [
  [0.5, 0.08],
  [0.92, 0.5],
  [0.5, 0.92],
  [0.08, 0.5],
];

describe('a sheet on a desk', () => {
  it.each([
    ['seen from below left', SHEET, {}],
    ['in lamp light, with grain', SHEET, { lamp: 0.3, grain: 0.03 }],
    ['turned', TURNED, { pencil: 0.6 }],
    ['squared', SHEET, { squares: 16, ruling: 0.2, tint: [1, 0.9, 0.7] as const }],
  ])('%s is found', (_name, sheet, how) => {
    const found = findSheet(photographed(drawn(), { ...how, sheet }));
    for (const [i, [x, y]] of sheet.entries()) {
      const near = found?.map(([u, v]) => Math.hypot(u - x, v - y)) ?? [];
      expect(Math.min(...near), `corner ${i}`).toBeLessThan(0.012);
    }
  });

  it.each([
    ['a scan without a desk', {}],
    ['paper under a lamp', { lamp: 0.6 }],
    ['paper with a shadow across it', { shadow: 0.12, grain: 0.02 }],
    ['ruled paper', { squares: 16, ruling: 0.3 }],
  ])('%s has none', (_name, how) => expect(findSheet(photographed(drawn(), how))).toBeNull());

  it('white lines on dark are no sheet', () => {
    const { width, height, data } = drawn();
    const turned = data.map((value, i) => (i % 4 === 3 ? 255 : 255 - value));
    expect(findSheet({ width, height, data: turned })).toBeNull();
  });
});
