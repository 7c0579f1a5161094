import { describe, expect, it } from 'vitest';
import { assign, settled } from '../../../src/core/colourways/assign.ts';
import type { ColourGroup } from '../../../src/core/colourways/groups.ts';
import { stuffs } from '../../../src/core/colourways/material-variants.ts';
import { schemesOf, type Scheme } from '../../../src/core/colourways/schemes.ts';
import { stepsFrom } from '../../../src/core/colourways/steps.ts';
import { toLab, type Lab } from '../../../src/core/colour/oklab.ts';
import { WOODS } from '../../../src/core/colour/wood-and-metal.ts';
import { draws } from '../../../src/core/image/random.ts';

const group = (over: Partial<ColourGroup> = {}): ColourGroup => ({
  members: [0],
  lab: [0.6, 0.1, 0.1],
  material: 'matte_plastic',
  stuff: 'free',
  role: 'body',
  share: 0.5,
  beside: new Set(),
  open: [],
  shadeOf: null,
  ...over,
});
const SCHEME: Scheme = {
  body: [0.5, 0.1, 0],
  second: [0.8, 0, 0.1],
  accent: [0.6, -0.1, 0],
  light: [0.95, 0, 0],
  dark: [0.25, 0.1, 0.1],
};

describe('groups take colours', () => {
  it('of their role; fixed ones keep theirs', () => {
    const groups = [group(), group({ role: 'second', share: 0.3 }), group({ stuff: 'fixed', share: 0.2 })];
    expect(assign(groups, SCHEME, 0)).toEqual([SCHEME.body, SCHEME.second, null]);
  });

  it('of what they are made of: wood is woody, rubber dark', () => {
    const groups = [group({ stuff: 'wood' }), group({ stuff: 'rubber', role: 'dark', share: 0.2 })];
    const [wood, rubber] = assign(groups, SCHEME, 0);
    expect(wood).toEqual(WOODS[0]);
    expect(rubber).toEqual([0.25, 0.4 * 0.1, 0.4 * 0.1]);
    expect(assign(groups, SCHEME, 0.5)[0]).toEqual(WOODS[3]);
  });

  it('a shade stays as much lighter or darker than its body as it was drawn', () => {
    const body = group();
    const shade = group({
      lab: [0.5, 0.1, 0.1],
      shadeOf: body,
      share: 0.1,
      role: 'second',
      beside: new Set([0]),
    });
    const [main, own] = assign([body, shade], SCHEME, 0);
    expect(own![0] - main![0]).toBeCloseTo(-0.1);
    expect([own![1], own![2]]).toEqual([main![1], main![2]]);
  });
});

describe('neighbours stand off from each other', () => {
  const wish =
    (...labs: Lab[]) =>
    (): readonly Lab[] =>
      labs;

  it('by the first wish that does; the largest is served first', () => {
    const small = group({ role: 'second', share: 0.1, lab: [0.9, 0, 0], beside: new Set([1]) });
    const large = group({ beside: new Set([0]) });
    expect(settled([small, large], wish([0.5, 0, 0], [0.7, 0, 0]), 0.75)).toEqual([
      [0.7, 0, 0],
      [0.5, 0, 0],
    ]);
  });

  it('no farther than they were drawn, nor where they do not touch', () => {
    const near = group({ role: 'second', share: 0.1, lab: [0.61, 0.1, 0.1], beside: new Set([0]) });
    const [a, b] = settled([group({ beside: new Set([1]) }), near], wish([0.5, 0, 0], [0.51, 0, 0]), 0.75);
    expect([a, b]).toEqual([
      [0.5, 0, 0],
      [0.51, 0, 0],
    ]);
    const apart = [group(), group({ role: 'second', share: 0.1, lab: [0.1, 0, 0] })];
    expect(settled(apart, wish([0.5, 0, 0]), 0.75)).toEqual([
      [0.5, 0, 0],
      [0.5, 0, 0],
    ]);
  });

  it('by a lighter or darker one of their wishes, where none of these does', () => {
    const dark = group({ role: 'second', share: 0.1, lab: [0.1, 0, 0], beside: new Set([0]) });
    const [, own] = settled([group({ beside: new Set([1]) }), dark], wish([0.5, 0, 0]), 0.75);
    expect(Math.abs(own![0] - 0.5)).toBeGreaterThanOrEqual(0.15 - 1e-9);
  });
});

describe('schemes', () => {
  const RED = '#c03030';
  const BLUE = '#3050a0';

  it('take light and dark neutrals out, and begin as the palette’s maker meant', () => {
    const [first] = schemesOf({ name: 'x', colours: [RED, BLUE, '#ffffff', '#101010'] } as never);
    expect(first!.body).toEqual(toLab([0xc0, 0x30, 0x30]));
    expect(first!.second).toEqual(toLab([0x30, 0x50, 0xa0]));
    expect(first!.light[0]).toBeCloseTo(1);
    expect(first!.dark[0]).toBeLessThan(0.2);
  });

  it('make of one colour what is missing: its own hue calmed, and nearly the opposite', () => {
    const [first] = schemesOf({ name: 'x', colours: [RED] } as never);
    const [, a, b] = first!.body;
    expect(first!.light).toEqual([0.955, 0.2 * a, 0.2 * b]);
    expect(first!.dark).toEqual([0.27, 0.4 * a, 0.4 * b]);
    expect(first!.accent[1] * a + first!.accent[2] * b).toBeLessThan(0);
  });

  it('are six, and one more for each further colour', () => {
    const count = (...colours: string[]): number => schemesOf({ name: 'x', colours } as never).length;
    expect([count(RED), count(RED, BLUE, '#30a050', '#a0a030', '#a030a0')]).toEqual([6, 8]);
  });
});

describe('other editions', () => {
  const KNOWN = ['fabric', 'leather', 'wood', 'concrete'].map((id) => ({ id }));

  it('what was alike stays alike, what is fixed or rubber stays', () => {
    const groups = [
      group({ material: 'fabric' }),
      group({ material: 'fabric' }),
      group({ material: 'fabric', stuff: 'fixed' }),
      group({ material: 'rubber', stuff: 'rubber' }),
    ];
    const [a, b, c, d] = stuffs(groups, KNOWN, () => 0.5);
    expect(a).toEqual({ material: 'leather' });
    expect(b).toEqual(a);
    expect([c, d]).toEqual([null, null]);
  });

  it('are of what the generator leaves open, and of materials that are known', () => {
    const open = [group({ open: ['wood', 'stone', 'concrete'] })];
    expect([0, 0.99].map((drawn) => stuffs(open, KNOWN, () => drawn)[0])).toEqual([
      { material: 'wood' },
      { material: 'concrete' },
    ]);
    expect(stuffs([group({ material: 'gold' })], KNOWN, () => 0)).toEqual([null]);
  });
});

describe('small steps', () => {
  const groups = [group(), group({ stuff: 'fixed', lab: [0.1, 0, 0], share: 0.2, role: 'dark' })];

  it('move hue, lightness or chroma of the body a little, and nothing that is fixed', () => {
    const tiles = stepsFrom(groups, draws(1));
    expect(tiles.length).toBeGreaterThan(10);
    for (const { labs } of tiles) {
      expect(labs[1]).toBeNull();
      expect(Math.abs(labs[0]![0] - 0.6)).toBeLessThan(0.15);
    }
    const hues = tiles.map(({ labs }) => Math.round((Math.atan2(labs[0]![2], labs[0]![1]) * 180) / Math.PI));
    expect(new Set(hues).size).toBeGreaterThan(4);
  });

  it('tint a grey body, which has no hue to turn; the same seed gives the same', () => {
    const grey = [group({ lab: [0.6, 0, 0] })];
    const tiles = stepsFrom(grey, draws(1));
    expect(tiles.filter(({ labs }) => Math.hypot(labs[0]![1], labs[0]![2]) > 0.04)).toHaveLength(4);
    expect(stepsFrom(grey, draws(1))).toEqual(tiles);
  });
});
