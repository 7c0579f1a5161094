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
  expect(differ(small, large, 3, () => true).most).toBe(0);
  const solid = (i: number): boolean => small.data[i + 3] === 255 && large.data[i + 3] === 255;
  const red = differ(small, large, 0, solid);
  expect(red.count).toBeGreaterThan(0.4 * small.width * small.height);
  // A form that is turned round would be lit from the other side: the bound must tell that from a finer form.
  const wrong = differ(small, mirrored(large), 0, (i) => solid(i) && solid(mirrorOf(i, small.width)));
  expect(red.mean).toBeLessThan(18);
  expect(wrong.mean).toBeGreaterThan(18);
}, 300_000);

/** Of one channel, over the pixels (by their first byte) that count: absolute differences of 0…255. */
function differ(
  a: Rgba,
  b: Rgba,
  channel: number,
  counts: (i: number) => boolean,
): { mean: number; most: number; count: number } {
  let [sum, most, count] = [0, 0, 0];
  for (let i = 0; i < a.data.length; i += 4) {
    if (!counts(i)) continue;
    const difference = Math.abs(a.data[i + channel]! - b.data[i + channel]!);
    sum += difference;
    most = Math.max(most, difference);
    count++;
  }
  return { mean: sum / count, most, count };
}

function mirrored({ width, height, data }: Rgba): Rgba {
  const turned = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 4) turned.set(data.subarray(i, i + 4), mirrorOf(i, width));
  return { width, height, data: turned };
}

function mirrorOf(i: number, width: number): number {
  const pixel = i / 4;
  const x = pixel % width;
  return 4 * (pixel - x + width - 1 - x);
}
