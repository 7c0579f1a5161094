import { describe, expect, it } from 'vitest';
import { findFeet } from '../../../src/core/light/ground-contact.ts';
import { CELLS } from '../../../src/core/light/ground-contact.ts';
import { openView } from './view.ts';

/** In a square of 100 units, at the middle of a column given in those units. */
function standsAt(covered: (x: number, y: number) => boolean, x: number): number {
  const feet = findFeet(openView(256, covered))!;
  const { box, width } = feet.grid;
  return feet.stands[Math.floor(((x - box.x) / box.width) * width)]!;
}

const seat = (x: number, y: number): boolean => x > 20 && x < 80 && y > 20 && y < 60;
const leg =
  (from: number, to: number, end: number) =>
  (x: number, y: number): boolean =>
    x > from && x < to && y >= 60 && y < end;

describe('what stands on the ground', () => {
  it('legs that end higher, as those farther back are drawn, and not the seat between them', () => {
    const [front, back] = [leg(22, 26, 80), leg(60, 64, 72)];
    const chair = (x: number, y: number): boolean => seat(x, y) || front(x, y) || back(x, y);
    expect(standsAt(chair, 24)).toBeGreaterThan(0.8);
    expect(standsAt(chair, 62)).toBeGreaterThan(0.8);
    expect(standsAt(chair, 45)).toBeLessThan(0.05);
  });

  it('not what is too broad for a leg, nor what ends far above', () => {
    const foot = leg(40, 50, 80);
    const hand = leg(66, 76, 74);
    expect(standsAt((x, y) => seat(x, y) || foot(x, y) || hand(x, y), 71)).toBeLessThan(0.05);
    const tassel = leg(70, 72, 63);
    expect(standsAt((x, y) => seat(x, y) || leg(40, 44, 80)(x, y) || tassel(x, y), 71)).toBeLessThan(0.05);
  });

  it('nothing that fades away downwards', () => {
    const fading = openView(256, seat);
    const { data, width } = fading.silhouette!;
    for (let i = 0; i < data.length; i++)
      data[i] = data[i]! * Math.max(0, 1 - Math.floor(i / width) / (0.6 * width));
    expect(findFeet(fading)).toBeNull();
  });

  it('is told on a grid whose longer side is the object’s', () => {
    const feet = findFeet(openView(256, seat))!;
    expect(Math.round((60 / feet.grid.box.width) * feet.grid.width)).toBe(CELLS);
  });
});
