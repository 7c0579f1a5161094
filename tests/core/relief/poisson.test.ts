import { expect, it } from 'vitest';
import { bulgeOf } from '../../../src/core/relief/poisson.ts';

const SIZE = 128;

/** 1 within a circle around (cx, cy), 2 within another one. */
function discs(...circles: readonly (readonly [cx: number, cy: number, radius: number])[]): Int32Array {
  const domain = new Int32Array(SIZE * SIZE);
  for (let y = 0, i = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, i++)
      circles.forEach(([cx, cy, radius], k) => {
        if (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) < radius) domain[i] = k + 1;
      });
  return domain;
}

it('over a disc it is the paraboloid (R² − r²) / 4, and slopes fall away from the middle', () => {
  const [cx, cy, radius] = [64.3, 63.6, 40.4];
  const { u, slopeX, slopeY } = bulgeOf({ size: SIZE, domain: discs([cx, cy, radius]) });
  for (let y = 20; y < 108; y += 3)
    for (let x = 20; x < 108; x += 3) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const i = y * SIZE + x;
      const inside = radius ** 2 - dx * dx - dy * dy;
      if (inside <= 0) expect(u[i]).toBe(0);
      if (Math.hypot(dx, dy) > radius - 3) continue;
      expect(Math.abs(u[i]! - inside / 4)).toBeLessThan(0.03 * radius ** 2 * 0.25);
      expect(Math.abs(slopeX[i]! + dx / 2)).toBeLessThan(0.05 * radius);
      expect(Math.abs(slopeY[i]! + dy / 2)).toBeLessThan(0.05 * radius);
    }
});

it('domains that touch do not know of each other', () => {
  const domain = new Int32Array(SIZE * SIZE);
  // Two strips side by side, 20 and 40 samples wide and as long as the square allows.
  for (let i = 0; i < domain.length; i++) {
    const x = i % SIZE;
    domain[i] = x >= 30 && x < 50 ? 1 : x >= 50 && x < 90 ? 2 : 0;
  }
  const { u } = bulgeOf({ size: SIZE, domain });
  const middle = (SIZE / 2) * SIZE;
  // (a² − x²) / 2 over a strip of half width a.
  expect(Math.abs(u[middle + 40]! - 50)).toBeLessThan(2.5);
  expect(Math.abs(u[middle + 70]! - 200)).toBeLessThan(8);
  // At their common border both are at 0.
  expect(u[middle + 49]! + u[middle + 50]!).toBeLessThan(20);
});

it('a domain of one sample, and one along the rim of the square, are no trouble', () => {
  const domain = new Int32Array(64);
  domain[27] = 1;
  domain.fill(2, 0, 16);
  const { u, slopeX, slopeY } = bulgeOf({ size: 8, domain });
  expect(u[27]).toBeGreaterThan(0);
  expect([...u, ...slopeX, ...slopeY].every(Number.isFinite)).toBe(true);
});
