// The steps of the lit way, one after the other, on a picture of 24 × 24 and more: a plate with a badge on
// it.
import { beforeAll, describe, expect, it } from 'vitest';
import { wornIn } from '../../../src/core/lit/appearance.ts';
import { extentOf } from '../../../src/core/lit/extent.ts';
import { halved } from '../../../src/core/lit/figure.ts';
import { findForm } from '../../../src/core/lit/form.ts';
import { lightPicture } from '../../../src/core/lit/light.ts';
import { openSharedMemos, openWayMemos } from '../../../src/core/lit/memos.ts';
import { wishesOf } from '../../../src/core/lit/relief.ts';
import { makeSolid } from '../../../src/core/lit/solid.ts';
import { PLAIN } from '../../../src/core/sketch.ts';
import { fakeEngine } from '../fake.ts';
import { clock, light, madeOf, model, settings, type Made } from './made.ts';

const PLATE = '<path id="plate" d="M10 10H90V90H10Z" fill="#c43"/>';
const BADGE = '<path id="badge" d="M40 40H60V60H40Z" fill="#36c"/>';
const go = (): Promise<boolean> => Promise.resolve(true);

let made: Made;
beforeAll(async () => {
  made = await madeOf(PLATE + BADGE, 24);
});
const at = (x: number, y: number): number => 24 * y + x;

describe('the form', () => {
  it('is one view an object, in its square, with what the generator found', () => {
    const { views, notes } = made.form;
    expect(views).toHaveLength(1);
    expect(views[0]!.intrinsic.size).toBe(64);
    expect(views[0]!.square.box.width).toBeCloseTo((80 * 64) / 52, 0);
    expect(notes).toEqual([]);
  });

  it('that holds no number is refused', async () => {
    const data = new Float32Array(7 * 64 * 64).fill(NaN);
    const generate = () => Promise.resolve({ intrinsic: { shape: [1, 7, 64, 64], data } });
    const answer = await findForm(
      made.form.scene,
      { model, wishes: PLAIN },
      await fakeEngine({ generate }),
      clock(),
    );
    expect(answer).toMatchObject({ refused: 'runtime-failed' });
  });
});

/** Of a part's normal at a pixel. */
function normalX({ figure }: Made, x: number, y: number, label: number): number {
  const to = new Float32Array(5);
  figure.samplers[0]!.row(y);
  figure.samplers[0]!.pixel(x, label, to);
  return to[0]!;
}

describe('the figure', () => {
  it('has the parts pixel by pixel, what is painted in them, and how they lie', () => {
    const { parts, means, stacking, zones } = made.figure;
    expect(parts.parts.map(({ piece }) => piece?.shape.names.at(-1))).toEqual(['plate', 'badge']);
    expect([parts.labels.data[at(2, 2)], parts.labels.data[at(12, 12)]]).toEqual([1, 2]);
    expect(means.map((rgb) => rgb.map(Math.round))).toEqual([
      [0xcc, 0x44, 0x33],
      [0x33, 0x66, 0xcc],
    ]);
    expect(stacking.contacts.map(({ lower, upper, over }) => [lower, upper, over])).toEqual([[0, 1, 1]]);
    expect(zones).toBeNull();
  });

  it('at half the size covers the same box', () => {
    const { box } = made.grid;
    expect(halved({ box, width: 25, height: 24 })).toEqual({ box, width: 13, height: 12 });
  });
});

describe('the appearance', () => {
  it('is the drawing’s own colours, in keys that are the layers’', () => {
    const { keys, maps, shading } = made.appearance;
    expect(keys.ofPart).toEqual(['plate#1', 'badge#1']);
    expect([...maps.base.subarray(3 * at(12, 12), 3 * at(12, 12) + 3)]).toEqual([0x33, 0x66, 0xcc]);
    expect(maps.materials).toHaveLength(2);
    expect(shading).toBeNull();
  });

  it('is what was chosen, for that part alone', async () => {
    const parts = { 'badge#1': { colour: '#00ff00' } };
    const { appearance } = await madeOf(PLATE + BADGE, 24, { parts });
    const base = (x: number, y: number): number[] => [
      ...appearance.maps.base.subarray(3 * at(x, y), 3 * at(x, y) + 3),
    ];
    expect([base(12, 12), base(2, 2)]).toEqual([
      [0, 255, 0],
      [0xcc, 0x44, 0x33],
    ]);
  });

  it('depends on colours, materials and finishes, not on forms', () => {
    const of = (choice: object): string => wornIn({ ...settings, parts: { a: choice } });
    expect(of({ form: 'flat', edge: 1 })).toBe(of({}));
    for (const choice of [{ colour: '#000' }, { material: 'wood' }, { finish: 'matte' }])
      expect(of(choice)).not.toBe(of({}));
  });
});

describe('the relief', () => {
  it('has what lies on something higher, and rounded edges at the picture’s size', () => {
    const { levels, bevel } = made.relief;
    expect(levels.level[1]).toBeGreaterThan(levels.level[0]!);
    expect(bevel!.x).toHaveLength(24 * 24);
  });

  it('leans out over the badge’s right border to the right, over its left one to the left', async () => {
    const { relief } = await madeOf(PLATE + BADGE, 96);
    // The badge goes from pixel 36 to 60.
    const row = relief.bevel!.x.subarray(96 * 48, 96 * 49);
    expect(Math.max(...row.subarray(54, 60))).toBeGreaterThan(0);
    expect(Math.min(...row.subarray(54, 60))).toBe(0);
    expect(Math.min(...row.subarray(36, 42))).toBeLessThan(0);
    expect([...row.subarray(16, 26)]).toEqual(Array<number>(10).fill(0));
  });

  it('by hand: a part’s own wish goes before the drawing’s', () => {
    const relief = { form: 'round', edge: 0.2, thickness: 0.3 } as const;
    expect(wishesOf(['a', 'b'], { parts: { b: { form: 'flat', edge: 1 } }, relief })).toEqual([
      relief,
      { form: 'flat', edge: 1, thickness: 0.3 },
    ]);
  });

  it('what is hollow lies in what it is drawn on, which is rounded towards it', async () => {
    const { levels, bevel } = (await madeOf(PLATE + BADGE, 96, { parts: { 'badge#1': { form: 'hollow' } } }))
      .relief;
    expect(levels.level[1]).toBeLessThan(levels.level[0]!);
    // The plate left of the badge leans to the right.
    const row = bevel!.x.subarray(96 * 48, 96 * 49);
    expect(Math.max(...row.subarray(30, 36))).toBeGreaterThan(0);
  });

  it('a cushion is round unless the user says as found', async () => {
    const cushion = '<path id="pillow cotton" d="M10 10H90V90H10Z" fill="#889"/>';
    const plain = await madeOf(cushion, 24);
    const found = await madeOf(cushion, 24, { parts: { 'pillow cotton#1': { form: 'found' } } });
    const unnamed = await madeOf(cushion.replace('pillow cotton', 'thing'), 24);
    const [round, asFound] = [normalX(plain, 6, 12, 1), normalX(found, 6, 12, 1)];
    expect(asFound).toBe(normalX(unnamed, 6, 12, 1));
    expect(Math.abs(round - asFound)).toBeGreaterThan(0.02);
  });

  it('a part that is wished flat faces the viewer; the other has the form that was found', async () => {
    const flat = await madeOf(PLATE + BADGE, 24, { parts: { 'plate#1': { form: 'flat' } } });
    expect(normalX(flat, 1, 12, 1)).toBe(0);
    expect(normalX(made, 1, 12, 1)).toBeLessThan(-0.1);
    expect(normalX(flat, 9, 12, 2)).toBeCloseTo(normalX(made, 9, 12, 2));
  });
});

describe('the picture', () => {
  const lit = async (wish: { background?: 'none' | 'white' } = {}, from = made) => {
    const { form, figure, appearance, relief, grid, engine } = from;
    const seen = relief.views.map(({ heights }) => new Float32Array(heights.own.length).fill(1));
    const setting = {
      grid,
      large: false,
      feet: [],
      below: null,
      background: wish.background ?? 'none',
      rasterise: engine.rasterise,
      standing: [],
      backdrop: PLAIN.backdrop,
    };
    return lightPicture(
      { form, figure, appearance, relief, seen, texture: null, gains: null, bounce: null },
      setting,
      from.lighting,
      go,
    );
  };

  it('is lit in the parts’ colours, and clear where nothing is', async () => {
    const round = await madeOf('<circle id="ball" cx="50" cy="50" r="40" fill="#c43"/>', 24);
    const { image, ground } = (await lit({}, round))!;
    if ('png' in image) throw new Error('wanted pixels');
    const pixel = (x: number, y: number): number[] => [
      ...image.data.subarray(4 * at(x, y), 4 * at(x, y) + 4),
    ];
    const [r = 0, g = 0, b = 0, alpha] = pixel(12, 12);
    expect(alpha).toBe(255);
    expect([g / r, b / r]).toEqual([expect.closeTo(0x44 / 0xcc, 1), expect.closeTo(0x33 / 0xcc, 1)]);
    expect(pixel(0, 0)[3]).toBe(0);
    expect(ground).toBeNull();
  });

  it('lies on white where that is wished', async () => {
    const round = await madeOf('<circle id="ball" cx="50" cy="50" r="40" fill="#c43"/>', 24);
    const { image } = (await lit({ background: 'white' }, round))!;
    if ('png' in image) throw new Error('wanted pixels');
    expect([...image.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  });

  it('stops where it is asked to', async () => {
    const { form, figure, appearance, relief, grid, engine, lighting } = made;
    const setting = {
      grid,
      large: true,
      feet: [],
      below: null,
      background: 'none',
      rasterise: engine.rasterise,
      standing: [],
      backdrop: PLAIN.backdrop,
    } as const;
    const seen = relief.views.map(({ heights }) => new Float32Array(heights.own.length).fill(1));
    const stop = (): Promise<boolean> => Promise.resolve(false);
    expect(
      await lightPicture(
        { form, figure, appearance, relief, seen, texture: null, gains: null, bounce: null },
        setting,
        lighting,
        stop,
      ),
    ).toBeNull();
  });
});

describe('the solid', () => {
  it('has the badge above the plate, each with its layer’s name and its material’s values', async () => {
    const relief = { ...PLAIN.relief, form: 'flat' } as const;
    const flat = await madeOf(PLATE + BADGE, 24, { relief });
    const solid = (await makeSolid(flat, light, go))!;
    expect(solid.worn.map(({ name }) => name)).toEqual(['plate', 'badge']);
    expect(solid.worn[0]!.values['roughness']).toBeGreaterThan(0);
    const [{ labels, heights, square }] = solid.views as [(typeof solid.views)[number]];
    const mean = (label: number): number => {
      const own = heights.filter((_, i) => labels[i] === label);
      return own.reduce((sum, height) => sum + height, 0) / own.length;
    };
    const { level } = flat.relief.levels;
    expect(mean(2) - mean(1)).toBeCloseTo(level[1]! - level[0]!, 1);
    expect(square.width).toBe(64);
  });

  it('is none where it is told to stop', async () => {
    expect(await makeSolid(made, light, () => Promise.resolve(false))).toBeNull();
  });
});

describe('the extent', () => {
  const feet = {
    grid: { box: { x: 0, y: 0, width: 144, height: 144 }, width: 144, height: 144 },
    mask: new Float32Array(0),
    foot: new Float32Array(0),
    stands: new Float32Array(0),
    low: 100,
    from: 20,
    to: 120,
  };

  it('is the object, or that with what its shadow may reach; apart the shadow has its own', () => {
    const { scene } = made.form;
    const { object } = scene.found;
    const of = (shadowApart: boolean, ...all: (typeof feet)[]) =>
      extentOf(scene, all, { shadowApart, background: 'none' });
    expect(of(false)).toEqual({ box: object, below: null });
    expect(of(true)).toEqual({ box: object, below: null });
    const both = of(false, feet);
    expect(both.below).toBeNull();
    // From the object’s top to the ground below its feet.
    expect(both.box.y).toBe(object.y);
    expect(both.box.y + both.box.height).toBeCloseTo(144);
    expect(of(true, feet)).toEqual({ box: object, below: both.box });
  });
});

describe('what is kept', () => {
  it('goes with what it was made of: a new form takes all else along, a new figure not the feet', async () => {
    const memos = openWayMemos();
    let runs = 0;
    const fill = async (form: string, figure: string): Promise<void> => {
      await memos.form.answer([form], () => Promise.resolve(made.form));
      memos.feet(['views'], () => (runs++, []));
      await memos.figure.answer([figure], () => Promise.resolve(made.figure));
      memos.appearance(['look'], () => (runs++, made.appearance));
      memos.relief(['relief'], () => (runs++, made.relief));
    };
    await fill('a', 'a');
    await fill('a', 'a');
    expect(runs).toBe(3);
    await fill('a', 'b');
    expect(runs).toBe(5);
    await fill('b', 'b');
    expect(runs).toBe(8);
  });

  it('of drafts and pictures both begins empty', () => {
    expect(openSharedMemos(light).places).toEqual([]);
    expect(PLAIN.parts).toEqual({});
  });
});
