// Generators of kind `picture`: Pix2Pix as published, with a pretended network.
import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { readModelCard, type ModelCard } from '../../src/core/card.ts';
import type { Engine, Network, Tensor } from '../../src/core/engine.ts';
import { startClock, type Clock } from '../../src/core/clock.ts';
import { openPainter } from '../../src/core/painted-pipeline.ts';
import { openPipeline, type Realized } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Refusal, type Settings } from '../../src/core/sketch.ts';
import { cards, fakeEngine, quiet } from './fake.ts';

const SIZE = 64;
const classic: ModelCard = readModelCard({
  format: 'realize-card',
  formatVersion: 1,
  id: 'classic',
  name: 'Pix2Pix classic',
  kind: 'picture',
  input: {
    tensor: 'drawing',
    size: SIZE,
    margin: 6,
    stroke: 1.5,
    ink: 1,
    paper: -1,
    channels: [{ name: 'lines', range: [-1, 1] }],
  },
  output: { tensor: 'picture', channels: ['r', 'g', 'b'].map((name) => ({ name, range: [-1, 1] })) },
});
const settings: Settings = { ...PLAIN, model: 'classic', studio: 'soft' };
const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`;
const disc = svg('<circle cx="50" cy="50" r="40" fill="#0a0"/>');

/** Paints each pixel as told from its place in the square, 0…1: red, green, blue 0…1. */
const painter =
  (colour: (x: number, y: number) => readonly [number, number, number], seen: Tensor[] = []): Network =>
  ({ drawing }) => {
    if (!drawing) throw new Error('wanted the input "drawing"');
    seen.push(drawing);
    const data = new Float32Array(3 * SIZE * SIZE);
    for (let i = 0; i < SIZE * SIZE; i++) {
      const rgb = colour(((i % SIZE) + 0.5) / SIZE, (Math.floor(i / SIZE) + 0.5) / SIZE);
      rgb.forEach((value, c) => (data[c * SIZE * SIZE + i] = 2 * value - 1));
    }
    return Promise.resolve({ picture: { shape: [1, 3, SIZE, SIZE], data } });
  };

let engine: Engine;
beforeAll(async () => {
  const never: Network = () => Promise.reject(new Error('the light has no part in this'));
  engine = await fakeEngine({ light: never });
});

const run = (text: string, generate: Network, wish: Partial<Settings> = {}): Promise<Realized | Refusal> =>
  openPipeline({ ...engine, generate }, { model: classic, light: cards.light }).realize(
    { id: '1', name: 'thing', svg: text },
    { ...settings, ...wish },
    quiet,
  );

it('who wants colours gets the drawing’s own, over white', async () => {
  const seen: Tensor[] = [];
  const input = {
    ...classic.input,
    channels: ['r', 'g', 'b', 'a'].map((name): { name: string; range: [number, number] } => ({
      name,
      range: [-1, 1],
    })),
  };
  const made = await openPipeline(
    { ...engine, generate: painter(() => [0, 0, 0], seen) },
    { model: { ...classic, input }, light: cards.light },
  ).realize(
    {
      id: '1',
      name: 'disc',
      svg: svg('<circle cx="50" cy="50" r="40" fill="#00f" stroke="#f00" stroke-width="8"/>'),
    },
    settings,
    quiet,
  );
  expect(made).not.toHaveProperty('refused');
  const at = (x: number, y: number): number[] =>
    [0, 1, 2, 3].map(
      (c) => seen[0]?.data[(c * SIZE + Math.floor(y * SIZE)) * SIZE + Math.floor(x * SIZE)] ?? NaN,
    );
  expect(seen[0]?.shape).toEqual([1, 4, SIZE, SIZE]);
  expect(at(0.5, 0.5)).toEqual([-1, -1, 1, 1]); // its fill
  expect(at(0.5, 0.125)).toEqual([1, -1, -1, 1]); // its outline
  expect(at(0.02, 0.02)).toEqual([1, 1, 1, -1]); // paper
});

/** The picture's pixel at a point of the drawing's box, 0…1 across and down. */
async function picture(text: string, generate: Network, wish?: Partial<Settings>) {
  const made = await run(text, generate, wish);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  const image = decode(made.picture.png);
  const at = (x: number, y: number): number[] => {
    const i = 4 * (Math.floor(y * image.height) * image.width + Math.floor(x * image.width));
    return [...image.data.slice(i, i + 4)];
  };
  return { made, image, at };
}

describe('a generator of kind picture', () => {
  it('gets the drawing as edges in the card’s values, width and margin, and no fills', async () => {
    const seen: Tensor[] = [];
    await run(
      disc,
      painter(() => [1, 0, 0], seen),
    );
    const [edges] = seen;
    expect(edges?.shape).toEqual([1, 1, SIZE, SIZE]);
    const row = [...(edges?.data ?? []).slice(32 * SIZE, 33 * SIZE)];
    // The border lies 6 pixels from either side; between both is paper, whatever fills the shape.
    expect(row.flatMap((value, x) => (value > -0.9 ? [x] : []))).toEqual([5, 6, 57, 58]);
    expect(Math.min(...row)).toBe(-1);
    expect(row[5]! + row[6]! + 2).toBeCloseTo(2 * classic.input.stroke, 1);
  });

  it.each([512, 1024, 2048] as const)(
    'is cut out by the drawing’s silhouette at %i, without a halo',
    async (size) => {
      // The network paints a disc a sample smaller than the drawn one, on white.
      const inner = 26 / SIZE - 1 / SIZE;
      const small = painter((x, y) => (Math.hypot(x - 0.5, y - 0.5) < inner ? [0.8, 0.2, 0.2] : [1, 1, 1]));
      const { made, image, at } = await picture(disc, small, { size });
      expect([made.picture.width, made.picture.height]).toEqual([size, size]);
      expect(at(0.02, 0.02)).toEqual([0, 0, 0, 0]);
      let [solid, pale] = [0, 0];
      for (let i = 0; i < image.data.length; i += 4) {
        if (image.data[i + 3]! === 0) continue;
        solid++;
        if (image.data[i + 1]! > 70) pale++;
      }
      expect(solid / (size * size)).toBeCloseTo(Math.PI / 4, 2);
      expect(pale).toBe(0);
      expect(at(0.5, 0.5)).toEqual([204, 51, 51, 255]);
    },
  );

  it('is enlarged smoothly: a ramp stays a ramp', async () => {
    const { image } = await picture(
      disc,
      painter((x) => [x, x, 0.5]),
    );
    const y = Math.floor(image.height / 2);
    const row = Array.from({ length: image.width }, (_, x) => image.data[4 * (y * image.width + x)]!);
    const middle = row.slice(30, -30);
    for (let x = 1; x < middle.length; x++) {
      expect(middle[x]! - middle[x - 1]!).toBeGreaterThanOrEqual(0);
      expect(middle[x]! - middle[x - 1]!).toBeLessThanOrEqual(1);
    }
  });

  it('leaves open what lines enclose and the network leaves white', async () => {
    const ring = svg(
      '<circle cx="50" cy="50" r="40" stroke="#000" stroke-width="2"/><circle cx="50" cy="50" r="20" stroke="#000" stroke-width="2"/>',
    );
    const tyre = painter((x, y) =>
      Math.hypot(x - 0.5, y - 0.5) < 12.5 / SIZE ? [1, 1, 1] : [0.2, 0.2, 0.2],
    );
    const { at } = await picture(ring, tyre);
    expect(at(0.5, 0.5)[3]).toBe(0);
    expect(at(0.5, 0.12)[3]).toBe(255);
  });

  it('sees objects that stand apart each in a square of its own', async () => {
    const seen: Tensor[] = [];
    const two = svg(
      '<rect x="5" y="20" width="30" height="60" fill="#a00"/><rect x="65" y="20" width="30" height="60" fill="#00a"/>',
    );
    const { at } = await picture(
      two,
      painter((x) => (x < 0.5 ? [0.8, 0.4, 0.2] : [0.2, 0.4, 0.8]), seen),
    );
    expect(seen).toHaveLength(2);
    for (const left of [0.03, 0.7]) expect(at(left, 0.5).slice(0, 3)).toEqual([204, 102, 51]);
    for (const right of [0.28, 0.97]) expect(at(right, 0.5).slice(0, 3)).toEqual([51, 102, 204]);
  });

  it('takes no notice of light, seed and shadow, and runs again only for another drawing', async () => {
    const seen: Tensor[] = [];
    const pipeline = openPipeline(
      { ...engine, generate: painter((x) => [x, x, x / 2], seen) },
      { model: classic, light: cards.light },
    );
    const make = async (text: string, wish: Partial<Settings>): Promise<Uint8Array> => {
      const made = await pipeline.realize({ id: '1', name: 'a', svg: text }, { ...settings, ...wish }, quiet);
      if (isRefusal(made)) throw new Error(made.refused);
      return made.picture.png;
    };
    const first = await make(disc, {});
    expect(await make(disc, { studio: 'no such light', seed: 5, shadow: false })).toEqual(first);
    await make(disc, { size: 1024 });
    expect(seen).toHaveLength(1);
    await make(svg('<rect x="10" y="10" width="80" height="50" fill="#333"/>'), {});
    expect(seen).toHaveLength(2);
  });

  it('shows its lines and parts, and that it finds no form', async () => {
    const { made } = await picture(
      disc,
      painter(() => [0.3, 0.3, 0.3]),
    );
    const { lines, normals, parts } = made.insight();
    expect([lines.width, normals, parts.width]).toEqual([SIZE, null, 512]);
    expect(Object.keys(made.picture.ms)).toEqual(['read', 'lines', 'generate', 'parts', 'encode']);
  });

  it('refuses what is no number, and another generator’s name', async () => {
    expect(
      await run(
        disc,
        painter(() => [NaN, 0, 0]),
      ),
    ).toMatchObject({ refused: 'runtime-failed' });
    expect(
      await run(
        disc,
        painter(() => [0, 0, 0]),
        { model: 'realize' },
      ),
    ).toMatchObject({
      refused: 'unknown-model',
    });
  });

  it('says what it saw when the output has another shape', async () => {
    const odd: Network = () =>
      Promise.resolve({ picture: { shape: [1, 3, 8, 8], data: new Float32Array(192) } });
    await expect(run(disc, odd)).rejects.toThrow('the generator gave 1 × 3 × 8 × 8, wanted 1 × 3 × 64 × 64');
  });
});

it('runs the generator once for a drawing, whatever its size and background', async () => {
  const seen: Tensor[] = [];
  const way = openPainter({ ...engine, generate: painter(() => [1, 0, 0], seen) }, classic);
  const sketch = { id: '1', name: 'thing', svg: disc };
  const clock = (): Clock => startClock(() => 0, quiet);
  const small = await way(sketch, { ...settings, size: 16 }, clock());
  const white = await way(sketch, { ...settings, size: 32, background: 'white' }, clock());
  if (isRefusal(small) || isRefusal(white)) throw new Error('refused');
  expect([seen.length, small.image.width, white.image.width]).toEqual([1, 16, 32]);
  // It paints as it likes: no part can be chosen, and it has no form.
  expect([small.parts().parts, small.solid]).toEqual([[], null]);
});
