// In: the square's samples. Out: the same without what bled over from a part beside: the network blurs across borders.
// A sample near another part that looks as that one does, and not as its own part does farther in, takes the normal of
// its own part's samples around it, from the inside outwards (onion-peel inpainting).
import { SAMPLED, type Settled } from './confidence.ts';

/** How far the network mixes two parts, in samples; as far beyond that a part is asked what it looks like. */
const REACH = 4;
const BEYOND = 4;
// Two parts that look alike (cosine) have nothing to take from each other.
const ALIKE = 0.9;
// By so much nearer to the other part's normal than to the own one's.
const MARGIN = 0.05;

type Samples = Pick<Settled, 'size' | 'values' | 'label'>;

/** In place. */
export function unbleed(settled: Samples): void {
  const far = fromOthers(settled);
  const bled = new Set<number>();
  for (let i = 0; i < far.length; i++) if (far[i]! <= REACH && isBled(settled, far, i)) bled.add(i);
  peel(settled, bled);
}

/** Per sample how far the next sample of another part is, in steps to its eight neighbours; REACH + 1: farther. */
function fromOthers({ size, label }: Samples): Uint8Array {
  const far = new Uint8Array(label.length).fill(REACH + 1);
  let edge: number[] = [];
  const around = [-size - 1, -size, -size + 1, -1, 1, size - 1, size, size + 1];
  for (let i = size + 1; i < label.length - size - 1; i++) {
    const own = label[i]!;
    const isBeside = own !== 0 && around.some((step) => label[i + step] !== own && label[i + step] !== 0);
    if (!isBeside) continue;
    far[i] = 1;
    edge.push(i);
  }
  for (let distance = 2; distance <= REACH; distance++) {
    const next: number[] = [];
    for (const i of edge)
      for (const step of around) {
        const to = i + step;
        if (label[to] !== label[i] || far[to]! <= distance) continue;
        far[to] = distance;
        next.push(to);
      }
    edge = next;
  }
  return far;
}

function isBled({ size, values, label }: Samples, far: Uint8Array, i: number): boolean {
  const own = label[i]!;
  const [x, y] = [i % size, Math.floor(i / size)];
  const inner: [number, number, number] = [0, 0, 0];
  const other: [number, number, number] = [0, 0, 0];
  const reach = REACH + BEYOND;
  for (let v = Math.max(0, y - reach); v <= Math.min(size - 1, y + reach); v++) {
    for (let u = Math.max(0, x - reach); u <= Math.min(size - 1, x + reach); u++) {
      const k = v * size + u;
      const is = label[k]!;
      const sum =
        is === own ? (far[k]! > REACH ? inner : null) : is !== 0 && isNear(u - x, v - y) ? other : null;
      if (sum) for (let c = 0; c < 3; c++) sum[c] = sum[c]! + values[SAMPLED * k + c]!;
    }
  }
  const [within, beside] = [Math.hypot(...inner), Math.hypot(...other)];
  if (within === 0 || beside === 0) return false;
  let [alike, toOwn, toOther] = [0, 0, 0];
  for (let c = 0; c < 3; c++) {
    alike += (inner[c]! * other[c]!) / (within * beside);
    toOwn += (values[SAMPLED * i + c]! * inner[c]!) / within;
    toOther += (values[SAMPLED * i + c]! * other[c]!) / beside;
  }
  return alike < ALIKE && toOther > toOwn + MARGIN;
}

const isNear = (dx: number, dy: number): boolean => Math.max(Math.abs(dx), Math.abs(dy)) <= REACH;

/** Layer by layer, each sample the mean of those around it that are of its part and sure. */
function peel({ size, values, label }: Samples, bled: Set<number>): void {
  const around = [-size - 1, -size, -size + 1, -1, 1, size - 1, size, size + 1];
  while (bled.size > 0) {
    const layer: [number, number[]][] = [];
    for (const i of bled) {
      const sure = around.map((step) => i + step).filter((k) => label[k] === label[i] && !bled.has(k));
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
