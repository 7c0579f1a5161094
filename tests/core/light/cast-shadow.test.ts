import { expect, it } from 'vitest';
import type { Studio } from '../../../src/core/card.ts';
import { castShadow } from '../../../src/core/light/cast-shadow.ts';
import { findFeet } from '../../../src/core/light/ground-contact.ts';
import { cards } from '../fake.ts';
import { openView } from './view.ts';

const soft = cards.light.studios[0]!;
const fromLeft: Studio = { ...soft, shadow: { ...soft.shadow, towards: [-0.7, 0.6, 0.3], size: 0.2 } };

const block = findFeet(openView(128, (x, y) => x > 35 && x < 65 && y > 15 && y < 85))!;
const { width, height } = block.grid;
const row = Math.floor(block.low) - 4;

/** Of clear glass all over, or of none. */
const glass = (passes: number) => ({
  passes: Float32Array.from(block.mask, (covered) => covered * passes),
  middle: new Float32Array(width).fill(width / 2),
  colour: [255, 255, 255] as const,
});
const cast = (passes: number | null) => castShadow(block, fromLeft, passes === null ? null : glass(passes));
/** Beside the object, where its shadow falls. */
const beside = (plane: Float32Array): number[] => [...plane.subarray(row * width, (row + 1) * width)];

it('glass throws a paler shadow than what hides the light, with light in it', () => {
  const [solid, clear] = [cast(null), cast(1)];
  expect(solid.glow).toBeNull();
  const dark = beside(solid.dark);
  const column = Math.max(...[...dark.keys()].filter((u) => dark[u]! > 0.3));
  expect(column).toBeGreaterThan(width / 2);
  expect(beside(clear.dark)[column]!).toBeLessThan(0.6 * dark[column]!);
  expect(Math.max(...beside(clear.glow!))).toBeGreaterThan(0.3);
});

it('that light has a core: it is narrower than the shadow', () => {
  const wide = (values: number[]): number =>
    values.filter((value) => value > 0.5 * Math.max(...values)).length;
  expect(wide(beside(cast(1).glow!))).toBeLessThan(wide(beside(cast(null).dark)));
});

it('the less passes the less light there is, and all fades before the grid ends', () => {
  const [half, all] = [cast(0.5), cast(1)];
  expect(Math.max(...half.glow!)).toBeLessThan(Math.max(...all.glow!));
  for (let v = 0; v < height; v++) expect(all.glow![v * width + width - 1]!).toBeLessThan(0.01);
});
