import { decode } from 'fast-png';
import { beforeAll, expect, it } from 'vitest';
import type { Engine, Network } from '../../src/core/engine.ts';
import { openPipeline, type Drafted, type Pipeline, type Realized } from '../../src/core/pipeline.ts';
import type { PartsSeen } from '../../src/core/parts-seen.ts';
import type { Shown } from '../../src/core/picture.ts';
import { PLAIN, isRefusal, type Refusal, type Settings } from '../../src/core/sketch.ts';
import { cards, fakeEngine, inflate, lambert, quiet } from './fake.ts';

const settings: Settings = { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio, seed: 3 };
const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 100" fill="none">${body}</svg>`;
const KETTLE = (spout: number): string =>
  svg(
    '<path id="body" d="M30 40C30 20 80 20 85 45S70 90 50 88 30 60 30 40Z" fill="#2A9D8F" stroke="#000" stroke-width="1.5"/>' +
      `<path id="spout" d="M84 50L${spout} 36L${spout + 4} 40L84 66Z" fill="#E76F51"/>` +
      '<path id="metal knob" d="M52 24a6 6 0 1 1 12 0a6 6 0 1 1 -12 0Z" fill="#B8C0C8"/>' +
      '<path d="M36 60C50 66 66 66 80 60" stroke="#fff" stroke-width="2"/>',
  );
const LINES = svg(
  '<path d="M30 30H90V85H30Z" stroke="#000" stroke-width="2"/><path d="M30 50H90" stroke="#000" stroke-width="2"/>' +
    '<path d="M90 40C110 36 112 74 90 70" stroke="#000" stroke-width="2"/>',
);
const GLASS = svg(
  '<path id="wall" d="M20 10H60V90H20Z" fill="#E9C46A"/><path id="glass" d="M35 20H100V80H35Z" fill="#8EC5FF" fill-opacity="0.4"/>',
);

/** The fake light takes no notice of the studio; this one is brighter, the more its first light is turned. */
const turned: Network = async (inputs) => {
  const { picture } = await lambert(inputs);
  const share = 0.8 + 0.2 * Math.sin(inputs['studio']?.data.reduce((sum, value) => sum + value, 0) ?? 0);
  picture?.data.forEach((value, i) => i < (3 / 4) * picture.data.length && (picture.data[i] = share * value));
  return { picture: picture! };
};

/** What is kept does not depend on the square's side: a small one is quick. */
const quick = {
  ...cards,
  model: {
    ...cards.model,
    input: { ...cards.model.input, size: 128, preview: 64, margin: 12, stroke: 0.75 },
  },
};

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine({ light: turned });
});

const sketch = (text: string): { id: string; name: string; svg: string } => ({
  id: '1:2',
  name: 'thing',
  svg: text,
});

function made<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused} ${answer.detail ?? ''}`);
  return answer;
}

const draft = async (pipeline: Pipeline, text: string, wish: Partial<Settings> = {}): Promise<Drafted> =>
  made(await pipeline.draft(sketch(text), { ...settings, ...wish }, quiet));
const full = async (pipeline: Pipeline, text: string): Promise<Realized> =>
  made(await pipeline.realize(sketch(text), settings, quiet));

function expectSame(one: Shown, other: Shown): void {
  expect([one.width, one.height, one.box]).toEqual([other.width, other.height, other.box]);
  expect(Buffer.compare(one.data, other.data)).toBe(0);
}

/** Mean colour of each part's inner pixels, on white. */
function coloursOf(
  { width, data }: { width: number; data: Uint8Array },
  { parts, labels, width: across }: ReturnType<Drafted['parts']>,
): number[][] {
  expect(across).toBe(width);
  const sums = parts.map(() => [0, 0, 0, 0]);
  labels.forEach((label, i) => {
    const sum = sums[label - 1];
    if (!sum || data[4 * i + 3] !== 255) return;
    for (let c = 0; c < 3; c++) sum[c] = sum[c]! + data[4 * i + c]!;
    sum[3] = sum[3]! + 1;
  });
  return sums.map(([r = 0, g = 0, b = 0, n = 0]) => [r, g, b].map((v) => v / Math.max(1, n)));
}

it.each([
  ['painted', KETTLE(104)],
  ['of lines', LINES],
  ['with glass', GLASS],
])('a draft of a drawing %s has the parts, the place and the colours of the picture', async (_, text) => {
  const pipeline = openPipeline(engine, cards);
  const [small, large] = [await draft(pipeline, text), await full(pipeline, text)];
  const [seen, wanted] = [small.parts(), large.parts()];
  const worn = ({ parts }: PartsSeen): object[] =>
    parts.map(({ key, name, colour, material, painted }) => ({ key, name, colour, material, painted }));
  expect(worn(seen)).toEqual(worn(wanted));
  const { box } = large.picture;
  // The shadow's reach is found in the generator's pixels.
  const slack = 0.03 * Math.max(box.width, box.height);
  for (const side of ['x', 'y', 'width', 'height'] as const)
    expect(Math.abs(small.shown.box[side] - box[side])).toBeLessThan(slack);
  expect(Math.max(small.shown.width, small.shown.height)).toBeLessThan(512);
  const { width, data } = decode(large.picture.png);
  const colours = coloursOf({ width, data: data as Uint8Array }, wanted);
  for (const [i, colour] of coloursOf(small.shown, seen).entries())
    for (const [c, value] of colour.entries()) expect(Math.abs(value - colours[i]![c]!)).toBeLessThan(16);
});

it('a draft of an edited drawing is the draft of that drawing made from nothing', async () => {
  const pipeline = openPipeline(engine, quick);
  for (const spout of [100, 108]) {
    if (spout === 108) await full(pipeline, KETTLE(100));
    const edited = await draft(pipeline, KETTLE(spout));
    expectSame(edited.shown, (await draft(openPipeline(engine, quick), KETTLE(spout))).shown);
  }
});

it('another light, seed or colour gives what it gives from nothing', async () => {
  const pipeline = openPipeline(engine, quick);
  for (const text of [LINES, GLASS]) {
    const plain = await draft(pipeline, text);
    const [first, second] = plain.parts().parts;
    for (const wish of [
      { light: { azimuth: 60, elevation: 10 } },
      { parts: { [first?.key ?? '']: { colour: '#102030' }, [second?.key ?? '']: { material: 'leather' } } },
      { shadow: false, ...(text === LINES && { seed: 8 }) },
    ] satisfies Partial<Settings>[]) {
      const kept = await draft(pipeline, text, wish);
      expect(Buffer.compare(kept.shown.data, plain.shown.data)).not.toBe(0);
      expectSame(kept.shown, (await draft(openPipeline(engine, quick), text, wish)).shown);
    }
  }
});

it('keeps drafts and pictures apart: turns between them cost no run of the generator', async () => {
  const sides: number[] = [];
  const counted: Network = (inputs) => {
    sides.push(inputs['drawing']!.shape[3]!);
    return inflate(inputs);
  };
  const pipeline = openPipeline({ ...engine, generate: counted }, quick);
  await draft(pipeline, KETTLE(100));
  await full(pipeline, KETTLE(100));
  const light = { azimuth: 20, elevation: 0 };
  await draft(pipeline, KETTLE(100), { light });
  await full(pipeline, KETTLE(100));
  expect(sides).toEqual([64, 128]);
});
