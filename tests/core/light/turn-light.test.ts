import { describe, expect, it } from 'vitest';
import { turned } from '../../../src/core/light/turn-light.ts';
import { cards } from '../fake.ts';

const { directions, studios } = cards.light;
const towards = (studio: (typeof studios)[number], light: number): number[] =>
  (directions[light] ?? []).map((at) => studio.vector[at]!);

describe('a turned set-up', () => {
  const [soft] = studios;
  if (!soft) throw new Error('the card lists no studio');

  it('is the same when it is not turned, and after a whole turn', () => {
    for (const azimuth of [0, 360])
      turned(soft, directions, azimuth, 0).vector.forEach((value, at) =>
        expect(value).toBeCloseTo(soft.vector[at] ?? NaN, 6),
      );
  });

  it('brings what stands in front to the viewer’s right, and only the lights move', () => {
    const ahead = [0, 0, 2];
    const front = { ...soft, vector: soft.vector.map((value, at) => ahead[at] ?? value) };
    const [x = 0, y = 0, z = 0] = towards(turned(front, directions, 90, 0), 0);
    expect([x, y, z].map((v) => Math.round(1e6 * v) / 1e6 + 0)).toEqual([2, 0, 0]);
    const moved = new Set(directions.flat());
    turned(soft, directions, 90, 20).vector.forEach((value, at) => {
      if (!moved.has(at)) expect(value).toBe(soft.vector[at]);
    });
  });

  it('raises every light, but never to straight above', () => {
    const high = turned(soft, directions, 0, 200);
    directions.forEach((_, light) => {
      const [x = 0, y = 0, z = 0] = towards(high, light);
      expect(y / Math.hypot(x, y, z)).toBeGreaterThan(0.98);
      expect(Math.hypot(x, z)).toBeGreaterThan(0.05 * Math.hypot(x, y, z));
    });
  });

  it('turns the light that casts the shadow with the others', () => {
    const [x0 = 0, , z0 = 0] = soft.shadow.towards;
    const [x1 = 0, , z1 = 0] = turned(soft, directions, 180, 0).shadow.towards;
    expect([x1, z1]).toEqual([expect.closeTo(-x0, 6), expect.closeTo(-z0, 6)]);
  });
});
