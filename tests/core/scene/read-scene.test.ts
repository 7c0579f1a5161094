import { expect, it } from 'vitest';
import { startClock } from '../../../src/core/clock.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { readScene, sceneKey } from '../../../src/core/scene/read-scene.ts';
import type { Trace } from '../../../src/core/scene/trace.ts';
import type { Stage } from '../../../src/core/picture.ts';
import { isRefusal, PLAIN, type FrameFacts } from '../../../src/core/sketch.ts';
import { fakeEngine } from '../fake.ts';

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${body}</svg>`;
const CUP = '<path d="M2 2h6v6h-6z" fill="#c33"/>';

async function read(text: string, stopAt?: Stage) {
  const { rasterise } = await fakeEngine();
  let stage: Stage | null = null;
  const clock = startClock(() => 0, {
    progress: (now) => (stage = now),
    cancelled: () => Promise.resolve(stage === stopAt),
  });
  return readScene({ svg: text }, PLAIN.photo, clock, { rasterise, images: openMemo<Trace | null>() });
}

it('reads a drawing, and survey it', async () => {
  const scene = await read(svg(CUP));
  if (isRefusal(scene)) throw new Error(scene.refused);
  expect(scene.pieces.map(({ role }) => role)).toEqual(['form']);
  expect(scene.found.object).toMatchObject({ x: expect.closeTo(2, 0), width: expect.closeTo(6, 0) });
});

it('refuses what is no drawing, and what shows nothing', async () => {
  expect(await read('<html/>')).toMatchObject({ refused: 'not-an-svg' });
  for (const unseen of ['d="M20 20h6v6h-6z" fill="#c33"', 'd="M2 2h6v6h-6z" fill="#c33" opacity="0"'])
    expect(await read(svg(`<path ${unseen}/>`))).toEqual({ refused: 'nothing-seen' });
  const blank =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC';
  const photo = svg(`<image width="10" height="10" href="data:image/png;base64,${blank}"/>`);
  expect(await read(photo)).toEqual({ refused: 'nothing-drawn' });
});

it('stops where it is asked to, before reading or before tracing', async () => {
  expect(await read(svg(CUP), 'read')).toEqual({ refused: 'cancelled' });
  expect(await read(svg(CUP), 'lines')).toEqual({ refused: 'cancelled' });
});

it('a scene depends on the drawing, on what Figma knows of its frame, and on how photos are read', () => {
  const frame: FrameFacts = {
    kind: 'frame',
    box: { x: 0, y: 0, width: 1, height: 1 },
    filled: true,
    stroke: 0,
    radius: 0,
    clips: true,
  };
  const keys = [
    sceneKey({ svg: 'a' }, PLAIN.photo),
    sceneKey({ svg: 'b' }, PLAIN.photo),
    sceneKey({ svg: 'a', frame }, PLAIN.photo),
    sceneKey({ svg: 'a' }, { ...PLAIN.photo, weight: 2 }),
  ].map((key) => key.join());
  expect(new Set(keys).size).toBe(4);
  expect(sceneKey({ svg: 'a', frame: { ...frame } }, { ...PLAIN.photo })).toEqual(
    sceneKey({ svg: 'a', frame }, PLAIN.photo),
  );
});
