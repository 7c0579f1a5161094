// In: strokes. Out: how broad and in which ink the drawing's own pen is; what role a stroke plays beside it.
import { apart, brightness, type Rgb } from '../colour/colour.ts';
import { grown, overlap } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { polylines } from '../svg/path.ts';
import { along, inside } from '../svg/polyline.ts';
import { CLEAR, FAINT, alphaOf, colourOf, type Shape } from '../svg/shape.ts';
import { longerSide } from './extent.ts';
import { A_LITTLE, holds } from './holds.ts';
import type { PieceRole } from './piece.ts';

/** Up to this much of its width it is the same pen. */
const USUAL = 1.3;
/** Below this opacity a line is a separator, a card's hairline. */
const FAINT_LINE = 0.3;
/** So is one that is seen through, and narrower than this share of what it goes round. */
const HAIR = 0.01;
/** A dot is less than so many pens across. */
const DOT = 2.5;

/** The stroke width that half of all stroke length has or stays below. */
export function usualWidth(strokes: readonly Shape[]): number {
  const sorted = [...strokes].sort((a, b) => a.stroke.width - b.stroke.width);
  const total = sorted.reduce((sum, s) => sum + s.measure.length, 0);
  let sum = 0;
  for (const s of sorted) {
    sum += s.measure.length;
    if (sum >= total / 2) return s.stroke.width;
  }
  return 0;
}

export function inkOf(strokes: readonly Shape[], onForms: boolean): Rgb {
  const lengths = new Map<string, { rgb: Rgb; length: number }>();
  for (const { stroke, measure } of strokes) {
    const rgb = colourOf(stroke.paint);
    if (!rgb) continue;
    const key = rgb.map((v) => Math.round(v / 24)).join();
    const entry = lengths.get(key) ?? { rgb, length: 0 };
    entry.length += measure.length;
    lengths.set(key, entry);
  }
  const most = [...lengths.values()].sort((a, b) => b.length - a.length)[0]?.rgb;
  // White or yellow strokes on filled shapes are stripes and seams, even where they are the only strokes.
  return most && !(onForms && brightness(most) > 0.6) ? most : [0, 0, 0];
}

export function strokeIsUsual(shape: Shape, usual: number, ink: Rgb): boolean {
  const colour = colourOf(shape.stroke.paint);
  return colour !== null && shape.stroke.width <= USUAL * usual && apart(colour, ink) < 0.12;
}

/** The drawing's own pen. */
interface OwnPen {
  ink: Rgb;
  /** 0: no surface has an outline. */
  usual: number;
  /** Hardly any surface has an outline, so that no stroke on one is the outlines' pen. */
  rare: boolean;
  /** It draws round surfaces; else it draws all there is. */
  surfaces: boolean;
}

/**
 * What is thin enough for a line, and no bar. Of surfaces' own pen it tells of form; any other keeps colour
 * and width.
 */
export function strokeRole(shape: Shape, forms: readonly Shape[], pen: OwnPen): PieceRole {
  // Beside opaque things a faint line is no pen's: it encloses nothing.
  const hides = alphaOf(shape.stroke.paint) * shape.opacity;
  const isHair = hides < CLEAR && shape.stroke.width < HAIR * longerSide(shape.measure.box);
  if (forms.length > 0 && (hides < FAINT_LINE || isHair)) return 'print';
  if (!pen.surfaces && !forms.some((form) => holds(form, shape, 0.8))) return 'line';
  if (shape.stroke.dash.length > 0 || pen.rare) return 'print';
  if (pen.surfaces && shape.stroke.width > USUAL * pen.usual) return 'print';
  const colour = colourOf(shape.stroke.paint);
  return colour && apart(colour, pen.ink) > 0.25 ? 'print' : 'line';
}

/** What is seen through, with a border: a card of glass. */
export function isPane({ fill, opacity, blur }: Shape): boolean {
  const hides = alphaOf(fill) * opacity;
  return hides >= FAINT && hides < CLEAR && blur === 0;
}

/**
 * A stroke on glass is seen on it, be it the only pen: glass has no form that a line could tell of. Glass in
 * the stroke's own colour is a tint.
 */
export function isOnPane(shape: Shape, panes: readonly Shape[]): boolean {
  const colour = colourOf(shape.stroke.paint);
  return panes.some((pane) => {
    const tint = colourOf(pane.fill);
    const isTint = colour && tint && apart(colour, tint) < 0.12;
    return !isTint && pane.measure.area > 2 * areaOf(shape.measure.box) && holds(pane, shape, 0.97);
  });
}

/** Hardly more than the pen is wide, its own outline and all: an eye, a full stop. */
export function isDot({ stroke: { paint, width }, measure: { box } }: Shape, pen: number): boolean {
  const own = alphaOf(paint) > 0 ? width : 0;
  return longerSide(box) + own < DOT * Math.max(pen, own);
}

const areaOf = ({ width, height }: Box): number => width * height;

/**
 * A stroke beside the surfaces, not on them, is a thing of its own however thin:
 * a chair's leg, an antenna, a cord.
 */
export function isBar(shape: Shape, forms: readonly Shape[], ink: Rgb): boolean {
  const colour = colourOf(shape.stroke.paint);
  if (shape.measure.closed && colour && apart(colour, ink) < 0.12) return false;
  const near = forms.filter(
    (form) => form !== shape && overlap(form.measure.box, grown(shape.measure.box, A_LITTLE)),
  );
  const outlines = near.map((form) => ({ box: form.measure.box, lines: polylines(form.d) }));
  let [on, all] = [0, 0];
  for (const [x, y] of along(polylines(shape.d), shape.measure.length / 24)) {
    all++;
    if (outlines.some(({ box, lines }) => inBox(box, x, y) && inside(lines, x, y))) on++;
  }
  return on < 0.5 * all;
}

function inBox(box: Box, x: number, y: number): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}
