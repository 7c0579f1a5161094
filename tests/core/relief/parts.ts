// In: a picture of labels as text and the shapes that they are. Out: Parts over it, one drawing unit a pixel.
import type { Part, Parts } from '../../../src/core/parts/parts.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { labelsFrom } from '../small.ts';

/** A filled rectangle with corners (x0, y0) and (x1, y1). */
export function rectangle(x0: number, y0: number, x1: number, y1: number): Piece {
  const border = `M${x0} ${y0}H${x1}V${y1}H${x0}Z`;
  const shape = { stroke: { width: 0 } } as Piece['shape'];
  return {
    shape,
    area: 'fill',
    role: 'form',
    outlined: false,
    bare: false,
    paint: false,
    shade: false,
    border,
  };
}

export function partsFrom(rows: readonly string[], pieces: readonly (Piece | null)[]): Parts {
  const labels = labelsFrom(rows);
  const { width, height, data } = labels;
  const parts = pieces.map((piece, k): Part => {
    const own = [...data.keys()].filter((i) => data[i] === k + 1);
    const columns = own.map((i) => i % width);
    const lines = own.map((i) => Math.floor(i / width));
    const box = {
      x0: Math.min(...columns),
      y0: Math.min(...lines),
      x1: Math.max(...columns),
      y1: Math.max(...lines),
    };
    return { piece, wire: false, pixels: own.length, box };
  });
  const alpha = { width, height, data: Uint8Array.from(data, (label) => (label > 0 ? 255 : 0)) };
  return { grid: { box: { x: 0, y: 0, width, height }, width, height }, labels, alpha, parts };
}

/** A plate with a smaller one in its middle, as two parts. */
const BADGE = [
  '............',
  '.1111111111.',
  '.1111111111.',
  '.1111111111.',
  '.1112222111.',
  '.1112222111.',
  '.1112222111.',
  '.1112222111.',
  '.1111111111.',
  '.1111111111.',
  '.1111111111.',
  '............',
];
export const badge = (): Parts => partsFrom(BADGE, [rectangle(1, 1, 11, 11), rectangle(4, 4, 8, 8)]);
