import { expect, it } from 'vitest';
import { feetOf, findWheels, hubsOf, isDisc, soleOf } from '../../../src/core/appearance/parts-by-shape.ts';
import type { Part } from '../../../src/core/parts/parts.ts';

/** A part by its corners; round ones cover π / 4 of their box. */
const part = (x0: number, y0: number, x1: number, y1: number): Part => ({
  piece: null,
  wire: false,
  pixels: Math.round(0.785 * (x1 - x0 + 1) * (y1 - y0 + 1)),
  box: { x0, y0, x1, y1 },
});
//   ┌──────────────────┐
//   │       body       │
//   └─(left)────(right)┘   (hub) in the middle of the left one
const BODY = part(0, 20, 399, 120);
const LEFT = part(60, 100, 119, 159);
const RIGHT = part(280, 100, 339, 159);
const HUB = part(75, 115, 104, 144);
const CAR = [BODY, LEFT, RIGHT, HUB];

it('wheels are round twins on the ground', () => {
  expect(findWheels(CAR)).toEqual(new Set([LEFT, RIGHT]));
});

it('one alone is none, nor is a pair of which one is larger, nor one in the air', () => {
  expect(findWheels([BODY, LEFT])).toEqual(new Set());
  expect(findWheels([BODY, LEFT, part(280, 90, 349, 159)])).toEqual(new Set());
  const [high, higher] = [part(60, 30, 119, 89), part(280, 30, 339, 89)];
  expect(findWheels([BODY, high, higher, part(0, 120, 399, 159)])).toEqual(new Set());
});

it('nor are squares, however much ink lies round them', () => {
  const square = (wheel: Part): Part => ({ ...wheel, field: { box: wheel.box, pixels: 3500 } });
  expect(findWheels([BODY, square(LEFT), square(RIGHT)])).toEqual(new Set());
});

it('hubs lie in the middle of a wheel', () => {
  expect(hubsOf(CAR, new Set([LEFT, RIGHT]))).toEqual(new Set([HUB]));
});

it('feet are small twins that reach the ground, round or not', () => {
  const [left, right] = [part(60, 120, 119, 159), part(280, 110, 339, 159)];
  expect(feetOf([BODY, left, right])).toEqual([left, right]);
  expect(feetOf([BODY, left])).toEqual([]);
});

it('feet are twins by what their lines enclose, whatever bar hangs at one', () => {
  const field = (x0: number, x1: number) => ({ pixels: 1500, box: { x0, y0: 115, x1, y1: 154 } });
  const left = { ...part(60, 110, 119, 159), field: field(65, 114) };
  const right = { ...part(230, 100, 339, 159), field: field(285, 334) };
  expect(feetOf([BODY, left, right])).toEqual([left, right]);
  const larger = { ...right, field: field(265, 334) };
  expect(feetOf([BODY, left, larger])).toEqual([]);
});

it('a sole is the lowest part, if it is long and flat', () => {
  const [shaft, sole] = [part(0, 0, 300, 120), part(0, 110, 310, 150)];
  expect(soleOf([shaft, sole])).toBe(sole);
  expect(soleOf([shaft, part(0, 110, 100, 150)])).toBeNull();
  expect(soleOf([])).toBeNull();
});

it('a disc is a field as wide as high that covers π / 4 of its box', () => {
  const field = (x1: number, y1: number, share: number): Part => {
    const box = { x0: 0, y0: 0, x1, y1 };
    return { ...part(0, 0, 149, 149), field: { box, pixels: Math.round(share * (x1 + 1) * (y1 + 1)) } };
  };
  expect(isDisc(field(99, 99, Math.PI / 4))).toBe(true);
  expect(isDisc(field(99, 99, 1))).toBe(false);
  expect(isDisc(field(149, 99, Math.PI / 4))).toBe(false);
  expect(isDisc(LEFT)).toBe(false);
});
