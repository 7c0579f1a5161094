import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelCard } from '../../src/core/card.ts';
import type { Engine, Network } from '../../src/core/engine.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import type { PartSeen } from '../../src/core/parts-seen.ts';
import type { Note } from '../../src/core/picture.ts';
import { PLAIN, isRefusal, type Settings } from '../../src/core/sketch.ts';
import { cardsAt, fakeEngine, inflate, quiet } from './fake.ts';

const MATERIALS = ['wood', 'rubber', 'concrete', 'glass', 'paper'];
// Drafts see half of it.
const cards = cardsAt(256);
const CELL = 8;
const { look: _, ...silent } = cards.model;
const knowing: ModelCard = {
  ...silent,
  look: {
    tensor: 'look',
    cell: CELL,
    channels: [
      ...MATERIALS.map((id) => `material.${id}`),
      ...['r', 'g', 'b', 'spread'].map((c) => `colour.${c}`),
    ].map((name) => ({ name, range: [0, 1] })),
  },
};

type Saw = Partial<Record<(typeof MATERIALS)[number], number>>;

/** The left half of the square looks made of `left`, the right half of `right`; colours are uncertain. */
const looking =
  (left: Saw, right: Saw): Network =>
  async (inputs) => {
    const cells = inputs['drawing']!.shape[3]! / CELL;
    const data = new Float32Array((MATERIALS.length + 4) * cells * cells);
    MATERIALS.forEach((id, c) => {
      for (let i = 0; i < cells * cells; i++)
        data[c * cells * cells + i] = (i % cells < cells / 2 ? left : right)[id] ?? 0;
    });
    data.fill(0.5, MATERIALS.length * cells * cells);
    return { ...(await inflate(inputs)), look: { shape: [1, MATERIALS.length + 4, cells, cells], data } };
  };

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

interface Seen {
  parts: readonly PartSeen[];
  notes: readonly Note[];
}
async function see(
  body: string,
  generate: Network,
  { model = knowing, ...wish }: Partial<Omit<Settings, 'model'>> & { model?: ModelCard } = {},
  name = 'thing',
): Promise<Seen> {
  const settings: Settings = { ...PLAIN, model: model.id, studio: 'soft', shadow: false, ...wish };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`;
  const pipeline = openPipeline({ ...engine, generate }, { ...cards, model });
  const made = await pipeline.draft({ id: 'x', name, svg }, settings, quiet);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  return { parts: made.parts().parts, notes: made.shown.notes };
}
const materials = ({ parts }: Seen): string[] => parts.map(({ material }) => material);

const line = 'stroke="#000" stroke-width="2"';
const lines = `<rect x="5" y="20" width="40" height="60" ${line}/><rect x="55" y="35" width="40" height="45" ${line}/><path d="M45 50H55" ${line}/>`;
const fills = (left = 'a', right = 'b'): string =>
  `<rect id="${left}" x="5" y="20" width="45" height="60" fill="#d9c23a"/><rect id="${right}" x="50" y="20" width="45" height="60" fill="#3a8bd9"/>`;
const sure = looking({ concrete: 0.95, wood: 0.05 }, { rubber: 0.9, glass: 0.1 });
const torn = looking({ wood: 0.5, paper: 0.45 }, { wood: 0.5, paper: 0.45 });

describe('what the generator takes a part for', () => {
  it('is what lines alone are made of, in colours of that; and the note says that it is a guess', async () => {
    const seen = await see(lines, sure);
    expect(materials(seen)).toEqual(['concrete', 'rubber']);
    expect(seen.notes).toContain('look-guessed');
    const [grey, dark] = seen.parts.map(({ colour }) =>
      [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)),
    );
    expect(Math.max(...(grey ?? [])) - Math.min(...(grey ?? []))).toBeLessThan(24);
    expect(Math.max(...(dark ?? []))).toBeLessThan(72);
  });

  it('is the same for fields that are alike', async () => {
    const pair = `<rect x="5" y="20" width="40" height="60" ${line}/><rect x="55" y="20" width="40" height="60" ${line}/><path d="M45 50H55" ${line}/>`;
    const [one, two] = (await see(pair, sure)).parts;
    expect([two?.material, two?.colour]).toEqual([one?.material, one?.colour]);
  });

  it('is drawn by the seed where it is uncertain, and open to Explore', async () => {
    const seen = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => see(lines, torn, { seed })));
    const first = new Set(seen.map((one) => materials(one)[0]));
    expect(first).toEqual(new Set(['wood', 'paper']));
    expect(seen[0]?.parts[0]?.open).toEqual(['wood', 'paper']);
    expect((await see(lines, sure)).parts[0]?.open).toEqual(['concrete']);
  });

  it('is what coloured parts without a telling name are made of, only where it is sure', async () => {
    const seen = await see(fills(), sure);
    expect(materials(seen)).toEqual(['concrete', 'rubber']);
    expect(seen.parts.map(({ colour }) => colour)).toEqual(['#d9c23a', '#3a8bd9']);
    expect(seen.notes).toEqual(['material-guessed']);
    const unsure = await see(fills(), torn);
    expect(new Set(materials(unsure))).toEqual(new Set([cards.light.defaultMaterial]));
    expect(unsure.notes).toEqual([]);
  });

  it('yields to names and to choices', async () => {
    const named = await see(fills('leather strap', 'b'), sure);
    expect(materials(named)).toEqual(['leather', 'rubber']);
    expect(named.parts[0]?.open).toEqual([]);
    const [key = ''] = named.parts.map((part) => part.key);
    const chosen = await see(fills(), sure, { parts: { 'a#1': { material: 'gold' } } });
    expect(key).toBe('leather strap#1');
    expect(materials(chosen)).toEqual(['gold', 'rubber']);
    expect(materials(await see(lines, sure, {}, 'wooden box'))).toEqual(['wood', 'wood']);
  });

  it('makes no opaque dark fill a pane', async () => {
    const pane = looking({ glass: 0.95 }, { glass: 0.95 });
    const dark = fills().replaceAll(/#d9c23a|#3a8bd9/g, '#22303a');
    expect(materials(await see(dark, pane))).not.toContain('glass');
  });

  it('is nothing for a generator whose card knows of none', async () => {
    const seen = await see(lines, inflate, { model: silent });
    expect(seen.notes).not.toContain('look-guessed');
    expect(seen.parts.every(({ open }) => open?.length === 0)).toBe(true);
  });

  it('is missed where the card promises it', async () => {
    await expect(see(lines, inflate)).rejects.toThrow('only intrinsic for look');
  });
});
