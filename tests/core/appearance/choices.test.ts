import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { readChoices } from '../../../src/core/appearance/choices.ts';
import { openPipeline, type Pipeline, type Realized } from '../../../src/core/pipeline.ts';
import type { PartChoice } from '../../../src/core/part-choice.ts';
import type { PartSeen } from '../../../src/core/parts-seen.ts';
import { isRefusal, PLAIN } from '../../../src/core/sketch.ts';
import type { Wanted } from '../../../src/core/way.ts';
import { cards as large, cardsAt, fakeEngine, quiet } from '../fake.ts';

const cards = cardsAt(256);
const settings: Wanted = {
  ...PLAIN,
  size: 256,
  model: cards.model.id,
  studio: cards.light.defaultStudio,
  shadow: false,
};
const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`;

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = openPipeline(await fakeEngine(), cards);
});

async function make(body: string, wish: Partial<Wanted> = {}, by = pipeline): Promise<Realized> {
  const made = await by.realize({ id: '1', name: 'thing', svg: svg(body) }, { ...settings, ...wish }, quiet);
  if (isRefusal(made)) throw new Error(made.refused);
  return made;
}

/** Of the two boxes as drawn; made once. */
let plainTwo: Promise<Realized> | undefined;
const plain = (): Promise<Realized> => (plainTwo ??= make(two));

function at({ picture }: Realized, x: number, y: number): number[] {
  const { width, height, data } = decode(picture.png);
  const column = Math.floor(((x - picture.box.x) / picture.box.width) * width);
  const row = Math.floor(((y - picture.box.y) / picture.box.height) * height);
  return [...data.subarray(4 * (row * width + column), 4 * (row * width + column) + 4)];
}

const keysOf = (made: Realized): string[] => made.parts().parts.map(({ key }) => key);
const partOf = (made: Realized, key: string): PartSeen | undefined =>
  made.parts().parts.find((part) => part.key === key);

const two =
  '<rect id="left" x="5" y="5" width="40" height="90" fill="#d22"/><rect id="left_2" x="55" y="5" width="40" height="90" fill="#22d"/>';
const boxes =
  '<rect x="10" y="20" width="50" height="70" stroke="#000" stroke-width="2"/><rect x="60" y="50" width="30" height="40" stroke="#000" stroke-width="2"/>';

describe('keys', () => {
  it('are layer names with their number among equal ones, told with what is worn and where', async () => {
    const body = two.replace('left_2', 'left');
    const made = await make(body);
    expect(keysOf(made)).toEqual(['left#1', 'left#2']);
    const seen = made.parts();
    expect(seen.parts[0]).toMatchObject({ name: 'left', colour: '#dd2222', painted: true });
    expect(cards.light.materials.map(({ id }) => id)).toContain(seen.parts[0]?.material);
    const mark = (x: number): number | undefined =>
      seen.labels[Math.floor(seen.height / 2) * seen.width + Math.floor(x * seen.width)];
    expect([mark(0.1), mark(0.5), mark(0.9)]).toEqual([1, 0, 2]);
  });

  it('of regions stay with them after a small edit and at another size', async () => {
    const before = keysOf(await make(boxes));
    expect(before).toHaveLength(2);
    before.forEach((key) => expect(key).toMatch(/^@\d\.\d\d,\d\.\d\d,\d\.\d\d$/));
    const [large = ''] = before;
    const choice = { parts: { [large]: { colour: '#00ff00' } } };
    const fresh = openPipeline(await fakeEngine(), cards);
    const moved = boxes.replace('x="10" y="20" width="50"', 'x="12" y="22" width="48"');
    const made = await fresh.realize(
      { id: '1', name: 'thing', svg: svg(moved) },
      { ...settings, ...choice },
      quiet,
    );
    if (isRefusal(made)) throw new Error(made.refused);
    expect(keysOf(made)[0]).toBe(large);
    expect(at(made, 35, 50)[1]).toBeGreaterThan(3 * at(made, 35, 50)[0]!);
    const sketch = { id: '1', name: 'thing', svg: svg(boxes) };
    const draft = await pipeline.draft(sketch, { ...settings, size: 512 }, quiet);
    if (isRefusal(draft)) throw new Error(draft.refused);
    expect(draft.parts().parts.map(({ key }) => key)).toEqual(before);
  });
});

describe('a chosen colour', () => {
  it('replaces what is drawn, of that part alone', async () => {
    const made = await make(two, { parts: { 'left#1': { colour: '#22aa22' } } });
    const [r = 0, g = 0] = at(made, 25, 50);
    expect(g).toBeGreaterThan(3 * r);
    expect(at(made, 75, 50)).toEqual(at(await plain(), 75, 50));
    expect(partOf(made, 'left#1')?.colour).toBe('#22aa22');
  });

  it('leaves a print on the part as it is', async () => {
    const print = '<path id="stripe" d="M5 50H45" stroke="#ffffff" stroke-width="2"/>';
    const made = await make(two + print, { parts: { 'left#1': { colour: '#22aa22' } } });
    const [r = 0, g = 0, b = 0] = at(made, 25, 50);
    expect(Math.abs(r - b)).toBeLessThan(12);
    expect(g).toBeLessThan(1.05 * r);
  });

  it('shifts a gradient so that its lights stay lights', async () => {
    const body =
      '<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="0"><stop stop-color="#600"/><stop offset="1" stop-color="#f66"/></linearGradient></defs><rect id="body" x="5" y="5" width="90" height="90" fill="url(#g)"/>';
    // So large that its pillow is flat in the middle: lit alike where it is looked at.
    const by = openPipeline(await fakeEngine(), large);
    const wish = { parts: { 'body#1': { colour: '#3060c0' } }, shading: 'keep', size: 512 } as const;
    const made = await make(body, wish, by);
    const [dark, light] = [at(made, 20, 50), at(made, 80, 50)];
    for (const [r = 0, , b = 0] of [dark, light]) expect(b).toBeGreaterThan(1.4 * r);
    expect(light[2]).toBeGreaterThan(1.2 * dark[2]!);
  });
});

describe('a chosen material', () => {
  it('is worn and told; gold brings its colour, which a chosen one replaces', async () => {
    const gold = await make(two, { parts: { 'left#1': { material: 'gold' } } });
    expect(partOf(gold, 'left#1')).toMatchObject({ material: 'gold', colour: '#e8bd5c' });
    const red = await make(two, { parts: { 'left#1': { material: 'gold', colour: '#aa2222' } } });
    expect(partOf(red, 'left#1')).toMatchObject({ material: 'gold', colour: '#aa2222' });
  });

  it('of glass lets see what stands behind, which has choices too', async () => {
    const body =
      '<rect id="ball" x="30" y="30" width="40" height="40" fill="#d22"/><rect id="pane" x="5" y="5" width="90" height="90" fill="#cde"/>';
    const opaque = await make(body);
    expect(keysOf(opaque)).toEqual(['pane#1']);
    const glass = await make(body, { parts: { 'pane#1': { material: 'glass' } } });
    expect(partOf(glass, 'ball#1')).toMatchObject({ colour: '#dd2222', share: 0 });
    const both = { 'pane#1': { material: 'glass' }, 'ball#1': { colour: '#2222dd', material: 'rubber' } };
    const made = await make(body, { parts: both });
    expect(partOf(made, 'ball#1')).toMatchObject({ colour: '#2222dd', material: 'rubber' });
  });

  it('that is opaque hides what a translucent fill would show', async () => {
    const body =
      '<rect id="wall" x="5" y="5" width="90" height="90" fill="#111"/><rect id="veil" x="30" y="30" width="40" height="40" fill="#fff" fill-opacity="0.65"/>';
    const made = await make(body, { parts: { 'veil#1': { material: 'rubber' } } });
    expect(at(made, 50, 50)[0]).toBeGreaterThan(at(await make(body), 50, 50)[0]! + 15);
  });
});

describe('what is not known', () => {
  it('is as if it had not been chosen', async () => {
    const parts = {
      'left#9': { colour: '#123456' },
      '@9.00,oops': { colour: '#123456' },
      'left#1': { material: 'adamantium' },
      'left_2#1': { colour: 'no colour' },
    };
    expect(Buffer.compare((await make(two, { parts })).picture.png, (await plain()).picture.png)).toBe(0);
  });
});

describe('choices as they are read', () => {
  const read = (choice: PartChoice) => readChoices({ lid: choice }, cards.light)('lid');

  it('are numbers and materials of the card; what is not known is left out', () => {
    expect(read({ colour: '#ff0000', material: 'wood', finish: 'gloss' })).toMatchObject({
      colour: [255, 0, 0],
      material: { id: 'wood' },
      finish: 'gloss',
    });
    expect(read({ colour: 'none', material: 'adamantium' })).toEqual({
      colour: null,
      material: null,
      finish: null,
    });
    expect(readChoices({}, cards.light)('lid')).toBeNull();
  });

  it('of gold bring its colour, of glass none', () => {
    const gold = cards.light.materials.find(({ id }) => id === 'gold')!.colour!;
    expect(read({ material: 'gold' })?.colour).toEqual(gold.map((v) => 255 * v));
    expect(read({ material: 'gold', colour: '#010203' })?.colour).toEqual([1, 2, 3]);
    expect(read({ material: 'glass' })?.colour).toBeNull();
  });
});
