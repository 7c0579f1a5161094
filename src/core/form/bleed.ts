// In: the square's samples. Out: the same without what bled over from a part beside: the network blurs across
// borders.
// A sample near another part that looks as that one does farther in, and not as its own part does, takes the
// normal of its own part's samples around it, from the inside outwards (onion-peel inpainting).
import { SAMPLED, type Settled } from './confidence.ts';

/** How far the network mixes two parts, in samples. */
const REACH = 4;
// Two parts that look alike (cosine) have nothing to take from each other.
const ALIKE = 0.9;
// By so much nearer to the other part's normal than to the own one's.
const MARGIN = 0.05;

type Samples = Pick<Settled, 'size' | 'values' | 'label'>;

/** In place. */
export function unbleed(samples: Samples): void {
  const border = bordersOf(samples);
  const home = homesOf(samples, border);
  const bled = new Set<number>();
  const known = new Map<number, readonly number[]>();
  const normalAt = (i: number): readonly number[] => {
    const normal = known.get(i) ?? normalAround(samples, i);
    known.set(i, normal);
    return normal;
  };
  for (const i of border.near) {
    const other = border.beside[i]!;
    if (home[i] === -1) continue;
    if (isBled(samples, i, normalAt(home[i]!), normalAt(home[other] === -1 ? other : home[other]!)))
      bled.add(i);
  }
  peel(samples, bled);
}

const around = (size: number): number[] => [-size - 1, -size, -size + 1, -1, 1, size - 1, size, size + 1];

interface Borders {
  /** Samples within REACH steps of another part, the nearest first. */
  near: readonly number[];
  /** Of those, a nearest sample of another part; -1 elsewhere. */
  beside: Int32Array;
}

/** In steps to the eight neighbours, layer by layer. */
function bordersOf({ size, label }: Samples): Borders {
  const steps = around(size);
  const beside = new Int32Array(label.length).fill(-1);
  const near: number[] = [];
  for (let i = size + 1; i < label.length - size - 1; i++) {
    const own = label[i]!;
    if (own === 0) continue;
    for (const step of steps) {
      const other = label[i + step]!;
      if (other === own || other === 0) continue;
      beside[i] = i + step;
      near.push(i);
      break;
    }
  }
  for (let layer = 1, from = 0; layer < REACH; layer++) {
    const to = near.length;
    for (; from < to; from++) {
      const i = near[from]!;
      for (const step of steps) {
        const k = i + step;
        if (label[k] !== label[i] || beside[k] !== -1) continue;
        beside[k] = beside[i]!;
        near.push(k);
      }
    }
  }
  return { near, beside };
}

/**
 * Per sample a nearest one of its own part that lies farther from all others: itself, where it does; -1:
 * there is none.
 */
function homesOf({ size, label }: Samples, { near, beside }: Borders): Int32Array {
  const steps = around(size);
  const home = new Int32Array(label.length).fill(-1);
  for (let i = 0; i < home.length; i++) if (beside[i] === -1 && label[i] !== 0) home[i] = i;
  // From the inside outwards; one round is enough where the next layer is done already.
  for (let round = 0; round < REACH; round++) {
    let isLeft = false;
    for (let k = near.length - 1; k >= 0; k--) {
      const i = near[k]!;
      if (home[i] !== -1) continue;
      const step = steps.find((by) => label[i + by] === label[i] && home[i + by]! >= 0);
      if (step === undefined) isLeft = true;
      else home[i] = home[i + step]!;
    }
    if (!isLeft) break;
  }
  return home;
}

function isBled({ values }: Samples, i: number, inner: readonly number[], other: readonly number[]): boolean {
  let [alike, toOwn, toOther] = [0, 0, 0];
  for (let c = 0; c < 3; c++) {
    const value = values[SAMPLED * i + c]!;
    alike += inner[c]! * other[c]!;
    toOwn += value * inner[c]!;
    toOther += value * other[c]!;
  }
  return alike < ALIKE && toOther > toOwn + MARGIN;
}

/** The mean of a sample and of its neighbours of the same part, one long. */
function normalAround({ size, values, label }: Samples, i: number): number[] {
  const sum = [0, 0, 0];
  for (const step of [0, ...around(size)]) {
    if (label[i + step] !== label[i]) continue;
    for (let c = 0; c < 3; c++) sum[c]! += values[SAMPLED * (i + step) + c]!;
  }
  const long = Math.hypot(...sum) || 1;
  return sum.map((value) => value / long);
}

/** Layer by layer, each sample the mean of those around it that are of its part and sure. */
function peel({ size, values, label }: Samples, bled: Set<number>): void {
  const steps = around(size);
  while (bled.size > 0) {
    const layer: [number, number[]][] = [];
    for (const i of bled) {
      const sure = steps.map((step) => i + step).filter((k) => label[k] === label[i] && !bled.has(k));
      if (sure.length > 0) layer.push([i, sure]);
    }
    if (layer.length === 0) return;
    for (const [i, sure] of layer) {
      const mean = [0, 1, 2].map((c) => sure.reduce((sum, k) => sum + values[SAMPLED * k + c]!, 0));
      const long = Math.hypot(...mean);
      if (long > 0) mean.forEach((value, c) => (values[SAMPLED * i + c] = value / long));
    }
    for (const [i] of layer) bled.delete(i);
  }
}
