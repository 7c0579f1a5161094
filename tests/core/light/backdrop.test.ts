import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from '../../../src/core/pipeline.ts';
import type { Layer, Picture } from '../../../src/core/picture.ts';
import { isRefusal, PLAIN } from '../../../src/core/sketch.ts';
import type { Wanted } from '../../../src/core/way.ts';
import { cards as large, cardsAt, fakeEngine, quiet } from '../fake.ts';

const cards = cardsAt(256);
const settings: Wanted = { ...PLAIN, size: 256, model: cards.model.id, studio: cards.light.defaultStudio };
const ball = '<circle cx="50" cy="50" r="20" fill="#393"/>';
const framed = (paper: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80" fill="none"><g id="Frame">${paper}${ball}</g></svg>`;
const PAPER = '<rect width="100" height="80" fill="#fce0c8"/>';

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = openPipeline(await fakeEngine(), cards);
});

async function make(svg: string, wish: Partial<Wanted>, by = pipeline): Promise<Picture> {
  const made = await by.realize({ id: '1', name: 'ball', svg }, { ...settings, ...wish }, quiet);
  if (isRefusal(made)) throw new Error(made.refused);
  return made.picture;
}

/** Red, green, blue, alpha at a point of the drawing; nothing outside the layer. */
function reader({ png, box }: Layer): (x: number, y: number) => number[] {
  const { width, height, data } = decode(png);
  return (x, y) => {
    const column = Math.floor(((x - box.x) / box.width) * width);
    const row = Math.floor(((y - box.y) / box.height) * height);
    if (column < 0 || row < 0 || column >= width || row >= height) return [0, 0, 0, 0];
    return [...data.subarray(4 * (row * width + column), 4 * (row * width + column) + 4)];
  };
}

describe('what lies behind', () => {
  it('is white with a margin around the object and its shadow', async () => {
    const by = openPipeline(await fakeEngine(), large);
    const none = await make(framed(PAPER), { size: 512 }, by);
    const white = await make(framed(PAPER), { size: 512, background: 'white' }, by);
    expect(white.box.x).toBeLessThan(none.box.x - 2);
    const at = reader(white);
    expect(at(white.box.x + 0.5, white.box.y + 0.5)).toEqual([255, 255, 255, 255]);
    const [r = 255, , , alpha] = at(50, 71);
    expect(alpha).toBe(255);
    expect(r).toBeLessThan(240);
  });

  it('is the frame’s own fill over the whole frame', async () => {
    const made = await make(framed(PAPER), { background: 'frame' });
    for (const [own, wanted] of [
      [made.box.x, 0],
      [made.box.y, 0],
      [made.box.width, 100],
      [made.box.height, 80],
    ] as const)
      expect(own).toBeCloseTo(wanted, 0);
    const at = reader(made);
    expect(at(2, 2)).toEqual([0xfc, 0xe0, 0xc8, 255]);
    expect(at(98, 78)).toEqual([0xfc, 0xe0, 0xc8, 255]);
    expect(at(50, 50)[1]).toBeGreaterThan(2 * at(50, 50)[0]!);
  });

  it('is nothing where the frame has no fill', async () => {
    const [none, frame] = [await make(framed(''), {}), await make(framed(''), { background: 'frame' })];
    expect(Buffer.compare(frame.png, none.png)).toBe(0);
    expect(frame.box).toEqual(none.box);
  });
});

describe('the shadow apart', () => {
  it('lies under the picture as it does within it', async () => {
    const whole = await make(framed(PAPER), {});
    const apart = await make(framed(PAPER), { shadowApart: true });
    if (!apart.shadow) throw new Error('no shadow was given');
    const [one, over, under] = [reader(whole), reader(apart), reader(apart.shadow)];
    let seen = 0;
    for (let x = 20; x < 80; x += 1.37) {
      const [alpha = 0, below = 0, wanted = 0] = [over(x, 70.5)[3], under(x, 70.5)[3], one(x, 70.5)[3]];
      const both = alpha + below * (1 - alpha / 255);
      expect(Math.abs(both - wanted)).toBeLessThan(6);
      seen = Math.max(seen, below);
    }
    expect(seen).toBeGreaterThan(55);
    expect(apart.box.width).toBeCloseTo(40, 0);
    expect(apart.box.height).toBeCloseTo(40, 0);
    const rgb = under(50, 71).slice(0, 3);
    expect(Math.max(...rgb)).toBeLessThan(42);
  });

  it('carries what lies behind, so that the picture stays a cut-out', async () => {
    const made = await make(framed(PAPER), { shadowApart: true, background: 'frame' });
    expect(reader(made)(made.box.x + 0.2, made.box.y + 0.2)[3]).toBe(0);
    const at = reader(made.shadow ?? made);
    expect(at(2, 2)).toEqual([0xfc, 0xe0, 0xc8, 255]);
  });

  it('is not given where there is no shadow', async () => {
    expect((await make(framed(PAPER), { shadowApart: true, shadow: false })).shadow).toBeUndefined();
    const drawn = await pipeline.draft(
      { id: '1', name: 'ball', svg: framed(PAPER) },
      { ...settings, size: 512, shadowApart: true },
      quiet,
    );
    expect('shadow' in drawn).toBe(false);
  });

  it.each(['sweep', 'gradient', 'table'] as const)(
    'is a %s in the colour that was chosen, all over',
    async (background) => {
      const none = await make(framed(''), {});
      const made = await make(framed(''), { background, backdrop: '#4060a0' });
      expect(made.box.width).toBeGreaterThan(1.3 * none.box.width);
      const at = reader(made);
      const { x, y, width, height } = made.box;
      for (const [u, v] of [
        [0.02, 0.02],
        [0.98, 0.5],
        [0.5, 0.98],
        [0.02, 0.98],
      ] as const) {
        const [r, g, b, alpha] = at(x + u * width, y + v * height) as [number, number, number, number];
        expect(alpha).toBe(255);
        expect(b).toBeGreaterThan(g);
        expect(g).toBeGreaterThan(r);
        expect(b).toBeGreaterThan(0xa0 * 0.55);
        expect(b).toBeLessThan(0xa0 * 1.2);
      }
      // The shadow is a darker tone of it, not grey; right below the ball.
      const [dark, plain] = [at(50, 70.6), at(x + 0.15 * width, 70.6)] as [number[], number[]];
      expect(dark[2]).toBeLessThan(plain[2]! - 15);
      expect(dark[2]! - dark[0]!).toBeGreaterThan(0.35 * (plain[2]! - plain[0]!));
    },
  );

  it('goes with the shadow where that is a picture of its own', async () => {
    const made = await make(framed(''), { background: 'sweep', backdrop: '#4060a0', shadowApart: true });
    expect(reader(made)(made.box.x + 0.3, made.box.y + 0.3)[3]).toBe(0);
    const { shadow } = made;
    expect(reader(shadow!)(shadow!.box.x + 0.5, shadow!.box.y + 0.5)[3]).toBe(255);
  });
});
