// Materials on balls: one a material, of its own colour, lit as a ball is.
import { expect, test } from 'vitest';
import { swatchesOf } from '../../../src/core/light/swatches.ts';
import { cards, lambert } from '../fake.ts';

const card = cards.light;
const all = async () => true;
const lit = swatchesOf(card, lambert, all);

/** Red, green, blue, opacity at a place of a ball, 0…1 of its sides. */
async function at(id: string, x: number, y: number): Promise<number[]> {
  const { width: side, data } = (await lit)!;
  const ball = card.materials.findIndex((one) => one.id === id);
  const pixel = side * (ball * side + Math.floor(y * side)) + Math.floor(x * side);
  return [...data.subarray(4 * pixel, 4 * pixel + 4)];
}

test('there is a square for every material, and nothing beside the ball', async () => {
  const { width, height, data } = (await lit)!;
  expect(height).toBe(width * card.materials.length);
  expect(data.length).toBe(4 * width * height);
  expect((await at('ceramic', 0, 0))[3]).toBe(0);
  expect((await at('ceramic', 0.5, 0.5))[3]).toBe(255);
});

test('the light of this network comes from above left', async () => {
  const [upper] = await at('ceramic', 0.3, 0.3);
  const [lower] = await at('ceramic', 0.7, 0.7);
  expect(upper!).toBeGreaterThan(lower! + 50);
});

test('each has its own colour: gold is yellow, rubber dark', async () => {
  const [r, g, b] = await at('gold', 0.45, 0.45);
  expect(r! > g! && g! > b!).toBe(true);
  expect((await at('rubber', 0.45, 0.45))[0]).toBeLessThan((await at('ceramic', 0.45, 0.45))[0]! / 2);
});

test('knit has stitches, ceramic is smooth', async () => {
  const steps = async (id: string) => {
    const row = await Promise.all(Array.from({ length: 20 }, (_, k) => at(id, 0.4 + 0.01 * k, 0.5)));
    return Math.max(...row.slice(1).map(([r], k) => Math.abs(r! - row[k]![0]!)));
  };
  expect(await steps('knit')).toBeGreaterThan(3 * (await steps('ceramic')));
});

test('it stops where it is asked to', async () => {
  let asked = 0;
  expect(await swatchesOf(card, lambert, async () => ++asked < 3)).toBeNull();
  expect(asked).toBe(3);
});
