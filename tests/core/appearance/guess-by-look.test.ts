import { describe, expect, it } from 'vitest';
import { guess } from '../../../src/core/appearance/guess.ts';
import { naturalColour, openLikely, plausible, surely } from '../../../src/core/appearance/guess-by-look.ts';
import type { PartLook } from '../../../src/core/appearance/part-looks.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { cards } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const look = (chances: Record<string, number>, spread = 0.3): PartLook => ({
  materials: Object.entries(chances)
    .map(([id, chance]) => ({ id, chance }))
    .sort((a, b) => b.chance - a.chance),
  colour: [10, 200, 30],
  spread,
});
const sure = look({ rubber: 0.9, wood: 0.06, glass: 0.04 });
const torn = look({ wood: 0.45, leather: 0.35, glass: 0.12, ceramic: 0.08 });
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const part = (pixels: number) => ({ piece: null, wire: false, pixels, box: { x0: 0, y0: 0, x1: 9, y1: 9 } });
const of = (name: string, looks: (PartLook | null)[], seed = 1) =>
  guess(
    looks.map((_, i) => part(900 - 300 * i)),
    new Set(),
    name,
    { seed, looks },
  );

describe('a guess by the look', () => {
  it('is what is sure, whatever the seed', () => {
    const drawn = SEEDS.map((seed) => openLikely(seed, '')(sure));
    expect(new Set(drawn)).toEqual(new Set(['rubber']));
    expect(surely(sure)).toBe('rubber');
    expect(surely(torn)).toBeNull();
  });

  it('is drawn by the seed, about as often as it is likely, where it is not', () => {
    expect(plausible(torn)).toEqual(['wood', 'leather']);
    const drawn = SEEDS.map((seed) => openLikely(seed, '')(torn));
    const wood = drawn.filter((id) => id === 'wood').length / drawn.length;
    expect(wood).toBeGreaterThan(0.45);
    expect(wood).toBeLessThan(0.68);
    expect(new Set(drawn).size).toBe(2);
    // A little more or less of it changes few of them.
    const near = SEEDS.map((seed) =>
      openLikely(seed, '')(look({ wood: 0.43, leather: 0.37, glass: 0.12, ceramic: 0.08 })),
    );
    expect(drawn.filter((id, i) => id !== near[i]).length).toBeLessThan(0.1 * drawn.length);
  });

  it('says nothing where nothing is likely', () => {
    const faint = look(
      Object.fromEntries(['wood', 'glass', 'paper', 'rubber', 'leather', 'fabric'].map((id) => [id, 1 / 6])),
    );
    expect(openLikely(1, '')(faint)).toBeNull();
  });

  it('knows only materials of the light, and gives them colours that they have', () => {
    const known = new Set(cards.light.materials.map(({ id }) => id));
    for (const id of ['rubber', 'leather', 'paper', 'fabric', 'ceramic', 'concrete', 'glass', 'plaster']) {
      expect(known.has(id)).toBe(true);
      expect(naturalColour(id, { known: null, turn: 4 })).not.toBeNull();
    }
    expect(naturalColour('satin_plastic', { known: null, turn: 4 })).toBeNull();
  });

  it('makes leaves green and of nothing that has a colour of its own', () => {
    const [leaf] = of('leaf', [look({ brushed_metal: 0.5, glossy_plastic: 0.4 })]);
    expect(leaf?.material).toBe('glossy_plastic');
    const [red = 0, green = 0, blue = 0] = leaf?.natural?.known ?? [];
    expect(green).toBeGreaterThan(Math.max(red, blue));
  });

  it('takes the colour that is sure, and yields to what the name of a kind says', () => {
    expect(of('thing', [look({ wood: 0.5 }, 0.1)])[0]?.natural?.known).toEqual([10, 200, 30]);
    expect(of('thing', [torn])[0]?.natural?.known).toBeNull();
    expect(of('lamp', [look({ concrete: 0.95 })])[0]?.material).not.toBe('concrete');
    expect(of('Light bulb', [look({ wood: 0.95 })])[0]?.material).toBe('glass');
    expect(of('thing', [look({ concrete: 0.95 })])[0]?.material).toBe('concrete');
  });

  it('is nothing for a logo, and for a solid symbol only what is sure', () => {
    const chosen = (name: string, piece: Piece | null, seen: PartLook): string | null =>
      guess([{ ...part(900), piece }], new Set(), name, { seed: 1, looks: [seen] })[0]!.material;
    const [symbol] = sceneOf('<path d="M1 1h8v8h-8z" fill="#000"/>').pieces;
    expect(symbol?.bare).toBe(true);
    const plastics = ['satin_plastic', 'matte_plastic', 'glossy_plastic', 'ceramic'];
    expect(plastics).not.toContain(chosen('cursor', null, torn));
    expect(plastics).toContain(chosen('cursor', symbol!, torn));
    expect(chosen('cursor', symbol!, sure)).toBe('rubber');
    expect(plastics).toContain(chosen('excel logo', null, sure));
  });

  it('a magnifier’s disc is its lens', () => {
    const disc = { ...part(9000), field: { pixels: 7854, box: { x0: 0, y0: 0, x1: 99, y1: 99 } } };
    const sheet = { ...part(9000), field: { pixels: 9990, box: { x0: 0, y0: 0, x1: 99, y1: 99 } } };
    const [lens, page] = guess([disc, sheet], new Set(), 'Search', { seed: 1, looks: [torn, torn] });
    expect([lens?.material, page?.material]).toEqual(['glass', expect.not.stringMatching('glass')]);
    expect(guess([disc], new Set(), 'Coin', { seed: 1, looks: [torn] })[0]?.material).not.toBe('glass');
  });

  it('is as it was where the generator says nothing', () => {
    for (const seed of [1, 2, 3])
      expect(of('thing', [null, null], seed)).toEqual(
        guess([part(900), part(600)], new Set(), 'thing', { seed, looks: [] }),
      );
    expect(of('thing', [null])[0]?.natural).toBeNull();
  });

  it('gives things of other names other colours', () => {
    const bodies = ['camera', 'fridge', 'tractor', 'kettle', 'radio'].map((name) =>
      of(name, [torn])[0]?.colour.join(),
    );
    expect(new Set(bodies).size).toBeGreaterThan(2);
    expect(of('Frame 12', [torn])).toEqual(of('frame 7', [torn]));
  });
});
