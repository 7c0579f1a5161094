// In: parts, their appearance maps, their form. Out: the covered pixels, in strips as the light takes them.
// Stream compaction. Form and colour are kept, where memory allows: in another light nothing is looked up
// again.
import type { LightCard } from '../card.ts';
import { openMemo, type Memo } from '../memo.ts';
import { openForming } from './strip-form.ts';
import { fillMaterial, paint } from './strip-paint.ts';
import { openShadowing } from './strip-shadow.ts';
import { orderOf, type Layout, type Strip, type Surface } from './surface.ts';

export type { Strip, Surface } from './surface.ts';

// Pictures of no more covered pixels than this keep what was packed: most of 1024 pixels. 52 bytes a pixel,
// 64 where a texture is worn: 38 MB at most.
const KEPT_PIXELS = 600_000;

/**
 * All strips of a picture; `painted` says for which colours and materials they are filled in, `shaded` for
 * which lamp.
 * Their materials lie in one place for all: of `filled` alone they are there.
 */
export interface Packed {
  strips: readonly Strip[];
  painted: Memo<null>;
  shaded: Memo<null>;
  filled: Strip | null;
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
  const order = orderOf(card);
  const total = coveredOf(alpha.data);
  const sizes = { most, total, longest: Math.min(most, total) };
  if (total > KEPT_PIXELS) {
    yield* passing(surface, order, sizes);
    return;
  }
  const key = [grid, labels, alpha, zones, seams, relief?.bevel, card, most, views.length];
  const kept = memo([...key, ...views, ...samplers], () => ({
    strips: [...formed(surface, order, sizes, true)],
    painted: openMemo(),
    shaded: openMemo(),
    filled: null,
  }));
  kept.painted([labels, maps.base, maps.materials, surface.texture, surface.gains, surface.bounce], () => {
    for (const strip of kept.strips) paint(strip, surface, order);
    kept.filled = null;
    return null;
  });
  kept.shaded(relief?.seen ?? [], () => {
    const shadow = openShadowing(surface, order, sizes.longest);
    for (const strip of kept.strips) shadow(strip);
    return null;
  });
  for (const strip of kept.strips) {
    if (kept.filled !== strip) fillMaterial(strip, surface, order);
    kept.filled = strip;
    yield strip;
  }
}

interface Sizes {
  /** Pixels a strip. */
  most: number;
  /** Of all strips. */
  total: number;
  /** Of the longest strip. */
  longest: number;
}

/** Each strip in the place of the last. */
function* passing(surface: Surface, order: Layout, sizes: Sizes): Generator<Strip> {
  const shadow = openShadowing(surface, order, sizes.longest);
  for (const strip of formed(surface, order, sizes, false)) {
    paint(strip, surface, order);
    fillMaterial(strip, surface, order);
    shadow(strip);
    yield strip;
  }
}

/**
 * The strips with form and place; all else is still to be filled in. `keep`: each strip has arrays of its
 * own, but for its materials.
 */
function* formed(surface: Surface, order: Layout, sizes: Sizes, keep: boolean): Generator<Strip> {
  const { maps, found } = surface;
  const { longest } = sizes;
  const form = openForming(surface, order, longest);
  const depth = maps.materials[0]?.length ?? 0;
  const make = (): Pick<Strip, 'intrinsic' | 'base' | 'position'> => ({
    intrinsic: new Float32Array(order.channels * longest),
    base: new Float32Array(3 * longest),
    position: new Float32Array(2 * longest),
  });
  const material = new Float32Array(depth * longest);
  const shared = keep ? null : make();
  for (const pixels of coveredIn(found.alpha.data, sizes)) {
    const size = pixels.length;
    const { intrinsic, base, position } = shared ?? make();
    const strip = {
      pixels,
      intrinsic: intrinsic.subarray(0, order.channels * size),
      base: base.subarray(0, 3 * size),
      material: material.subarray(0, depth * size),
      position: position.subarray(0, 2 * size),
      bare: null,
    };
    form(strip);
    yield strip;
  }
}

/**
 * How many pixels are covered. A function of its own: V8 leaves loops in generators and async functions slow.
 */
export function coveredOf(alpha: Uint8Array): number {
  let total = 0;
  for (let i = 0; i < alpha.length; i++) if (alpha[i]! > 0) total++;
  return total;
}

/** Their places, strip by strip. */
function* coveredIn(alpha: Uint8Array, { most, total }: Sizes): Generator<Int32Array> {
  for (let done = 0, next = 0; done < total; done += most) {
    const pixels = new Int32Array(Math.min(most, total - done));
    next = gather(alpha, next, pixels);
    yield pixels;
  }
}

/** Fills `to` with the places of covered pixels, from `from` on; gives the place behind the last. */
function gather(alpha: Uint8Array, from: number, to: Int32Array): number {
  let i = from;
  for (let k = 0; k < to.length; i++) if (alpha[i]! > 0) to[k++] = i;
  return i;
}
