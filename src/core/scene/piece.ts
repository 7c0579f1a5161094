// The nouns of what is drawn: a piece and its role; and the plain piece that nothing is known of.
import type { Drawing, Shape } from '../svg/shape.ts';

/**
 * form   a surface of its own: has a region, a border in the line art, a base colour
 * line   ink: tells where form bends or ends, and vanishes from the picture
 * print  seen on the surface in its own colour, but without form
 * brush  ink that arrives as a thin filled shape
 * image  pixels, to be traced to lines
 * air    a stroke that touches nothing, such as steam: faint ink in the picture, unknown to the model
 */
export type PieceRole = 'form' | 'line' | 'print' | 'brush' | 'image' | 'air';

export interface Piece {
  shape: Shape;
  area: 'fill' | 'stroke';
  role: PieceRole;
  /** A filled form whose stroke is its outline: the stroke's area belongs to it, in the fill's paint. */
  outlined: boolean;
  /** Filled with ink in a drawing of ink alone: what it shows has no colour of its own. */
  bare: boolean;
  /** Translucent, and over something opaque for the most part, or fading to nothing: paint, not glass. */
  paint: boolean;
  /** Translucent ink in a drawing of one ink in several shades: its colour is as it is seen on white. */
  shade: boolean;
  /** Path of the lines around it: its outline, without what lies inside it. */
  border: string;
  /** It closes a body's outline, which was open. */
  closes?: true;
}

/** What is drawn, in paint order (a display list), and the drawing that its clips and paints are of. */
export interface DisplayList {
  drawing: Drawing;
  pieces: readonly Piece[];
}

/** A shape's stroke as a surface of its own, and nothing known of it. */
export const plainPiece = (shape: Shape): Piece => ({
  shape,
  area: 'stroke',
  role: 'form',
  outlined: false,
  bare: false,
  paint: false,
  shade: false,
  border: shape.d,
});
