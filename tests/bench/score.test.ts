import { describe, expect, it } from 'vitest';
import { LIMIT, score } from '../../bench/fidelity/score.ts';
import type { Rgba } from '../../src/core/sketch.ts';

type Colour = [number, number, number, number];
const RED: Colour = [200, 40, 40, 255];
const BLUE: Colour = [40, 60, 200, 255];
const NONE: Colour = [0, 0, 0, 0];
const WHITE: Colour = [255, 255, 255, 255];
const SIDE = 20;

/** A square of `inside` from 5 to 14 on `outside`; its columns left of `open` are bare. */
function square(inside: Colour, outside: Colour = NONE, open = 0): Rgba {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const within = x >= 5 + open && x < 15 && y >= 5 && y < 15;
      data.set(within ? inside : outside, 4 * (y * SIDE + x));
    }
  return { width: SIDE, height: SIDE, data };
}

describe('the judge of pictures', () => {
  it('finds nothing wrong where both are the same', () => {
    expect(score(square(RED), square(RED))).toEqual({ missing: 0, extra: 0, off: 0, wrong: 0 });
  });

  it('takes the plain ground of a frame for no object', () => {
    expect(score(square(RED, WHITE), square(RED)).wrong).toBe(0);
  });

  it('takes it for a tile where nothing is drawn round it', () => {
    expect(score(square(RED, WHITE), square(RED, WHITE), true).wrong).toBe(0);
    expect(score(square(RED, WHITE), square(RED), true).missing).toBeCloseTo(0.75);
  });

  it('names what is missing and what is too much, as shares of the drawing', () => {
    expect(score(square(RED), square(RED, NONE, 3)).missing).toBeCloseTo(0.3);
    expect(score(square(RED, NONE, 5), square(RED)).extra).toBeCloseTo(1);
  });

  it('sees another hue, and forgives light', () => {
    expect(score(square(RED), square(BLUE)).off).toBe(1);
    expect(score(square(RED), square([220, 60, 60, 255])).wrong).toBeLessThan(LIMIT);
  });

  it('takes a tile with a hole in it for a body: a ground lies below all else', () => {
    expect(score(square(NONE, RED), square(NONE, RED)).wrong).toBe(0);
    expect(score(square(NONE, RED), square(NONE, NONE)).missing).toBe(1);
  });

  it('takes an orange in less light for the same one, and a tan for another', () => {
    const orange = square([255, 148, 76, 255]);
    expect(score(orange, square([204, 121, 73, 255])).wrong).toBe(0);
    expect(score(square([255, 103, 35, 255]), square([198, 89, 34, 255])).wrong).toBe(0);
    expect(score(orange, square([204, 139, 81, 255])).off).toBe(1);
    // Less light than any shade leaves, and a colour that was washed out.
    expect(score(orange, square([90, 50, 25, 255])).off).toBe(1);
    expect(score(square(RED), square([140, 80, 80, 255])).off).toBe(1);
    expect(score(square([39, 1, 117, 255]), square([55, 50, 114, 255])).off).toBe(1);
  });

  it('refuses pictures of two sizes', () => {
    expect(() => score(square(RED), { width: 1, height: 1, data: new Uint8Array(4) })).toThrow('1 × 1');
  });
});
