import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import type { ModelCard } from '../../src/core/card.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Rgba } from '../../src/core/sketch.ts';
import { cards, fakeEngine, quiet } from './fake.ts';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none"><path d="M20 30C20 10 70 5 80 35S60 90 40 85 20 50 20 30Z" fill="#c33" stroke="#000" stroke-width="2"/><path d="M25 60C40 50 55 50 72 58" stroke="#000" stroke-width="2"/></svg>';

/** The shipped card with a square of another side, its numbers in proportion. */
function cardOf(size: number): ModelCard {
  const { input } = cards.model;
  const scale = size / input.size;
  return {
    ...cards.model,
    input: { ...input, size, margin: scale * input.margin, stroke: scale * input.stroke },
  };
}

async function picture(size: number): Promise<Rgba> {
  const pipeline = openPipeline(await fakeEngine(), { model: cardOf(size), light: cards.light });
  const made = await pipeline.realize(
    { id: '1:2', name: 'thing', svg: DRAWING },
    { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio, seed: 3, shadow: false },
    quiet,
  );
  if (isRefusal(made)) throw new Error(made.refused);
  const { width, height, data } = decode(made.picture.png);
  return { width, height, data: data as Uint8Array };
}

it('a square of 256 and one of 512 give the same picture but for the finer form', async () => {
  const [small, large] = [await picture(256), await picture(512)];
  expect([large.width, large.height]).toEqual([small.width, small.height]);
  let [alpha, colour, inside] = [0, 0, 0];
  for (let i = 0; i < small.data.length; i += 4) {
    alpha = Math.max(alpha, Math.abs((small.data[i + 3] ?? 0) - (large.data[i + 3] ?? 0)));
    if (small.data[i + 3] !== 255) continue;
    inside++;
    colour += Math.abs((small.data[i] ?? 0) - (large.data[i] ?? 0));
  }
  expect(alpha).toBe(0);
  expect(inside).toBeGreaterThan(0.4 * small.width * small.height);
  expect(colour / inside).toBeLessThan(30);
}, 300_000);
