import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Network } from '../../src/core/engine.ts';
import { openPipeline, type Realized } from '../../src/core/pipeline.ts';
import type { Picture } from '../../src/core/picture.ts';
import { PLAIN, isRefusal, type Refusal, type Rgba } from '../../src/core/sketch.ts';
import type { Wanted } from '../../src/core/way.ts';
import { cardsAt, fakeEngine, inflate, lambert, quiet } from './fake.ts';

const cards = cardsAt(256);

const settings: Wanted = {
  ...PLAIN,
  model: cards.model.id,
  studio: cards.light.defaultStudio,
  size: 256,
  seed: 3,
  shadow: false,
};
const svg = (body: string, size = 100): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" fill="none">${body}</svg>`;
const sketch = (text: string, name = 'thing'): { id: string; name: string; svg: string } => ({
  id: '1:2',
  name,
  svg: text,
});

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

async function run(text: string, wish: Partial<Wanted> = {}, name = 'thing'): Promise<Realized | Refusal> {
  return openPipeline(engine, cards).realize(sketch(text, name), { ...settings, ...wish }, quiet);
}

async function picture(
  text: string,
  wish: Partial<Wanted> = {},
  name?: string,
): Promise<{ picture: Picture; image: Rgba }> {
  const made = await run(text, wish, name);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  const { width, height, data } = decode(made.picture.png);
  return { picture: made.picture, image: { width, height, data: data as Uint8Array } };
}

/** Colour and alpha of the picture at a point of the drawing. */
function at({ picture, image }: { picture: Picture; image: Rgba }, x: number, y: number): number[] {
  const { box } = picture;
  const column = Math.floor(((x - box.x) / box.width) * image.width);
  const row = Math.floor(((y - box.y) / box.height) * image.height);
  if (column < 0 || row < 0 || column >= image.width || row >= image.height) return [0, 0, 0, 0];
  return [...image.data.subarray(4 * (row * image.width + column), 4 * (row * image.width + column) + 4)];
}

/** The drawing's own alpha over the picture's box, by the rasteriser itself. */
function silhouette(text: string, { box, width, height }: Picture): Uint8Array {
  const own = text.replace(/viewBox="[^"]*"/, `viewBox="${box.x} ${box.y} ${box.width} ${box.height}"`);
  const { data } = engine.rasterise(own, width, height);
  return Uint8Array.from({ length: width * height }, (_, i) => data[4 * i + 3]!);
}

describe('placement', () => {
  const blob =
    '<path d="M20 30C20 10 70 5 80 35S60 90 40 85 20 50 20 30Z" fill="#c33"/><circle cx="62" cy="30" r="9" fill="#36c"/>' +
    '<path d="M30 50h20v18h-20z" fill="#fc3" transform="rotate(12 40 60)"/>';

  it.each([512, 1024] as const)('covers at %i exactly what the drawing covers', async (size) => {
    const text = svg(blob);
    const made = await picture(text, { size });
    const wanted = silhouette(text, made.picture);
    let [both, either, difference] = [0, 0, 0];
    wanted.forEach((alpha, i) => {
      const own = made.image.data[4 * i + 3]!;
      both += Math.min(own, alpha);
      either += Math.max(own, alpha);
      difference += Math.abs(own - alpha);
    });
    expect(both / either).toBeGreaterThan(0.9995);
    expect(difference / wanted.length).toBeLessThan(0.1);
    expect(Math.max(made.picture.width, made.picture.height)).toBe(size);
  });

  it('shows at (x, y) what the drawing has at (x, y)', async () => {
    const made = await picture(svg(blob));
    const hue = ([r = 0, g = 0, b = 0]: number[]): string =>
      r > 1.5 * b && g < 0.6 * r ? 'red' : b > 1.5 * r ? 'blue' : g > b && r > b ? 'yellow' : 'other';
    expect(hue(at(made, 30, 30))).toBe('red');
    expect(hue(at(made, 62, 30))).toBe('blue');
    expect(hue(at(made, 40, 60))).toBe('yellow');
    expect(at(made, 90, 90)[3]).toBe(0);
  });

  it('keeps drawings of any coordinates where they are', async () => {
    const made = await picture(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-500 900 40 80"><rect x="-490" y="930" width="10" height="10" fill="red"/></svg>',
    );
    const { x, y, width, height } = made.picture.box;
    expect([x, y, width, height].map((v) => Math.round(v * 20) / 20)).toEqual([-490, 930, 10, 10]);
  });

  it('cuts at the frame what lies outside, and says so', async () => {
    const made = await picture(svg('<circle cx="100" cy="50" r="30" fill="#393"/>'));
    const { x, width } = made.picture.box;
    expect(x + width).toBeLessThan(100.5);
    expect(made.picture.notes).toContain('outside-cut');
  });

  it('takes a frame’s white or grey background for paper', async () => {
    const made = await picture(
      svg(
        '<g id="Frame"><rect width="100" height="100" fill="#eee"/><circle cx="50" cy="50" r="20" fill="#393"/></g>',
      ),
    );
    expect(Math.round(made.picture.box.width)).toBe(40);
  });

  it('keeps a coloured, named front that fills the selection', async () => {
    const made = await picture(
      svg(
        '<rect id="carton front" width="100" height="100" fill="#a63"/><circle cx="50" cy="50" r="20" fill="#393"/>',
      ),
    );
    expect(Math.round(made.picture.box.width)).toBe(100);
  });
});

describe('holes and regions', () => {
  const alphaAt = async (body: string, x: number, y: number): Promise<number | undefined> =>
    at(await picture(svg(body)), x, y)[3];

  it('leaves even-odd holes open', async () =>
    expect(
      await alphaAt('<path fill-rule="evenodd" d="M10 10h80v80h-80zM30 30h40v40h-40z" fill="#39c"/>', 50, 50),
    ).toBe(0));

  it('leaves a handle open that lines enclose beside filled surfaces', async () =>
    expect(
      await alphaAt(
        '<rect x="10" y="20" width="50" height="70" fill="#39c" stroke="#000" stroke-width="2"/><path d="M60 35C90 30 90 75 60 70" stroke="#000" stroke-width="2"/>',
        72,
        52,
      ),
    ).toBe(0));

  it('fills what closed strokes enclose when nothing is filled', async () =>
    expect(
      await alphaAt('<rect x="10" y="20" width="50" height="70" stroke="#000" stroke-width="2"/>', 35, 50),
    ).toBe(255));

  it('opens a stroke-only region where the network sees no object', async () => {
    const holed: Network = async (inputs) => {
      const out = await inflate(inputs);
      const n = cards.model.input.size ** 2;
      out['intrinsic']?.data.fill(0, 6 * n, 7 * n);
      return out;
    };
    const pipeline = openPipeline({ ...engine, generate: holed }, cards);
    const made = await pipeline.realize(
      sketch(svg('<rect x="10" y="20" width="50" height="70" stroke="#000" stroke-width="2"/>')),
      settings,
      quiet,
    );
    if (isRefusal(made)) throw new Error(made.refused);
    const { width, height, data } = decode(made.picture.png);
    expect(data[4 * (Math.floor(height / 2) * width + Math.floor(width / 2)) + 3]).toBe(0);
  });

  it('closes gaps in a hand-drawn outline, and says so', async () => {
    const made = await picture(
      svg('<path d="M20 22L22 80M25 83H75M78 80L80 22M77 19H23" stroke="#222" stroke-width="1.5"/>'),
    );
    expect(at(made, 50, 50)[3]).toBe(255);
    expect(made.picture.notes).toContain('nothing-closed');
  });

  it('makes a wire of a line that closes nothing', async () => {
    const made = await picture(svg('<path d="M10 50C30 0 60 100 90 50" stroke="#b33" stroke-width="3"/>'));
    expect(at(made, 10.5, 49.5)[3]).toBeGreaterThan(200);
    expect(at(made, 50, 10)[3]).toBe(0);
  });

  it('applies clips and masks', async () => {
    const clipped =
      '<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath><mask id="m"><rect width="100" height="50" fill="#fff"/></mask>' +
      '<g clip-path="url(#c)"><g mask="url(#m)"><rect width="100" height="100" fill="#39c"/></g></g>';
    const made = await picture(svg(clipped));
    expect([at(made, 50, 30)[3], at(made, 50, 60)[3], at(made, 15, 15)[3]]).toEqual([255, 0, 0]);
  });
});

describe('colours', () => {
  it('come from the drawing: a lit red stays red, black black, white white', async () => {
    const made = await picture(
      svg(
        '<rect x="5" y="5" width="28" height="90" fill="#d22"/><rect x="36" y="5" width="28" height="90" fill="#111"/><rect x="67" y="5" width="28" height="90" fill="#fff"/>',
      ),
    );
    const [red, black, white] = [19, 50, 81].map((x) => at(made, x, 50));
    expect(red?.[0]).toBeGreaterThan(4 * (red?.[1] ?? 0));
    expect(Math.max(...(black ?? []).slice(0, 3))).toBeLessThan(25);
    expect(Math.max(...(white ?? []).slice(0, 3)) - Math.min(...(white ?? []).slice(0, 3))).toBeLessThan(4);
  });

  it('show gradients as drawn, in the coordinates of a turned shape', async () => {
    const made = await picture(
      svg(
        '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="80" y2="0"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><g transform="translate(90 10) rotate(90)"><rect width="80" height="80" fill="url(#g)"/></g>',
      ),
    );
    const [top, bottom] = [at(made, 50, 20), at(made, 50, 80)];
    expect(top[0]).toBeGreaterThan(2 * top[2]!);
    expect(bottom[2]).toBeGreaterThan(2 * bottom[0]!);
  });

  it('give a dark outline’s pixels to the surface that it surrounds', async () => {
    const made = await picture(
      svg('<circle cx="50" cy="50" r="40" fill="#4a4" stroke="#000" stroke-width="4"/>'),
    );
    const [r = 0, g = 0] = at(made, 50, 10);
    expect(g).toBeGreaterThan(1.5 * r);
  });

  it('keep stripes and stitches in their own colour as print', async () => {
    const made = await picture(
      svg(
        '<rect x="10" y="10" width="80" height="80" fill="#233"/><path d="M20 50H80" stroke="#fff" stroke-width="2"/><path d="M20 70H80" stroke="#f80" stroke-width="2" stroke-dasharray="6 2"/>',
      ),
    );
    expect(Math.min(...at(made, 50, 50).slice(0, 3))).toBeGreaterThan(60);
    expect(at(made, 23, 70)[0]).toBeGreaterThan(80);
  });

  it('of parts without one come from the seed, the same for the same seed', async () => {
    const lines = svg(
      '<rect x="10" y="20" width="50" height="70" stroke="#000"/><rect x="60" y="50" width="30" height="40" stroke="#000"/>',
    );
    const [a, b, c] = [
      await picture(lines, { seed: 1 }),
      await picture(lines, { seed: 1 }),
      await picture(lines, { seed: 2 }),
    ];
    expect(Buffer.compare(a.picture.png, b.picture.png)).toBe(0);
    expect(at(a, 35, 50)).not.toEqual(at(c, 35, 50));
    expect(at(a, 35, 50)).not.toEqual(at(a, 75, 70));
  });
});

describe('the pixel road', () => {
  it('traces a placed image to lines and fills what they enclose', async () => {
    const inner = svg(
      '<rect width="100" height="100" fill="#f6f2ea"/><rect x="20" y="30" width="60" height="50" stroke="#333" stroke-width="3"/>',
    );
    const shot = engine.rasterise(inner, 200, 200);
    const { encodePng } = await import('../../src/core/image/png.ts');
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
    expect(at(made, 50, 11)[0]).toBeGreaterThan(40);
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
    const { shade } = await import('../../src/core/light/shade.ts');
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
      refused: 'nothing-drawn',
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
