import { decode, type DecodedPng } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/core/engine.ts';
import { openPng } from '../../../src/core/image/png.ts';
import { openPipeline } from '../../../src/core/pipeline.ts';
import { shade } from '../../../src/core/light/shade.ts';
import type { Picture } from '../../../src/core/picture.ts';
import { isRefusal, PLAIN } from '../../../src/core/sketch.ts';
import type { Wanted } from '../../../src/core/way.ts';
import { bandsOf } from '../../../src/core/parts/bands.ts';
import { cardsAt, fakeEngine, quiet } from '../fake.ts';

const cards = cardsAt(256);
const settings: Wanted = { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio, size: 512 };
const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`;
const FILLED =
  '<path d="M20 30C20 10 70 5 80 35S60 90 40 85 20 50 20 30Z" fill="#c33" stroke="#000" stroke-width="1"/>' +
  '<circle cx="62" cy="30" r="9" fill="#36c"/><path d="M30 50h20v18h-20z" fill="#fc3" transform="rotate(12 40 60)"/>' +
  '<rect id="glass" x="50" y="55" width="25" height="20" fill="#cde" fill-opacity="0.4"/>';
const STROKES =
  '<path d="M20 22L22 80M25 83H75M78 80L80 22M77 19H23" stroke="#222" stroke-width="1.5"/><path d="M22 50H78" stroke="#222"/>';

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

async function make(body: string, whole: number): Promise<Picture> {
  const pipeline = openPipeline(engine, cards, shade, whole);
  const made = await pipeline.realize({ id: '1', name: 'thing', svg: svg(body) }, settings, quiet);
  if (isRefusal(made)) throw new Error(made.refused);
  return made.picture;
}

/** Of two pixels, 0…255: the alphas' or the colours' as far as they are seen. */
function difference(a: DecodedPng, i: number, b: DecodedPng, j: number): number {
  const alpha = a.data[4 * i + 3]!;
  const colours = [0, 1, 2].map((c) => (alpha / 255) * Math.abs(a.data[4 * i + c]! - b.data[4 * j + c]!));
  return Math.max(Math.abs(alpha - b.data[4 * j + 3]!), ...colours);
}

/** The other picture has such a pixel at most a pixel and a half away: a border that lies so much aside. */
function isNear(a: DecodedPng, i: number, b: DecodedPng): boolean {
  const around = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => i + y * a.width + x));
  return around.some((j) => j >= 0 && j < a.width * a.height && difference(a, i, b, j) <= 24);
}

describe('a picture made in bands', () => {
  it.each([
    ['surfaces', FILLED],
    ['strokes', STROKES],
  ])('of %s is the one that is made whole, but for the pixels of borders', async (_of, body) => {
    const [one, other] = [await make(body, 512), await make(body, 256)];
    expect(other.box).toEqual(one.box);
    const [a, b] = [decode(one.png), decode(other.png)];
    expect([b.width, b.height]).toEqual([a.width, a.height]);
    let [far, sum] = [0, 0];
    for (let i = 0; i < a.width * a.height; i++) {
      const apart = difference(a, i, b, i);
      sum += apart;
      if (apart > 24 && !isNear(a, i, b)) far++;
    }
    // Edges are rounded from borders, and what only lines enclose has its border at half the size: of the
    // strokes 0.44 % lie along such borders, none where bands meet; of the surfaces 0.12 %.
    expect(far / (a.width * a.height)).toBeLessThan(0.005);
    expect(sum / (a.width * a.height)).toBeLessThan(0.8);
  });

  it('can be stopped between bands', async () => {
    let asked = 0;
    const watch = { progress: () => undefined, cancelled: () => Promise.resolve(++asked > 9) };
    const pipeline = openPipeline(engine, cards, shade, 256);
    const made = await pipeline.realize({ id: '1', name: 'thing', svg: svg(FILLED) }, settings, watch);
    expect(made).toEqual({ refused: 'cancelled' });
  });
});

describe('bands', () => {
  it('cover every row once, with margins where there is more', () => {
    const grid = { box: { x: 3, y: 5, width: 4096, height: 1000 }, width: 4096, height: 1000 };
    const bands = bandsOf(grid, 40);
    expect(bands.reduce((sum, { rows }) => sum + rows, 0)).toBe(1000);
    let top = 0;
    for (const { grid: own, above, rows } of bands) {
      expect(own.box.y).toBeCloseTo(5 + top - above);
      expect(own.box.height / own.height).toBeCloseTo(1);
      expect(above).toBe(Math.min(40, top));
      expect(own.height - above - rows).toBe(Math.min(40, 1000 - top - rows));
      top += rows;
    }
  });
});

describe('a PNG written row by row', () => {
  it('reads the same whatever the portions', () => {
    const data = Uint8Array.from({ length: 4 * 7 * 9 }, (_, i) => (i * 37) % 256);
    const png = openPng(7, 9);
    for (const [from, to] of [
      [0, 1],
      [1, 6],
      [6, 9],
    ] as const)
      png.rows(data.subarray(28 * from, 28 * to));
    const read = decode(png.end());
    expect([read.width, read.height]).toEqual([7, 9]);
    expect([...read.data]).toEqual([...data]);
    expect(() => openPng(7, 9).end()).toThrow('9 rows');
  });
});
