// In: pieces. Out: how broad the pen is that drew their lines.
// The median of the widths of lines and of what was drawn with a brush.
import { inkWidth } from './brushes.ts';
import type { Piece } from './piece.ts';

/** Drawing units; 0 where no line is drawn. */
export function penWidth(pieces: readonly Piece[]): number {
  const widths = pieces.flatMap(({ role, area, shape }) => {
    if (role === 'brush') return [inkWidth(shape)];
    return role === 'line' || (role === 'air' && area === 'stroke') ? [shape.stroke.width] : [];
  });
  return widths.sort((a, b) => a - b).at(Math.floor(widths.length / 2)) ?? 0;
}
