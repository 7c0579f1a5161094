// Form, edge and thickness by hand, through the whole way: what was chosen for a part wins over what was for
// all.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/core/engine.ts';
import { LAMPS_AS_SET_UP } from '../../src/core/lamp-tune.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import { FORMS } from '../../src/core/part-choice.ts';
import type { Shown } from '../../src/core/picture.ts';
import { PLAIN, isRefusal, type Settings } from '../../src/core/sketch.ts';
import { cards, fakeEngine, lambert, quiet } from './fake.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">' +
  '<path id="plate" d="M10 10H90V90H10Z" fill="#8899AA"/><path id="badge" d="M30 30H70V70H30Z" fill="#8899AA"/></svg>';
const small = {
  ...cards,
  model: {
    ...cards.model,
    input: { ...cards.model.input, size: 128, preview: 128, margin: 8, stroke: 0.75 },
  },
};
const settings: Settings = {
  ...PLAIN,
  ...{ model: cards.model.id, studio: 'soft', size: 200 as Settings['size'], shadow: false, shading: 'keep' },
};

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

async function draft(wish: Partial<Settings>): Promise<Shown> {
  const made = await openPipeline(engine, small).draft(
    { id: '1', name: 'thing', svg },
    { ...settings, ...wish },
    quiet,
  );
  if (isRefusal(made)) throw new Error(`refused: ${made.refused}`);
  return made.shown;
}
const relief = (change: Partial<Settings['relief']>): Partial<Settings> => ({
  relief: { ...PLAIN.relief, ...change },
});
/** Brightness at a point of the drawing. Light comes from above left. */
function bright({ width, height, data, box }: Shown, x: number, y: number): number {
  const column = Math.floor(((x - box.x) / box.width) * width);
  const row = Math.floor(((y - box.y) / box.height) * height);
  return data[4 * (row * width + column)]!;
}
const tilt = (shown: Shown): number => bright(shown, 35, 35) - bright(shown, 65, 65);

describe('the default', () => {
  it('is the picture as it was: said for all, and said for a part', async () => {
    const plain = await draft({});
    const said = { form: 'found', edge: 0.5, thickness: 0.5 } as const;
    expect(Buffer.compare((await draft({ parts: { 'badge#1': said } })).data, plain.data)).toBe(0);
    expect(PLAIN.relief).toEqual(said);
  });
});

describe('a form', () => {
  it('for all: flat is lit evenly, round and hollow from opposite sides', async () => {
    const [flat, , round, hollow] = await Promise.all(FORMS.map((form) => draft(relief({ form }))));
    expect(Math.abs(tilt(flat!))).toBeLessThan(3);
    expect(tilt(round!)).toBeGreaterThan(25);
    expect(tilt(hollow!)).toBeLessThan(-25);
  });

  it('of one part wins over that of all, back to as found, too', async () => {
    const plain = await draft({});
    const one = await draft({ ...relief({ form: 'hollow' }), parts: { 'badge#1': { form: 'found' } } });
    expect(tilt(one)).toBe(tilt(plain));
    expect(bright(one, 50, 14)).not.toBe(bright(plain, 50, 14));
  });
});

it('lights: the light graph is handed the set-up as it is wished', async () => {
  const given: number[][] = [];
  const light: Engine['light'] = (inputs) => {
    given.push([...inputs['studio']!.data]);
    return lambert(inputs);
  };
  const [plain] = LAMPS_AS_SET_UP;
  const lamps: Settings['lamps'] = [{ ...plain, strength: 0 }, plain, plain];
  const wish = { ...settings, lamps };
  await openPipeline(await fakeEngine({ light }), small).draft({ id: '1', name: 'thing', svg }, wish, quiet);
  // Radiance of the key light; the pigments are told in the set-up as it is.
  expect(given.at(-1)!.slice(5, 8)).toEqual([0, 0, 0]);
  expect(given[0]![5]).toBeGreaterThan(1);
});

it('edges: none at 0, broader at 1; a part’s own wins', async () => {
  const beside = (shown: Shown): number[] =>
    [30.6, 31.4].map((x) => bright(shown, x, 50) - bright(shown, 50, 50));
  const flat = { form: 'flat' } as const;
  const [none, found, broad] = await Promise.all([0, 0.5, 1].map((edge) => draft(relief({ ...flat, edge }))));
  expect(beside(none!)[0]).toBeLessThan(beside(found!)[0]!);
  expect(Math.abs(beside(found!)[1]!)).toBeLessThan(4);
  expect(beside(broad!)[1]).toBeGreaterThan(8);
  const own = await draft({ ...relief({ ...flat, edge: 1 }), parts: { 'badge#1': { edge: 0 } } });
  expect(beside(own)).toEqual(beside(none!));
});

it('thickness: at 0 nothing stands out, at 1 the plate beside the badge is darker', async () => {
  const ground = (shown: Shown): number => bright(shown, 72, 50);
  const flat = { form: 'flat' } as const;
  const [none, found, thick] = await Promise.all(
    [0, 0.5, 1].map((thickness) => draft(relief({ ...flat, thickness }))),
  );
  expect(ground(none!)).toBe(bright(none!, 80, 20));
  expect(ground(found!)).toBeLessThan(ground(none!));
  expect(ground(thick!)).toBeLessThan(ground(found!));
});
