// In: parts, their dress, the intrinsic image and a studio. Out: the lit surface, pixel by pixel, through the light graph.
import { channelAt, type LightCard, type Studio } from './card.ts';
import type { Dress } from './dress.ts';
import { SAMPLED, type Sampler } from './enlarge.ts';
import type { Network, Tensor } from './engine.ts';
import { between } from './fit.ts';
import type { Parts } from './parts.ts';
import type { View } from './scene.ts';
import type { Plane, Rgba } from './sketch.ts';

/** Pixels that are lit at once: bounds the memory of a run whatever the picture's size. */
export const STRIP = 65_536;
// Seams are grooves: they darken openness and what leaves them, so that edges read sharply above the model's resolution.
const SEAM = 0.7;
const GROOVE = 0.35;

// What hangs in the air is ink as drawn, this opaque.
const FAINT = 0.3;

export interface Surface {
  found: Parts;
  dressed: Dress;
  views: readonly View[];
  /** One a view. */
  samplers: readonly Sampler[];
  /** Per pixel the index of its view; null where there is one. */
  zones: Uint8Array | null;
  /** 0…1: thin lines along inner borders, at the picture's size. */
  seams: Plane;
}

/**
 * Only covered pixels are lit: they are packed row after row into strips of at most `strip` pixels, so that the graph,
 * which looks at one pixel at a time, does no work for paper. Alpha is the drawing's times the material's opacity.
 * Null: asked to stop between strips. Throws NotANumber when the graph gives one.
 */
export async function shade(
  surface: Surface,
  studio: Studio,
  card: LightCard,
  light: Network,
  goOn: (fraction: number) => Promise<boolean>,
  strip = STRIP,
): Promise<Rgba | null> {
  const { found, dressed, views, samplers, zones, seams } = surface;
  const { width, height } = found.grid;
  const { labels, alpha } = found;
  const order = orderOf(card);
  const inAir = found.parts.map((part) => part.piece?.role === 'air');
  // Place in each view's square, −1…1, right and up, for every column and row of the picture.
  const places = views.map(({ square }) => {
    const to = between(found.grid, square);
    return {
      x: Float32Array.from({ length: width }, (_, x) => (2 * to.x(x)) / square.width - 1),
      y: Float32Array.from({ length: height }, (_, y) => 1 - (2 * to.y(y)) / square.height),
    };
  });
  const depth = dressed.materials[0]?.length ?? 0;
  const data = new Uint8Array(4 * width * height);
  const pixels = new Int32Array(strip);
  let count = 0;
  let total = 0;
  for (const value of alpha.data) if (value > 0) total++;

  const packed = new Float32Array(SAMPLED * strip);
  // Buffers for a whole strip, made once: the last, shorter strip uses the front of each.
  const store = { five: SAMPLED, base: 3, material: depth, position: 2 } as const;
  const buffers = Object.fromEntries(
    Object.entries(store).map(([name, channels]) => [name, new Float32Array(channels * strip)]),
  );
  const run = async (): Promise<void> => {
    const planes = (name: keyof typeof store): Float32Array =>
      (buffers[name] as Float32Array).subarray(0, store[name] * count);
    const [five, base, material, position] = [
      planes('five'),
      planes('base'),
      planes('material'),
      planes('position'),
    ];
    for (let k = 0; k < count; k++) {
      const i = pixels[k] as number;
      const from = 3 * i;
      base[k] = (dressed.base[from] as number) / 255;
      base[count + k] = (dressed.base[from + 1] as number) / 255;
      base[2 * count + k] = (dressed.base[from + 2] as number) / 255;
      const values = dressed.materials[(labels.data[i] as number) - 1] as Float32Array;
      for (let c = 0; c < depth; c++) material[c * count + k] = values[c] as number;
      const y = Math.floor(i / width);
      const place = places[zones ? (zones[i] as number) : 0] as (typeof places)[number];
      position[k] = place.x[i - y * width] as number;
      position[count + k] = place.y[y] as number;
    }
    order.forEach((from, c) => five.set(packed.subarray(from * strip, from * strip + count), c * count));
    const tensor = (channels: number, values: Float32Array): Tensor => ({
      shape: [1, channels, 1, count],
      data: values,
    });
    const result = await light({
      intrinsic: tensor(SAMPLED, five),
      base: tensor(3, base),
      material: tensor(depth, material),
      position: tensor(2, position),
      studio: { shape: [1, studio.vector.length], data: Float32Array.from(studio.vector) },
    });
    const picture = result[card.output.tensor];
    if (!picture || picture.data.length !== 4 * count)
      throw new Error(
        `the light gave ${picture?.shape.join(' × ') ?? 'nothing'}, wanted 1 × 4 × 1 × ${count}`,
      );
    const out = picture.data;
    for (let k = 0; k < count; k++) {
      const i = pixels[k] as number;
      const at = 4 * i;
      if (inAir[(labels.data[i] as number) - 1] === true) {
        for (let c = 0; c < 3; c++) data[at + c] = dressed.base[3 * i + c] as number;
        data[at + 3] = Math.round(FAINT * (alpha.data[i] as number));
        continue;
      }
      const groove = 1 - GROOVE * (seams.data[i] as number);
      data[at] = byte((out[k] as number) * groove);
      data[at + 1] = byte((out[count + k] as number) * groove);
      data[at + 2] = byte((out[2 * count + k] as number) * groove);
      data[at + 3] = byte(((out[3 * count + k] as number) * (alpha.data[i] as number)) / 255);
    }
    count = 0;
  };

  let done = 0;
  for (let y = 0; y < height; y++) {
    for (const sampler of samplers) sampler.row(y);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if ((alpha.data[i] ?? 0) === 0) continue;
      samplers[zones ? (zones[i] as number) : 0]?.pixel(x, labels.data[i] ?? 0, packed, count, strip);
      const seam = seams.data[i] ?? 0;
      if (seam > 0) packed[3 * strip + count] = (packed[3 * strip + count] ?? 1) * (1 - SEAM * seam);
      pixels[count++] = i;
      if (count < strip) continue;
      done += count;
      await run();
      if (!(await goOn(done / total))) return null;
    }
  }
  if (count > 0) await run();
  return { width, height, data };
}

/** A runtime that computes nonsense; the user is told, and may try again. */
export class NotANumber extends Error {}

function byte(value: number): number {
  // Written so that a value that is no number fails as well.
  if (!(value > -1 && value < 2)) throw new NotANumber(`the light gave ${value}, wanted 0…1`);
  return value <= 0 ? 0 : value >= 1 ? 255 : Math.round(255 * value);
}

/** For each channel that the light's card asks for, the sampler's channel. */
function orderOf(card: LightCard): number[] {
  const ours = ['normal.x', 'normal.y', 'normal.z', 'occlusion', 'thickness'].map((name) => ({ name }));
  const wanted = card.inputs.find((input) => input.tensor === 'intrinsic')?.channels ?? [];
  if (wanted.length !== SAMPLED)
    throw new Error(`the light's card asks for ${wanted.length} intrinsic channels, wanted ${SAMPLED}`);
  return wanted.map((channel) => channelAt(ours, channel.name));
}
