// What stages keep from call to call: a changed input is seen, one test a memo; the same input costs nothing.
import { encodePng } from '../../src/core/image/png.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Network } from '../../src/core/engine.ts';
import { packed, type Packed, type Strip, type Surface } from '../../src/core/light/pack.ts';
import type { Sampler } from '../../src/core/form/upsample.ts';
import { openMemo } from '../../src/core/memo.ts';
import { openPipeline, type Pipeline } from '../../src/core/pipeline.ts';
import { castRoles } from '../../src/core/scene/roles.ts';
import { traceImages, type Trace } from '../../src/core/scene/trace.ts';
import { PLAIN, isRefusal, type Settings, type Shown } from '../../src/core/sketch.ts';
import { readDrawing } from '../../src/core/svg/drawing.ts';
import { cards, fakeEngine, inflate, quiet } from './fake.ts';
import { squareOf } from './form/square.ts';

/** A grey stroke on white, faint enough that the photo's tuning decides whether it is a line. */
function photoOf(x: number): string {
  const data = new Uint8Array(4 * 60 * 60).fill(255);
  for (let row = 8; row < 52; row++)
    for (let k = x; k < x + 4; k++) data.set([90, 90, 90], 4 * (row * 60 + k));
  for (let k = x; k < 54; k++) for (const row of [8, 9, 50, 51]) data.set([90, 90, 90], 4 * (row * 60 + k));
  for (let row = 8; row < 52; row++) data.set([90, 90, 90], 4 * (row * 60 + 53));
  const file = Buffer.from(encodePng({ width: 60, height: 60, data })).toString('base64');
  return `<image href="data:image/png;base64,${file}" x="0" y="0" width="60" height="60"/>`;
}
const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 100" fill="none">${body}</svg>`;
const cup = (x: number): string =>
  svg(
    `<path id="cup" d="M${x} 20H80V90H30Z" fill="#2A9D8F" fill-opacity="0.5"/>` +
      '<path id="band" d="M35 40H75V60H35Z" fill="#E76F51"/><path d="M84 30H110V70H84Z" stroke="#000" stroke-width="2"/>',
  );

const quick = {
  ...cards,
  model: { ...cards.model, input: { ...cards.model.input, size: 64, preview: 64, margin: 6, stroke: 0.75 } },
};
const plain: Settings = { ...PLAIN, model: cards.model.id, studio: 'soft', size: 512, seed: 3 };

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

interface Call {
  text?: string;
  name?: string;
  wish?: Partial<Settings>;
}

async function draft(
  pipeline: Pipeline,
  { text = cup(30), name = 'thing', wish = {} }: Call,
): Promise<Shown> {
  const made = await pipeline.draft({ id: '1:2', name, svg: text }, { ...plain, ...wish }, quiet);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  return made.shown;
}

describe('a lit pipeline sees another', () => {
  const outline = svg('<path d="M20 20H80V90H20Z" stroke="#000" stroke-width="2"/>');
  it.each<[string, Call, Call]>([
    ['drawing (scene, form)', {}, { text: cup(24) }],
    [
      'tuning of photos (scene, form)',
      { text: svg(photoOf(8)) },
      {
        text: svg(photoOf(8)),
        wish: { photo: { ...PLAIN.photo, weight: 2 } },
      },
    ],
    ['shadow (feet, extent)', {}, { wish: { shadow: false } }],
    ['background (figure)', {}, { wish: { background: 'white' } }],
    ['size (figure)', {}, { wish: { size: 200 as Settings['size'] } }],
    ['seed (look)', { text: outline }, { text: outline, wish: { seed: 5 } }],
    ['name (look)', { name: 'thing' }, { name: 'glass' }],
    ['choice for a part (look)', {}, { wish: { parts: { band: { colour: '#102030' } } } }],
  ])('%s', async (_what, before, after) => {
    const pipeline = openPipeline(engine, quick);
    await draft(pipeline, before);
    const kept = await draft(pipeline, after);
    const fresh = await draft(openPipeline(engine, quick), after);
    expect(kept.box).toEqual(fresh.box);
    expect(Buffer.compare(kept.data, fresh.data)).toBe(0);
  });
});
