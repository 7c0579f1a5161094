// In: parts, their appearance maps, their form. Out: the covered pixels, in strips as the light takes them.
// Stream compaction. Of few pixels the form is kept: in another light or colour nothing is looked up again.
import { channelAt, type LightCard } from '../card.ts';
import type { AppearanceMaps } from '../appearance/base-colour.ts';
import { SAMPLED, type Sampler } from '../form/upsample.ts';
import { between } from '../image/grid.ts';
import { openMemo, type Memo } from '../memo.ts';
import type { Parts } from '../parts/parts.ts';
import { lean, type Bevel } from '../relief/bevel.ts';
import { leanByHand } from '../relief/wearing.ts';
import { openOwnSide, type OwnSide } from '../relief/own-side.ts';
import type { Relief } from '../relief/relief.ts';
import type { View } from '../form/view.ts';
import { ENCODE, pigment } from './pigment.ts';
import type { Texture } from '../texture/texture.ts';
import { openWorn } from '../texture/wear.ts';
import type { Plane } from '../sketch.ts';

// Seams are grooves: they darken openness (and what leaves them, in shade.ts), so that edges read
// sharply above the model's resolution.
const SEAM_DARKEN = 0.7;
// Pictures of no more covered pixels than this keep what was packed: drafts,
// and small pictures. 96 bytes a pixel.
const KEPT_PIXELS = 150_000;
// What the light takes of each pixel's form: what a sampler gives, in its order, …
const FORM = ['normal.x', 'normal.y', 'normal.z', 'occlusion', 'thickness'];
// … and where no relief is known: in the drawing's plane, in no other part's shadow.
const FLAT = { height: 0, visibility: 1 } as const;

/** The relief at the pixels of a surface, under its lamp. */
interface SurfaceRelief extends Pick<Relief, 'views' | 'byHand'> {
  bevel: Bevel;
  /** One a view: per sample of its square, how much of the key light is seen. */
  seen: readonly Float32Array[];
}

export interface Surface {
  found: Parts;
  maps: AppearanceMaps;
  views: readonly Pick<View, 'square'>[];
  /** One a view. */
  samplers: readonly Sampler[];
  /** Per pixel the index of its view; null where there is one. */
  zones: Uint8Array | null;
  /** 0…1: thin lines along inner borders, at the picture's size. */
  seams: Plane;
  /** Null: of what stands behind glass none is known. */
  relief: SurfaceRelief | null;
  /** Null: no part wears one. */
  texture: Texture | null;
  /** One a part: how much brighter its pigment is than its fill, linear; null: not at all. */
  gains: Float32Array | null;
}

/** Values lie channel after channel, one entry a pixel of `pixels`. */
export interface Strip {
  /** Where they are in the picture. */
  pixels: Int32Array;
  intrinsic: Float32Array;
  base: Float32Array;
  material: Float32Array;
  position: Float32Array;
  /** The normals without texture; null where none was laid on them. */
  bare: Float32Array | null;
}

/**
 * All strips of a small picture; `painted` says for which colours and materials they are filled in, `shaded` for
 * which lamp.
 */
export interface Packed {
  strips: readonly Strip[];
  painted: Memo<null>;
  shaded: Memo<null>;
}

/**
 * Row after row, at most `most` pixels a strip. A strip may be overwritten when the next one is asked for.
 */
export function* packed(
  surface: Surface,
  card: LightCard,
  most: number,
  memo: Memo<Packed>,
): Generator<Strip> {
  const { found, maps, views, samplers, zones, seams, relief } = surface;
  const { grid, labels, alpha } = found;
  const seen = relief?.seen ?? [];
  let total = 0;
  for (const value of alpha.data) if (value > 0) total++;
  if (total > KEPT_PIXELS) {
    for (const strip of formed(surface, card, { most, total, keep: false })) {
      paint(strip, surface, card);
      shadow(strip, surface, card);
      yield strip;
    }
    return;
  }
  const key = [
    grid,
    labels,
    alpha,
    zones,
    seams,
    relief?.bevel,
    card,
    most,
    views.length,
    ...views,
    ...samplers,
  ];
  const { strips, painted, shaded } = memo(key, () => ({
    strips: [...formed(surface, card, { most, total, keep: true })],
    painted: openMemo(),
    shaded: openMemo(),
  }));
  painted([labels, maps.base, maps.materials, surface.texture, surface.gains], () => {
    for (const strip of strips) paint(strip, surface, card);
    return null;
  });
  shaded(seen, () => {
    for (const strip of strips) shadow(strip, surface, card);
    return null;
  });
  yield* strips;
}

/**
 * The strips with form and place; base and material are still to be filled in. `most`: pixels a strip; `total`:
 * of all strips; `keep`: each strip has arrays of its own.
 */
function* formed(
  surface: Surface,
  card: LightCard,
  { most, total, keep }: { most: number; total: number; keep: boolean },
): Generator<Strip> {
  const { found, maps, samplers, zones, seams, relief } = surface;
  const { width, height } = found.grid;
  const labels = found.labels.data;
  const alpha = found.alpha.data;
  const places = placesOf(surface);
  const { sampled, high, channels } = orderOf(card);
  const open = sampled[3]!;
  const depth = maps.materials[0]?.length ?? 0;
  const long = Math.min(most, total);
  const make = (): Float32Array[] => [channels, 3, depth, 2].map((each) => new Float32Array(each * long));
  const store = make();
  // What the sampler writes: its own channels in its own order.
  const own = new Float32Array(SAMPLED);
  let done = 0;
  let count = 0;
  let size = long;
  let pixels = new Int32Array(size);
  const strip = (): Strip => {
    const [intrinsic, base, material, position] = (keep ? make() : store) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    return {
      pixels,
      intrinsic: intrinsic.subarray(0, channels * size),
      base: base.subarray(0, 3 * size),
      material: material.subarray(0, depth * size),
      position: position.subarray(0, 2 * size),
      bare: null,
    };
  };
  let now = strip();
  const sides = sidesOf(surface);
  for (let y = 0, i = 0; y < height; y++) {
    for (const sampler of samplers) sampler.row(y);
    for (const side of sides) side.row(y);
    for (let x = 0; x < width; x++, i++) {
      if (alpha[i] === 0) continue;
      const view = zones ? zones[i]! : 0;
      samplers[view]?.pixel(x, labels[i]!, own);
      const { intrinsic, position } = now;
      let rise: number = FLAT.height;
      if (relief) {
        const label = labels[i]!;
        const side = sides[view]!;
        const over = relief.byHand !== null && relief.byHand.open[label - 1]! > 0 ? leanByHand : lean;
        over(own, relief.bevel.x[i]!, relief.bevel.y[i]!);
        const { sky, heights } = relief.views[view]!;
        own[3] = own[3]! * side.pixel(x, label, sky, 1);
        rise = (side.pixel(x, label, heights.own, 0) * 2) / heights.size;
      }
      intrinsic[high * size + count] = rise;
      for (let c = 0; c < SAMPLED; c++) intrinsic[sampled[c]! * size + count] = own[c]!;
      const seam = seams.data[i]!;
      if (seam > 0) intrinsic[open * size + count] = own[3]! * (1 - SEAM_DARKEN * seam);
      const place = places[view]!;
      position[count] = place.x[x]!;
      position[size + count] = place.y[y]!;
      pixels[count++] = i;
      if (count < size) continue;
      yield now;
      done += count;
      count = 0;
      size = Math.min(most, total - done);
      if (size === 0) return;
      pixels = new Int32Array(size);
      now = strip();
    }
  }
}

/** Fills in colour and material, and lays the textures on both and on the form. */
function paint(strip: Strip, surface: Surface, card: LightCard): void {
  const { pixels, base, material } = strip;
  const { found, maps } = surface;
  const count = pixels.length;
  const depth = material.length / count;
  const labels = found.labels.data;
  const factors = surface.gains?.map((gain) => gain ** ENCODE);
  for (let k = 0; k < count; k++) {
    const i = pixels[k]!;
    pigment(maps.base, 3 * i, factors ? factors[labels[i]! - 1]! : 1, { to: base, at: k, step: count });
    const values = maps.materials[labels[i]! - 1]!;
    for (let c = 0; c < depth; c++) material[c * count + k] = values[c]!;
  }
  wear(strip, surface, card);
}

/** In place. */
function wear(strip: Strip, { found, zones, texture }: Surface, card: LightCard): void {
  const { pixels, base, intrinsic } = strip;
  const count = pixels.length;
  const axes = orderOf(card)
    .sampled.slice(0, 3)
    .map((at) => intrinsic.subarray(at * count, (at + 1) * count));
  if (strip.bare)
    for (const [c, axis] of axes.entries()) axis.set(strip.bare.subarray(c * count, (c + 1) * count));
  if (!texture) return;
  if (!strip.bare) {
    strip.bare = new Float32Array(3 * count);
    for (const [c, axis] of axes.entries()) strip.bare.set(axis, c * count);
  }
  const [nx, ny, nz] = axes as [Float32Array, Float32Array, Float32Array];
  const worn = openWorn(texture, found.grid);
  const { width } = found.grid;
  const labels = found.labels.data;
  const own = new Float32Array(3);
  let row = -1;
  for (let k = 0; k < count; k++) {
    const i = pixels[k]!;
    const y = Math.floor(i / width);
    if (y !== row) worn.row(y);
    row = y;
    if (!worn.pixel(i - y * width, labels[i]!, zones ? zones[i]! : 0, own)) continue;
    const x = nx[k]! - own[0]!;
    const up = ny[k]! - own[1]!;
    const z = nz[k]!;
    const per = 1 / Math.sqrt(x * x + up * up + z * z + 1e-9);
    nx[k] = x * per;
    ny[k] = up * per;
    nz[k] = z * per;
    const tone = own[2]! ** ENCODE;
    for (let c = 0; c < 3; c++) base[c * count + k] = Math.min(1, base[c * count + k]! * tone);
  }
}

/** Fills in how much of the key light is seen. */
function shadow({ pixels, intrinsic }: Strip, surface: Surface, card: LightCard): void {
  const count = pixels.length;
  const { visible } = orderOf(card);
  const to = intrinsic.subarray(visible * count, (visible + 1) * count);
  const { found, zones, relief } = surface;
  if (!relief) {
    to.fill(FLAT.visibility);
    return;
  }
  const sides = sidesOf(surface);
  const { width } = found.grid;
  const labels = found.labels.data;
  let row = -1;
  for (let k = 0; k < count; k++) {
    const i = pixels[k]!;
    const y = Math.floor(i / width);
    if (y !== row) for (const side of sides) side.row(y);
    row = y;
    const view = zones ? zones[i]! : 0;
    const seen = relief.seen[view]!;
    to[k] = sides[view]!.pixel(i - y * width, labels[i]!, seen, FLAT.visibility);
  }
}

/** One a view; none where there is no relief. */
function sidesOf({ relief, views, found }: Surface): OwnSide[] {
  if (!relief) return [];
  return views.map(({ square }, k) => openOwnSide(relief.views[k]!.heights.labels, square, found.grid));
}

/** Place in each view's square, −1…1, right and up, for every column and row of the picture. */
function placesOf({ views, found }: Surface): { x: Float32Array; y: Float32Array }[] {
  const { grid } = found;
  return views.map(({ square }) => {
    const to = between(grid, square);
    return {
      x: Float32Array.from({ length: grid.width }, (_, x) => (2 * to.x(x)) / square.width - 1),
      y: Float32Array.from({ length: grid.height }, (_, y) => 1 - (2 * to.y(y)) / square.height),
    };
  });
}

/** Where the light's card wants each of the sampler's channels, and those of the relief. */
function orderOf(card: LightCard): { sampled: number[]; high: number; visible: number; channels: number } {
  const wanted = card.inputs.find((input) => input.tensor === 'intrinsic')?.channels ?? [];
  const known = SAMPLED + Object.keys(FLAT).length;
  if (wanted.length !== known)
    throw new Error(`the light's card asks for ${wanted.length} intrinsic channels, wanted ${known}`);
  return {
    sampled: FORM.map((name) => channelAt(wanted, name)),
    high: channelAt(wanted, 'height'),
    visible: channelAt(wanted, 'visibility'),
    channels: known,
  };
}
