// In: a layer that stands behind glass, the form of what stands in front. Out: the layer as it is seen
// through that.
// Refraction in image space (Sousa, GPU Gems 2, 2005): a pixel shows what lies a little against its normal;
// what is looked up stays within the part in front, so nothing of its surroundings is drawn in.
import { SAMPLED, type Sampler } from '../form/upsample.ts';
import type { Plane } from '../sketch.ts';
import type { LayerBehind } from './depth-peel.ts';
import type { MaterialValues } from './material-values.ts';

/** What stands in front, at the picture's pixels. */
export interface Front {
  labels: Plane<Int32Array>;
  /** One a view. */
  samplers: readonly Sampler[];
  zones: Uint8Array | null;
  /** Of the object's square, in pixels. */
  side: number;
}

// Pixels that a shift must have before anything is looked up anew.
const LEAST_SHIFT = 0.25;

export function refracted(layer: LayerBehind, { labels, samplers, zones, side }: Front): LayerBehind {
  const { width, height, data: front } = labels;
  const seen = {
    labels: layer.labels.data.slice(),
    alpha: layer.alpha.data.slice(),
    base: layer.base.slice(),
  };
  const form = new Float32Array(SAMPLED);
  for (let y = 0, i = 0; y < height; y++) {
    for (const sampler of samplers) sampler.row(y);
    for (let x = 0; x < width; x++, i++) {
      const own = front[i]!;
      const bend = own === 0 ? 0 : layer.bends[own - 1]! * side;
      if (bend === 0) continue;
      samplers[zones ? zones[i]! : 0]!.pixel(x, own, form);
      const u = x - bend * form[0]!;
      const v = y + bend * form[1]!;
      if (Math.abs(u - x) + Math.abs(v - y) < LEAST_SHIFT) continue;
      lookUp(layer, { front, own, width, height }, { u, v, i }, seen);
    }
  }
  return {
    ...layer,
    labels: { ...layer.labels, data: seen.labels },
    alpha: { ...layer.alpha, data: seen.alpha },
    base: seen.base,
  };
}

/** Pixel `i` of `seen` becomes what the layer shows at (u, v): bilinear, colours by their alpha. */
function lookUp(
  { labels, alpha, base }: LayerBehind,
  { front, own, width, height }: { front: Int32Array; own: number; width: number; height: number },
  { u, v, i }: { u: number; v: number; i: number },
  seen: { labels: Int32Array; alpha: Uint8Array; base: Uint8Array },
): void {
  const [x0, y0] = [Math.floor(u), Math.floor(v)];
  let [inside, covered, red, green, blue, most, label] = [0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < 4; k++) {
    const [x, y] = [x0 + (k & 1), y0 + (k >> 1)];
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const at = y * width + x;
    if (front[at] !== own) continue;
    const share = (1 - Math.abs(u - x)) * (1 - Math.abs(v - y));
    inside += share;
    const shown = share * alpha.data[at]!;
    covered += shown;
    red += shown * base[3 * at]!;
    green += shown * base[3 * at + 1]!;
    blue += shown * base[3 * at + 2]!;
    if (shown > most) [most, label] = [shown, labels.data[at]!];
  }
  // Beyond the part: it stays as it is.
  if (inside === 0) return;
  seen.labels[i] = label;
  seen.alpha[i] = Math.round(covered / inside);
  if (covered === 0) return;
  seen.base[3 * i] = Math.round(red / covered);
  seen.base[3 * i + 1] = Math.round(green / covered);
  seen.base[3 * i + 2] = Math.round(blue / covered);
}

// Of the object's square, by material: what is full bends more than a wall of glass. What is not listed does
// not.
const BENDS: Readonly<Record<string, number>> = { liquid: 0.11, glass: 0.035, tinted_glass: 0.035 };

/** How far a part bends what it hides, where it leans by 1, as a share of the object's square. */
export function bendOf({ id }: { id: string }): number {
  return BENDS[id] ?? 0;
}

/**
 * Pixels away from itself that a part may show what it hides; 0: none does. `side`: of the object's square,
 * in pixels.
 */
export function bendReach({ clear, named }: Pick<MaterialValues, 'clear' | 'named'>, side: number): number {
  const most = named.reduce((far, material, i) => (clear[i] ? Math.max(far, bendOf(material)) : far), 0);
  return Math.ceil(most * side);
}
