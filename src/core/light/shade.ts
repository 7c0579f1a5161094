// In: parts, appearance maps, the intrinsic image, a studio. Out: the lit surface, pixel by pixel.
// Through the light graph (models/light.onnx): physically based shading in closed form, strip by strip.
import { channelAt, type LightCard, materialChannels, type Studio } from '../card.ts';
import type { Network, Tensor } from '../engine.ts';
import type { Memo } from '../memo.ts';
import { coveredOf, packed, type Packed, type Strip, type Surface } from './pack.ts';
import { ENCODE, exposed, exposure } from './pigment.ts';
import { channelOf, orderOf } from './surface.ts';
import type { Rgba } from '../sketch.ts';

/** Pixels that are lit at once: bounds the memory of a run whatever the picture's size. */
const STRIP_PIXELS = 65_536;
// What leaves a seam is this much darker (pack.ts).
const GROOVE_DARKEN = 0.35;
// Glass and liquid that a part upon them keeps the key light from are this much darker: the light graph gives
// what they let through no shadow.
const SHADOW_DARKEN = 0.45;
// What shines by itself from here on has no grooves: what a screen shows lies in one plane.
const SHINES = 0.5;
// What hangs in the air is ink as drawn, this opaque.
const AIR_OPACITY = 0.3;

export interface StudioLight {
  studio: Studio;
  card: LightCard;
  network: Network;
  /** Keeps what was packed: one surface, and one more for each layer behind it. */
  strips: Memo<Packed>;
}

/**
 * Only covered pixels are lit: they are packed row after row into strips of at most `strip` pixels, so that
 * the graph, which looks at one pixel at a time, does no work for paper. Alpha is the drawing's times the
 * material's opacity. Null: asked to stop between strips. Throws NotANumber when the graph gives one.
 */
export async function shade(
  surface: Surface,
  { studio, card, network, strips }: StudioLight,
  goOn: (fraction: number) => Promise<boolean>,
  strip = STRIP_PIXELS,
): Promise<Rgba | null> {
  const { width, height } = surface.found.grid;
  const alpha = surface.found.alpha.data;
  const data = new Uint8Array(4 * width * height);
  const vector = { shape: [1, studio.vector.length], data: Float32Array.from(studio.vector) };
  const darkened = { grooves: groovesOf(surface, card), clear: clearOf(surface, card) };
  const { visible } = orderOf(card);
  const total = coveredOf(alpha);
  let done = 0;
  for (const now of packed(surface, card, strip, strips)) {
    const count = now.pixels.length;
    const tensor = (values: Float32Array): Tensor => ({
      shape: [1, values.length / count, 1, count],
      data: values,
    });
    const result = await network({
      intrinsic: tensor(now.intrinsic),
      base: tensor(now.base),
      material: tensor(now.material),
      position: tensor(now.position),
      studio: vector,
    });
    const picture = result[card.output.tensor];
    if (!picture || picture.data.length !== 4 * count)
      throw new Error(
        `the light gave ${picture?.shape.join(' × ') ?? 'nothing'}, wanted 1 × 4 × 1 × ${count}`,
      );
    const seen = channelOf(now, now.intrinsic, visible);
    unpack(now, picture.data, { ...surface, ...darkened, seen }, data);
    done += count;
    if (count === strip && !(await goOn(done / total))) return null;
  }
  return { width, height, data };
}

/** Per part how much darker what leaves its seams is. */
function groovesOf({ maps }: Surface, card: LightCard): Float32Array {
  const channels = materialChannels(card);
  const emission = channelAt(channels, 'emission');
  return Float32Array.from(maps.materials, (values) => (values[emission]! >= SHINES ? 0 : GROOVE_DARKEN));
}

/** Per part how much of it is light that has passed it. */
function clearOf({ maps }: Surface, card: LightCard): Float32Array {
  const at = channelAt(materialChannels(card), 'transmission');
  return Float32Array.from(maps.materials, (values) => values[at]!);
}

/** `seen`: of the key light, one entry a pixel of the strip. */
function unpack(
  { pixels }: Strip,
  out: Float32Array,
  {
    found,
    maps,
    seams,
    gains,
    grooves,
    clear,
    seen,
  }: Surface & Record<'grooves' | 'clear' | 'seen', Float32Array>,
  data: Uint8Array,
): void {
  const count = pixels.length;
  const labels = found.labels.data;
  const alpha = found.alpha.data;
  const inAir = found.parts.map((part) => part.piece?.role === 'air');
  const air = inAir.includes(true);
  const factors = gains?.map((gain) => gain ** ENCODE);
  for (let k = 0; k < count; k++) {
    const i = pixels[k]!;
    const at = 4 * i;
    if (air && inAir[labels[i]! - 1] === true) {
      for (let c = 0; c < 3; c++) data[at + c] = maps.base[3 * i + c]!;
      data[at + 3] = Math.round(AIR_OPACITY * alpha[i]!);
      continue;
    }
    const red = out[k]!;
    const green = out[count + k]!;
    const blue = out[2 * count + k]!;
    const longer = factors ? exposure(maps.base, 3 * i, factors[labels[i]! - 1]!) : 1;
    const part = labels[i]! - 1;
    const groove =
      (1 - grooves[part]! * seams.data[i]!) *
      (1 - SHADOW_DARKEN * clear[part]! * (1 - seen[k]!)) *
      exposed(Math.max(red, green, blue), longer);
    data[at] = byte(red * groove);
    data[at + 1] = byte(green * groove);
    data[at + 2] = byte(blue * groove);
    data[at + 3] = byte((out[3 * count + k]! * alpha[i]!) / 255);
  }
}

/** A runtime that computes nonsense; the user is told, and may try again. */
export class NotANumber extends Error {}

function byte(value: number): number {
  // Written so that a value that is no number fails as well.
  if (!(value > -1 && value < 2)) throw new NotANumber(`the light gave ${value}, wanted 0…1`);
  return value <= 0 ? 0 : value >= 1 ? 255 : Math.round(255 * value);
}
