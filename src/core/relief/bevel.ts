// In: Parts and the width of their edges. Out: for every pixel near an edge, how it leans out over what lies
// lower.
// Quarter-round edges; pixels take their nearest piece of edge (edge-pieces.ts) by dead reckoning (Grevera
// 2004).
import type { Plane } from '../sketch.ts';
import { DISC_RADIUS } from './disc.ts';
import { edgePieces, evenOut, type EdgePieces } from './edge-pieces.ts';
import { STEEPEST } from './lean.ts';
import type { Levels } from './levels.ts';

/** Per pixel the way out over the edge, x right, y up, as long as the sine of the lean; 127 is 1. */
export interface Bevel {
  x: Int8Array;
  y: Int8Array;
}

/** Pixels of the grid that an edge is broad at most, and what is looked at beside it. */
export function reachOf({ edge, outer }: Levels, pixel: number): number {
  return Math.ceil(DISC_RADIUS + 1 + Math.max(0, ...edge, ...outer) / pixel);
}

/** `labels` as in Parts; `pixel`: its side in drawing units. */
export function bevelOf(labels: Plane<Int32Array>, levels: Levels, pixel: number): Bevel {
  const pieces = edgePieces(labels, levels, pixel);
  evenOut(labels, pieces);
  const reached = spread(labels, pieces);
  return leaning(labels, pieces, reached);
}

/**
 * In place: `numbers` of every pixel become those of the nearest piece of its part's edge, no farther away
 * than that is broad; 0: there is none. Gives how many have one.
 */
function spread({ width, height, data }: Plane<Int32Array>, pieces: EdgePieces): number {
  const { count, at, broad, numbers } = pieces;
  const fromX = new Int32Array(count);
  const fromY = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    fromX[k] = at[k]! % width;
    fromY[k] = Math.floor(at[k]! / width);
  }
  let reached = count;
  /** A pixel takes the piece where that is nearer than what it has. */
  const offer = (piece: number, u: number, v: number, own: number): void => {
    const j = v * width + u;
    if (data[j] !== own) return;
    const ax = u - fromX[piece]!;
    const ay = v - fromY[piece]!;
    const far = ax * ax + ay * ay;
    if (far >= broad[piece]! * broad[piece]!) return;
    const known = numbers[j]! - 1;
    if (known === piece) return;
    if (known >= 0) {
      const bx = u - fromX[known]!;
      const by = v - fromY[known]!;
      if (far >= bx * bx + by * by) return;
    } else reached++;
    numbers[j] = piece + 1;
    next.push(j);
  };
  let next: number[] = [];
  let front = Array.from(at.subarray(0, count));
  while (front.length > 0) {
    next = [];
    for (let f = 0; f < front.length; f++) {
      const i = front[f]!;
      const own = data[i]!;
      const x = i % width;
      const y = (i - x) / width;
      const piece = numbers[i]! - 1;
      if (y > 0) offer(piece, x, y - 1, own);
      if (x > 0) offer(piece, x - 1, y, own);
      if (x < width - 1) offer(piece, x + 1, y, own);
      if (y < height - 1) offer(piece, x, y + 1, own);
    }
    front = next;
  }
  return reached;
}

/**
 * Each pixel's lean from its piece of edge, and the mean of those around: where two edges meet the corner is
 * rounded (a 3 × 3 tent over the own part). `reached`: pixels that have a number. Their `numbers` are lost.
 */
function leaning({ width, height, data }: Plane<Int32Array>, pieces: EdgePieces, reached: number): Bevel {
  const { at, outX, outY, shift, broad, numbers } = pieces;
  // Side by side, x and y; what has no piece of edge reads the first pair, which does not lean.
  const leans = new Float32Array(2 * reached + 2);
  let slot = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const piece = numbers[i]! - 1;
      if (piece < 0) continue;
      const from = at[piece]!;
      const ax = x - (from % width);
      const ay = y - Math.floor(from / width);
      const away = Math.max(0, shift[piece]! - ax * outX[piece]! - ay * outY[piece]!);
      const lean = STEEPEST * Math.max(0, 1 - away / broad[piece]!);
      slot += 2;
      leans[slot] = lean * outX[piece]!;
      leans[slot + 1] = lean * outY[piece]!;
      // From here on where its lean stands.
      numbers[i] = slot;
    }
  }
  const mean = { x: new Int8Array(data.length), y: new Int8Array(data.length) };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const own = numbers[i]!;
      if (own === 0) continue;
      let sumX = leans[own]!;
      let sumY = leans[own + 1]!;
      let total = 1;
      if (x > 0 && y > 0 && x < width - 1 && y < height - 1) {
        sumX = 0;
        sumY = 0;
        total = 0;
        const label = data[i]!;
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            const j = i + dx + dy * width;
            if (data[j] !== label) continue;
            const w = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
            const at = numbers[j]!;
            total += w;
            sumX += w * leans[at]!;
            sumY += w * leans[at + 1]!;
          }
        }
      }
      mean.x[i] = Math.round(127 * Math.fround(sumX / total));
      mean.y[i] = Math.round(-127 * Math.fround(sumY / total));
    }
  }
  return mean;
}
