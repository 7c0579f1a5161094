// In: the light's card and network. Out: every material on a ball, in the default set-up and in a colour that
// it has.
// The ball is handed to the light as a drawing's form would be: one part in a square, no generator.
import { coloursOfMaterial } from '../colour/natural-colours.ts';
import type { Rgb } from '../colour/colour.ts';
import { toneOf } from '../appearance/guess.ts';
import { type LightCard, type Material, materialChannels } from '../card.ts';
import type { Network } from '../engine.ts';
import type { UpsampledForm, Sampler } from '../form/upsample.ts';
import type { Grid } from '../image/grid.ts';
import { openMemo } from '../memo.ts';
import type { Parts } from '../parts/parts.ts';
import type { Rgba } from '../sketch.ts';
import { openTiles, textureOf } from '../texture/texture.ts';
import type { Packed, Surface } from './pack.ts';
import { shade } from './shade.ts';

/** Pixels. */
const SIDE = 56;
/** So many are lit before it is asked whether to go on. */
const ROW = 6;
/** Of the square's half. */
const RADIUS = 0.94;
/** Patterns are so many times as large as on a drawing: there is little room to see them. */
const PATTERNS = 3;
/** Of what takes any colour. */
const PLAIN: Rgb = [121, 148, 178];

/** One below the other in the card's order: side × (side · materials), straight RGBA. Null: asked to stop. */
export async function swatchesOf(
  card: LightCard,
  network: Network,
  goOn: (done: number) => Promise<boolean>,
): Promise<Rgba | null> {
  const studio = card.studios.find(({ id }) => id === card.defaultStudio)!;
  const tiles = openTiles();
  const size = 4 * SIDE * SIDE;
  const data = new Uint8Array(size * card.materials.length);
  const ball = ballOver({ box: { x: -1, y: -1, width: 2, height: 2 }, width: SIDE, height: SIDE });
  for (const [k, material] of card.materials.entries()) {
    if (k % ROW === 0 && !(await goOn(k / card.materials.length))) return null;
    const surface = wearing(ball, material, card, tiles);
    const lamp = { studio, card, network, strips: openMemo<Packed>() };
    const image = await shade(surface, lamp, () => Promise.resolve(true));
    if (!image) return null;
    data.set(image.data, k * size);
  }
  return { width: SIDE, height: SIDE * card.materials.length, data };
}

interface Ball {
  found: Parts;
  form: UpsampledForm;
  square: Grid;
}

function ballOver(square: Grid): Ball {
  const { width, height } = square;
  const labels = { width, height, data: new Int32Array(width * height) };
  const alpha = { width, height, data: new Uint8Array(width * height) };
  let pixels = 0;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const inside = (RADIUS - Math.hypot(placeOf(x), placeOf(y))) * (SIDE / 2) + 0.5;
      alpha.data[i] = 255 * Math.max(0, Math.min(1, inside));
      labels.data[i] = alpha.data[i]! > 0 ? 1 : 0;
      pixels += labels.data[i]!;
    }
  const box = { x0: 0, y0: 0, x1: width - 1, y1: height - 1 };
  const found = { grid: square, labels, alpha, parts: [{ piece: null, wire: false, pixels, box }] };
  const sampler = ballSampler();
  return { found, square, form: { ...sampler, labels, over: () => sampler } };
}

/** Normals of a ball, open to all sides, as thick as it is there. */
function ballSampler(): Sampler {
  let up = 0;
  return {
    row: (y) => (up = -placeOf(y) / RADIUS),
    pixel(x, _label, to) {
      const right = placeOf(x) / RADIUS;
      const long = Math.max(1, Math.hypot(right, up));
      const towards = Math.sqrt(Math.max(0, 1 - (right / long) ** 2 - (up / long) ** 2));
      to.set([right / long, up / long, towards, 1, towards]);
    },
  };
}

/** −1…1 of a pixel's middle. */
function placeOf(pixel: number): number {
  return (2 * (pixel + 0.5)) / SIDE - 1;
}

function wearing(
  { found, form, square }: Ball,
  material: Material,
  card: LightCard,
  tiles: ReturnType<typeof openTiles>,
): Surface {
  const { width, height } = square;
  const channels = materialChannels(card);
  const values = Float32Array.from(channels, ({ name }) => material.values[name]!);
  const colour = colourOf(material);
  return {
    found,
    maps: {
      base: Uint8Array.from({ length: 3 * width * height }, (_, i) => colour[i % 3]!),
      materials: [values],
      behind: [],
    },
    views: [{ square }],
    samplers: [form],
    zones: null,
    seams: { width, height, data: new Float32Array(width * height) },
    relief: null,
    texture: textureOf(found, { named: [material], scales: [PATTERNS], views: [{ form, square }], tiles }),
    gains: null,
    bounce: null,
  };
}

function colourOf({ id, colour }: Material): Rgb {
  if (colour) return [255 * colour[0], 255 * colour[1], 255 * colour[2]];
  return toneOf(id, 0) ?? coloursOfMaterial(id)[0] ?? PLAIN;
}
