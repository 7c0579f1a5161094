import { describe, expect, it } from 'vitest';
import { findFeet, type Feet } from '../../../src/core/light/ground-contact.ts';
import { layShadow, shadowBox } from '../../../src/core/light/ground-shadow.ts';
import type { View } from '../../../src/core/form/view.ts';
import type { Rgba } from '../../../src/core/sketch.ts';
import { cards } from '../fake.ts';
import { openView } from './view.ts';

const [soft] = cards.light.studios;
if (!soft) throw new Error('the card lists no studio');

function standing(of: View): Feet {
  const feet = findFeet(of);
  if (!feet) throw new Error('wanted feet');
  return feet;
}

/** Alpha of the shadow alone over drawing units 0…100, one a unit. */
function laid(of: View, studio = soft): (x: number, y: number) => number {
  if (!studio) throw new Error('wanted a studio');
  const picture: Rgba = { width: 100, height: 100, data: new Uint8Array(40_000) };
  const grid = { box: { x: 0, y: 0, width: 100, height: 100 }, width: 100, height: 100 };
  layShadow(picture, grid, { feet: standing(of), glass: null }, studio);
  return (x, y) => picture.data[4 * (y * 100 + x) + 3]!;
}

const post = (x: number, y: number): boolean => x > 40 && x < 60 && y > 15 && y < 85;

describe('the shadow on the ground', () => {
  it('is darkest under the foot, falls off evenly, and ends inside its box', () => {
    const alpha = laid(openView(128, post));
    const box = shadowBox(standing(openView(128, post)));
    const below = [85, 86, 87, 88].map((y) => alpha(50, y));
    expect(below[0]).toBeGreaterThan(85);
    expect(below).toEqual([...below].sort((a, b) => b - a));
    for (let v = 0; v < 100; v++) {
      expect(alpha(Math.floor(box.x), v)).toBeLessThan(3);
      expect(alpha(Math.floor(box.x + box.width), v)).toBeLessThan(3);
      expect(alpha(v, Math.floor(box.y + box.height))).toBeLessThan(3);
    }
  });

  it('falls away from the light', () => {
    const lit = (x: number): ReturnType<typeof laid> =>
      laid(openView(128, post), { ...soft, shadow: { ...soft.shadow, towards: [x, 0.6, 0.3], size: 0.2 } });
    const [left, right] = [lit(-0.7), lit(0.7)];
    expect(left(65, 83)).toBeGreaterThan(left(34, 83) + 8);
    expect(right(34, 83)).toBeGreaterThan(right(65, 83) + 8);
    expect(Math.abs(left(65, 83) - right(34, 83))).toBeLessThan(4);
  });

  it('lies under feet, not under what hangs above the ground', () => {
    const alpha = laid(openView(128, (x, y) => post(x, y) || (x > 60 && x < 90 && y > 15 && y < 30)));
    expect(alpha(50, 86)).toBeGreaterThan(25);
    expect(alpha(80, 32)).toBe(0);
  });

  it('is the same for a square of any size', () => {
    const [coarse, fine] = [laid(openView(128, post)), laid(openView(512, post))];
    for (const x of [35, 50, 65]) expect(Math.abs(coarse(x, 86) - fine(x, 86))).toBeLessThan(14);
  });

  it('is none where nothing is', () => expect(findFeet(openView(64, () => false))).toBeNull());
});
