import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/core/engine.ts';
import { encodePng } from '../../src/core/image/png.ts';
import { shade } from '../../src/core/light/shade.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import { isRefusal, type Rgba } from '../../src/core/sketch.ts';
import { inflate, lambert, quiet } from './fake.ts';
import { at, cards, engine, picture, run, settings, silhouette, sketch, svg } from './pictured.ts';

describe('the pixel road', () => {
  it('traces a placed image to lines and fills what they enclose', async () => {
    const inner = svg(
      '<rect width="100" height="100" fill="#f6f2ea"/><rect x="20" y="30" width="60" height="50" stroke="#333" stroke-width="3"/>',
    );
    const shot = engine.rasterise(inner, 200, 200);
    const href = `data:image/png;base64,${Buffer.from(encodePng(shot)).toString('base64')}`;
    const made = await picture(svg(`<image width="100" height="100" href="${href}"/>`));
    expect(made.picture.notes).toContain('image-traced');
    const { x, y, width, height } = made.picture.box;
    [x - 20, y - 30, width - 60, height - 50].forEach((off) => expect(Math.abs(off)).toBeLessThan(2));
    expect(at(made, 50, 55)[3]).toBe(255);
  });

  it('takes brush strokes that are thin filled shapes for ink', async () => {
    const ring =
      '<path fill-rule="evenodd" fill="#111" d="M50 10a40 40 0 1 1 0 80a40 40 0 1 1 0-80ZM50 12a38 38 0 1 0 0 76a38 38 0 1 0 0-76Z"/>';
    const made = await picture(svg(ring));
    expect(at(made, 50, 50)[3]).toBe(255);
    expect(at(made, 50, 11)[0]).toBeGreaterThan(150);
  });
});

describe('the run itself', () => {
  const disc = svg('<circle cx="50" cy="50" r="40" fill="#d22"/>');

  it('runs only light and encoding when the light changes', async () => {
    let generated = 0;
    const counting: Network = (inputs) => (generated++, inflate(inputs));
    const pipeline = openPipeline({ ...engine, generate: counting }, cards);
    await pipeline.realize(sketch(disc), settings, quiet);
    const other = cards.light.studios.find(({ id }) => id !== settings.studio);
    const again = await pipeline.realize(sketch(disc), { ...settings, studio: other?.id ?? '' }, quiet);
    expect(generated).toBe(1);
    expect(isRefusal(again) ? again : Object.keys(again.picture.ms)).toEqual(['light', 'encode']);
  });

  it('gives the same pixels whatever the strips', async () => {
    const made: Rgba[] = [];
    for (const strip of [256 * 256, 5_000]) {
      const pipeline = openPipeline(engine, cards, (surface, lamp, goOn) =>
        shade(surface, lamp, goOn, strip),
      );
      const result = await pipeline.realize(sketch(disc), settings, quiet);
      if (isRefusal(result)) throw new Error(result.refused);
      const { width, height, data } = decode(result.picture.png);
      made.push({ width, height, data: data as Uint8Array });
    }
    expect(Buffer.compare(made[0]!.data, made[1]!.data)).toBe(0);
  });

  it('stops when asked to, at every point where it asks', async () => {
    for (let stop = 1; stop < 8; stop++) {
      let asked = 0;
      const watch = { ...quiet, cancelled: () => Promise.resolve(++asked >= stop) };
      const made = await openPipeline(engine, cards).realize(sketch(disc), settings, watch);
      if (asked < stop) return;
      expect(made).toEqual({ refused: 'cancelled' });
    }
  });

  it('reports progress that only grows and ends at one', async () => {
    const seen: number[] = [];
    await openPipeline(engine, cards).realize(sketch(disc), settings, {
      ...quiet,
      progress: (_stage, fraction) => seen.push(fraction),
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('refuses what cannot be done, as a value', async () => {
    expect(await run('nonsense')).toMatchObject({ refused: 'not-an-svg' });
    expect(await run(svg(''))).toMatchObject({ refused: 'nothing-drawn' });
    expect(await run(svg('<circle cx="500" cy="500" r="9" fill="red"/>'))).toMatchObject({
      refused: 'nothing-seen',
    });
    expect(await run(disc, { studio: 'moon' })).toMatchObject({ refused: 'unknown-studio' });
    expect(await run(disc, { model: 'other' })).toMatchObject({ refused: 'unknown-model' });
  });

  it('refuses values that are no numbers', async () => {
    const broken: Network = async (inputs) => {
      const out = await inflate(inputs);
      out['intrinsic']?.data.fill(NaN, 0, 1);
      return out;
    };
    const made = await openPipeline({ ...engine, generate: broken }, cards).realize(
      sketch(disc),
      settings,
      quiet,
    );
    expect(made).toMatchObject({ refused: 'runtime-failed' });
    const dark: Network = async (inputs) => {
      const out = await lambert(inputs);
      out['picture']?.data.fill(NaN, 0, 1);
      return out;
    };
    const lit = await openPipeline({ ...engine, light: dark }, cards).realize(sketch(disc), settings, quiet);
    expect(lit).toMatchObject({ refused: 'runtime-failed' });
  });

  it('lays a shadow on the ground that ends before the picture does', async () => {
    const made = await picture(disc, { shadow: true });
    const { width, height, data } = made.image;
    const own = silhouette(disc, made.picture);
    let [inside, rim] = [0, 0];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const alpha = data[4 * (y * width + x) + 3]!;
        if (x === 0 || y === 0 || x === width - 1 || y === height - 1)
          rim = Math.max(rim, own[y * width + x] === 0 ? alpha : 0);
        else inside = Math.max(inside, alpha);
      }
    }
    expect(inside).toBe(255);
    expect(rim).toBeLessThan(8);
    expect(Math.max(made.picture.box.width, made.picture.box.height)).toBeGreaterThan(81);
  });

  it('draws 10,000 paths', async () => {
    let body = '';
    for (let i = 0; i < 10_000; i++) {
      const [x, y] = [(i * 7919) % 97, (i * 104729) % 89];
      body += `<path d="M${x} ${y}l4 ${(i % 7) - 3}l-2 4z" fill="#${(((i * 2654435761) >>> 8) & 0xffffff).toString(16).padStart(6, '0')}"/>`;
    }
    const made = await picture(svg(body));
    expect(made.picture.notes).toContain('far-too-detailed');
  }, 120_000);
});
