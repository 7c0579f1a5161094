// In: a surface and the light's default set-up, as it stands. Out: per part how much brighter its pigment is
// than its fill.
// A drawing's fill is what its designer saw: the colour under an even light, not a pigment's. What the
// default light makes of each matte part in a small copy of the picture tells the difference (one step of a
// fixed-point iteration, limited).
import { channelAt, type LightCard, materialChannels } from '../card.ts';
import type { UpsampledForm } from '../form/upsample.ts';
import type { Grid } from '../image/grid.ts';
import { openMemo } from '../memo.ts';
import type { Rgba } from '../sketch.ts';
import { brightnessRatio } from './brightness.ts';
import type { Packed, Surface } from './pack.ts';
import type { StudioLight, shade } from './shade.ts';

/**
 * Longer side of the copy, in pixels: at most so many, and a share of the picture's, so that drafts stay
 * quick.
 */
const COPY_PIXELS = 128;
const COPY_SHARE = 0.2;
// A part with fewer pixels in it is left as it is.
const FEWEST = 5;
// Gains stay within these, and are taken in part: faces may still differ by their light.
const LEAST_GAIN = 0.5;
const MOST_GAIN = 1.4;
const SHARE = 0.85;
/** Of lacquer: what has more shows the room, not its fill. */
const MOST_COAT = 0.4;

interface Gaining extends Pick<StudioLight, 'card' | 'network'> {
  /** The surface's samplers, over any grid. */
  forms: readonly UpsampledForm[];
  lit: typeof shade;
}

/** One a part, of linear light; 1 for what is not matte. Null: asked to stop. */
export async function partGains(
  surface: Surface,
  { card, network, forms, lit }: Gaining,
): Promise<Float32Array | null> {
  const studio = card.studios.find(({ id }) => id === card.defaultStudio)!;
  const small = copyOf(surface, forms, dullParts(surface, card));
  const lamp = { card, network, studio, strips: openMemo<Packed>() };
  const image = await lit(small, lamp, () => Promise.resolve(true));
  return image && gainsOf(small, image);
}

function dullParts({ maps }: Surface, card: LightCard): boolean[] {
  const channels = materialChannels(card);
  const sheer = ['metal', 'transmission', 'emission'].map((name) => channelAt(channels, name));
  const coat = channelAt(channels, 'coat');
  return maps.materials.map((values) => sheer.every((at) => values[at] === 0) && values[coat]! <= MOST_COAT);
}

/**
 * The same surface with fewer pixels, of the wanted parts' insides alone, none in another's shadow or light.
 */
function copyOf(surface: Surface, forms: readonly UpsampledForm[], wanted: readonly boolean[]): Surface {
  const { found, maps, zones, seams, relief } = surface;
  const { width, height } = found.grid;
  const less = Math.min(COPY_SHARE, COPY_PIXELS / Math.max(width, height));
  const grid: Grid = {
    box: found.grid.box,
    width: Math.max(1, Math.round(width * less)),
    height: Math.max(1, Math.round(height * less)),
  };
  const count = grid.width * grid.height;
  const labels = new Int32Array(count);
  const alpha = new Uint8Array(count);
  const base = new Uint8Array(3 * count);
  const zone = zones && new Uint8Array(count);
  const seam = new Float32Array(count);
  const bevel = { x: new Int8Array(count), y: new Int8Array(count) };
  for (let y = 0, i = 0; y < grid.height; y++) {
    const row = width * Math.floor(((y + 0.5) * height) / grid.height);
    for (let x = 0; x < grid.width; x++, i++) {
      const at = row + Math.floor(((x + 0.5) * width) / grid.width);
      const label = found.labels.data[at]!;
      if (label === 0 || !wanted[label - 1] || found.alpha.data[at] !== 255) continue;
      labels[i] = label;
      alpha[i] = 255;
      base.set(maps.base.subarray(3 * at, 3 * at + 3), 3 * i);
      if (zone && zones) zone[i] = zones[at]!;
      seam[i] = seams.data[at]!;
      if (!relief) continue;
      bevel.x[i] = relief.bevel.x[at]!;
      bevel.y[i] = relief.bevel.y[at]!;
    }
  }
  const plane = { width: grid.width, height: grid.height };
  return {
    ...surface,
    found: {
      ...found,
      grid,
      labels: { ...plane, data: labels },
      alpha: { ...plane, data: alpha },
    },
    maps: { ...maps, base, behind: [] },
    samplers: forms.map((form) => form.over(grid)),
    zones: zone,
    seams: { ...plane, data: seam },
    relief: relief && {
      ...relief,
      bevel,
      seen: relief.seen.map((one) => new Float32Array(one.length).fill(1)),
    },
    texture: null,
    gains: null,
    bounce: null,
  };
}

function gainsOf({ found, maps }: Surface, image: Rgba): Float32Array {
  const ratios = found.parts.map((): number[] => []);
  found.alpha.data.forEach((covered, i) => {
    const ratio = covered === 0 ? null : brightnessRatio(maps.base, 3 * i, image.data, 4 * i);
    if (ratio !== null) ratios[found.labels.data[i]! - 1]!.push(ratio);
  });
  return Float32Array.from(ratios, (list) => {
    if (list.length < FEWEST) return 1;
    list.sort((a, b) => a - b);
    const median = Math.max(0.1, list[list.length >> 1]!);
    return Math.min(MOST_GAIN, Math.max(LEAST_GAIN, median ** -SHARE));
  });
}
