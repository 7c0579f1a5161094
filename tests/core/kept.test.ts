// What stages keep from call to call: a changed input is seen, one test a memo; the same input costs nothing.
import { beforeAll, describe, expect, it } from 'vitest';
import { readModelCard } from '../../src/core/card.ts';
import type { Engine, Network } from '../../src/core/engine.ts';
import { encodePng } from '../../src/core/image/png.ts';
import { openMemo } from '../../src/core/memo.ts';
import { openPipeline, type Pipeline } from '../../src/core/pipeline.ts';
import { castRoles } from '../../src/core/scene/roles.ts';
import { traceImages, type Trace } from '../../src/core/scene/trace.ts';
import type { Shown } from '../../src/core/picture.ts';
import { PLAIN, isRefusal, type Settings } from '../../src/core/sketch.ts';
import { readDrawing } from '../../src/core/svg/drawing.ts';
import { cards, fakeEngine, lambert, quiet } from './fake.ts';

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

/** Smaller than the panel's smallest: what is kept does not depend on it. */
const SIDE = 160 as Settings['size'];

const plain: Settings = { ...PLAIN, model: cards.model.id, studio: 'soft', size: SIDE, seed: 3 };

/** Every material has a tint of its own. */
const tinted: Network = async (inputs) => {
  const { picture } = await lambert(inputs);
  const material = inputs['material'];
  if (!picture || !material) throw new Error('wanted a picture and the input "material"');
  const n = picture.data.length / 4;
  for (let i = 0; i < n; i++) picture.data[i] = 0.8 * picture.data[i]! + 0.2 * Math.min(1, material.data[i]!);
  return { picture };
};

let engine: Engine;

beforeAll(async () => {
  engine = await fakeEngine({ light: tinted });
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
  const shaded = svg(
    '<linearGradient id="g"><stop stop-color="#1C4F86"/><stop offset="1" stop-color="#9CC8F5"/></linearGradient>' +
      '<path id="can" d="M20 20H80V90H20Z" fill="url(#g)"/>',
  );
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
    ['size (figure)', {}, { wish: { size: 120 as Settings['size'] } }],
    ['seed (look)', { text: outline }, { text: outline, wish: { seed: 5 } }],
    ['drawn shading (look)', { text: shaded }, { text: shaded, wish: { shading: 'replace' } }],
    ['name (look)', { name: 'thing' }, { name: 'copper' }],
    ['form of a part (by hand)', {}, { wish: { parts: { 'band#1': { form: 'hollow' } } } }],
    ['form of all (by hand)', {}, { wish: { relief: { ...PLAIN.relief, form: 'round' } } }],
    ['edge (relief)', {}, { wish: { relief: { ...PLAIN.relief, edge: 1 } } }],
    ['thickness of a part (relief)', {}, { wish: { parts: { 'band#1': { thickness: 1 } } } }],
    ['roughness (look)', {}, { wish: { surface: { ...PLAIN.surface, roughness: 1 } } }],
    [
      'texture of a part (texture)',
      { name: 'knit' },
      { name: 'knit', wish: { parts: { 'band#1': { scale: 1 } } } },
    ],
    ['choice for a part (look)', {}, { wish: { parts: { 'band#1': { colour: '#102030' } } } }],
  ])('%s', async (_what, before, after) => {
    const pipeline = openPipeline(engine, quick);
    const first = await draft(pipeline, before);
    const kept = await draft(pipeline, after);
    const fresh = await draft(openPipeline(engine, quick), after);
    expect(kept.box).toEqual(fresh.box);
    expect(Buffer.compare(kept.data, fresh.data)).toBe(0);
    expect(Buffer.compare(kept.data, first.data)).not.toBe(0);
  });
});

it('a painting pipeline sees another drawing, tuning of photos and background', async () => {
  const side = 64;
  const model = readModelCard({
    format: 'realize-card',
    formatVersion: 1,
    id: 'classic',
    name: 'classic',
    kind: 'picture',
    input: {
      tensor: 'drawing',
      size: side,
      margin: 6,
      stroke: 1.5,
      ink: 1,
      paper: -1,
      channels: [{ name: 'lines', range: [-1, 1] }],
    },
    output: { tensor: 'picture', channels: ['r', 'g', 'b'].map((name) => ({ name, range: [-1, 1] })) },
  });
  // Paints what it is shown.
  const generate: Network = ({ drawing }) => {
    const lines = drawing?.data ?? new Float32Array(side * side);
    return Promise.resolve({
      picture: { shape: [1, 3, side, side], data: Float32Array.from([...lines, ...lines, ...lines]) },
    });
  };
  const open = (): Pipeline => openPipeline({ ...engine, generate }, { ...quick, model });
  const pipeline = open();
  const wish = { model: 'classic', size: 200 as Settings['size'] };
  const heavy = { ...wish, photo: { ...PLAIN.photo, weight: 3 } };
  let last: Shown | null = null;
  for (const call of [
    { wish },
    { wish, text: cup(24) },
    { wish, text: svg(photoOf(8)) },
    { wish: heavy, text: svg(photoOf(8)) },
    { wish: { ...heavy, background: 'white' as const }, text: svg(photoOf(8)) },
  ]) {
    const kept = await draft(pipeline, call);
    expect(Buffer.compare(kept.data, (await draft(open(), call)).data)).toBe(0);
    if (last) expect(Buffer.compare(kept.data, last.data)).not.toBe(0);
    last = kept;
  }
});

it('traced images: as many images, but other ones, are traced anew; the same ones are not', () => {
  const drawing = readDrawing(svg(photoOf(8) + photoOf(30)), PLAIN.photo);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const [one, other] = castRoles(drawing).pieces.map((piece) => ({ ...piece, role: 'image' as const }));
  const memo = openMemo<Trace | null>();
  const trace = (...pieces: NonNullable<typeof one>[]): Trace | null =>
    traceImages(drawing, pieces, engine.rasterise, memo);
  if (!one || !other) throw new Error('wanted two images');
  const first = trace(one);
  expect(trace(one)).toBe(first);
  const second = trace(other);
  expect(second?.box?.x).toBeGreaterThan((first?.box?.x ?? Infinity) + 15);
});
