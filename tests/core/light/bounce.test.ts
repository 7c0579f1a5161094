import { expect, it } from 'vitest';
import { bounceOf, type Bounce } from '../../../src/core/light/bounce.ts';
import { takeBounce, type Takers } from '../../../src/core/light/take-bounce.ts';
import type { Parts } from '../../../src/core/parts/parts.ts';
import { cards } from '../fake.ts';

const SIDE = 128;
const grid = { box: { x: 0, y: 0, width: SIDE, height: SIDE }, width: SIDE, height: SIDE };
const CHANNELS = cards.light.inputs.find(({ tensor }) => tensor === 'material')!.channels!;
const RED = [212, 42, 42] as const;
const WHITE = [244, 244, 244] as const;
const LEVEL = Float32Array.of(0, 10);
/** Of the white part, just below the border; and far from it. */
const [NEAR, FAR] = [66, 110];

/** White below, red above it, which also lies higher. `metal`: of the white part. */
function bounceWith(metal = 0, level = LEVEL): Bounce {
  const isRed = (i: number): boolean => i < (SIDE * SIDE) / 2;
  const base = new Uint8Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) base.set(isRed(i) ? RED : WHITE, 3 * i);
  const parts: Parts = {
    grid,
    labels: {
      width: SIDE,
      height: SIDE,
      data: Int32Array.from({ length: SIDE * SIDE }, (_, i) => (isRed(i) ? 2 : 1)),
    },
    alpha: { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE).fill(255) },
    parts: [],
  };
  const values = (share: number): Float32Array =>
    Float32Array.from(CHANNELS, ({ name }) => (name === 'metal' ? share : 0));
  return bounceOf(parts, level, { base, materials: [values(metal), values(0)] }, cards.light);
}

type Form = readonly [x: number, y: number, z: number, open: number];

/** Of one pixel. */
const planesOf = (form: Form): Takers['form'] =>
  form.map((value) => Float32Array.of(value)) as unknown as Takers['form'];

/** How much brighter red, green and blue of a half grey pigment of the white part become at row `y`. */
function taken(bounce: Bounce, y: number, form: Form): number[] {
  const pigments = Float32Array.of(0.5, 0.5, 0.5);
  takeBounce(bounce, grid, {
    pixels: Int32Array.of(y * SIDE + SIDE / 2),
    labels: new Int32Array(SIDE * SIDE).fill(1),
    form: planesOf(form),
    pigments,
  });
  return [...pigments].map((value) => value / 0.5);
}

it('the foot of a red wall is red', () => {
  const [red, green, blue] = taken(bounceWith(), NEAR, [0, 0, 1, 0.6]);
  expect(red).toBeGreaterThan(1.03);
  expect(green).toBeLessThan(1 + 0.3 * (red! - 1));
  expect(blue).toBeLessThan(1 + 0.3 * (red! - 1));
});

it('walls send nothing far away, nor to what lies open, nor where nothing is higher', () => {
  expect(taken(bounceWith(), FAR, [0, 0, 1, 0.6])[0]).toBeCloseTo(1, 3);
  expect(taken(bounceWith(), NEAR, [0, 0, 1, 1])).toEqual([1, 1, 1]);
  expect(taken(bounceWith(0, Float32Array.of(5, 5)), NEAR, [0, 0, 1, 0.6])).toEqual([1, 1, 1]);
});

it('what leans to a neighbour takes its colour, and what leans away does not', () => {
  const [up, , upBlue] = taken(bounceWith(), NEAR, [0, 0.8, 0.6, 1]);
  const [down, , downBlue] = taken(bounceWith(), NEAR, [0, -0.8, 0.6, 1]);
  expect(up).toBeGreaterThan(1.02);
  expect(upBlue).toBeLessThan(1 + 0.5 * (up! - 1));
  expect(downBlue! / down!).toBeCloseTo(1, 2);
});

it('what faces the viewer in the open takes nothing', () => {
  expect(taken(bounceWith(), NEAR, [0, 0, 1, 1])).toEqual([1, 1, 1]);
  expect(taken(bounceWith(), NEAR, [0, 0.3, 0.95, 0.97])).toEqual([1, 1, 1]);
});

it('metal mirrors, and takes none', () => {
  expect(taken(bounceWith(1), NEAR, [0, 0.8, 0.6, 0.6])).toEqual([1, 1, 1]);
});

it('a drawing so slim that the coarse grid is one cell high or wide takes numbers', () => {
  const coarse = bounceWith();
  for (const [width, height] of [
    [SIDE, 1],
    [1, SIDE],
  ] as const) {
    const slim = { box: { x: 0, y: 0, width, height }, width, height };
    const line = new Float32Array(SIDE).fill(0.5);
    const colours = [line, line, line] as const;
    const pigments = Float32Array.of(0.5, 0.5, 0.5);
    takeBounce({ grid: slim, colours, walls: colours, dull: coarse.dull }, slim, {
      pixels: Int32Array.of(0),
      labels: Int32Array.of(1),
      form: planesOf([0, 0.8, 0.6, 0.6]),
      pigments,
    });
    expect(pigments[0]).toBeGreaterThan(0.5);
    expect(pigments[0]).toBeLessThan(1);
  }
});
