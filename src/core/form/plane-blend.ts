// In: the square's samples. Out: a part's values anywhere beside its border, from planes at the samples'
// centres.
// Partition of unity (Ohtake et al. 2003): each plane is fitted once, and the four around a place are blended
// smoothly, so that a picture of many pixels a sample costs no more fits than one of few.
import { smoothstep } from '../image/smoothstep.ts';
import { SAMPLED, type Settled } from './confidence.ts';
import { fitPlane, PLANE } from './plane-fit.ts';

/** Writes SAMPLED values at a place of the square. False: none of the part's samples is near. */
export type Blend = (place: Readonly<Record<'u' | 'v' | 'label', number>>, to: Float32Array) => boolean;

// Planes that there is room for at first.
const ROOM = 1024;

/** `far`: samples that a plane is fitted to, around its own. */
export function openBlend(settled: Settled, far: number): Blend {
  const { size } = settled;
  // Of every sample's centre the planes that are known, one a part, in a chain: number + 1; 0 is its end.
  const first = new Int32Array(size * size);
  let next = new Int32Array(ROOM);
  let part = new Int32Array(ROOM);
  let isThere = new Uint8Array(ROOM);
  let planes = new Float32Array(PLANE * ROOM);
  let count = 0;

  function grow(): void {
    const room = 2 * next.length;
    const [oldNext, oldPart, oldThere, oldPlanes] = [next, part, isThere, planes];
    next = new Int32Array(room);
    part = new Int32Array(room);
    isThere = new Uint8Array(room);
    planes = new Float32Array(PLANE * room);
    next.set(oldNext);
    part.set(oldPart);
    isThere.set(oldThere);
    planes.set(oldPlanes);
  }

  /** The number of the plane of `label` at a sample's centre. */
  function planeAt(column: number, row: number, label: number): number {
    const centre = row * size + column;
    for (let known = first[centre]!; known > 0; known = next[known - 1]!)
      if (part[known - 1] === label) return known - 1;
    if (count === next.length) grow();
    const at = count++;
    part[at] = label;
    next[at] = first[centre]!;
    first[centre] = at + 1;
    const asked = { u: column + 0.5, v: row + 0.5, label, far, sees: null };
    isThere[at] = fitPlane(settled, asked, planes, PLANE * at) ? 1 : 0;
    return at;
  }

  // The cell between four centres that was asked last, and its planes: pixels of one row ask for the same
  // again.
  const cell = { column: -1, row: -1, label: -1 };
  const corners = new Int32Array(4);

  // One object, not three numbers: V8 would make a new one of each fraction that it hands over.
  return ({ u, v, label }, to) => {
    const column = Math.min(size - 2, Math.max(0, Math.floor(u - 0.5)));
    const row = Math.min(size - 2, Math.max(0, Math.floor(v - 0.5)));
    if (cell.column !== column || cell.row !== row || cell.label !== label) {
      cell.column = column;
      cell.row = row;
      cell.label = label;
      for (let k = 0; k < 4; k++) corners[k] = planeAt(column + (k & 1), row + (k >> 1), label);
    }
    const x = u - 0.5 - column;
    const y = v - 0.5 - row;
    const f = smoothstep(0, 1, x);
    const g = smoothstep(0, 1, y);
    let total = 0;
    for (let c = 0; c < SAMPLED; c++) to[c] = 0;
    for (let k = 0; k < 4; k++) {
      const plane = corners[k]!;
      if (isThere[plane] === 0) continue;
      const isRight = k & 1;
      const isBelow = k >> 1;
      const w = (isRight === 1 ? f : 1 - f) * (isBelow === 1 ? g : 1 - g);
      if (w === 0) continue;
      total += w;
      const dx = x - isRight;
      const dy = y - isBelow;
      const at = PLANE * plane;
      for (let c = 0; c < SAMPLED; c++)
        to[c] =
          to[c]! +
          w * (planes[at + c]! + dx * planes[at + SAMPLED + c]! + dy * planes[at + 2 * SAMPLED + c]!);
    }
    if (total === 0) return false;
    if (total < 1) for (let c = 0; c < SAMPLED; c++) to[c] = to[c]! / total;
    return true;
  };
}
