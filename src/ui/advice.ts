// A drawing, the notes of its picture and its parts in, what could be drawn better out; most pressing first.
import type { Note, Sketch } from '../core/sketch.ts';
import type { ADVICE } from '../words.ts';
import { extent } from './labels.ts';
import type { Located } from './state.ts';

export type AdviceId = keyof typeof ADVICE;

/** Of the picture's sides: an object that reaches over less has few of its pixels. */
const TINY_SHARE = 0.35;
/** Contrast to white, as in WCAG: less can hardly be seen. */
const FAINT_CONTRAST = 1.35;
/** Parts that no one tells apart in a picture of this size. */
const CROWD_PARTS = 120;
/** Shapes that make a layout, and the share of them that is boxes. */
const LAYOUT = { shapes: 8, boxes: 0.8 };

export function advise(
  { svg, onlyText }: Pick<Sketch, 'svg' | 'onlyText'>,
  notes: readonly Note[],
  parts: Located | null,
): AdviceId[] {
  const found: AdviceId[] = onlyText ? ['letters', ...notes] : [...notes];
  const size = parts && extent(parts.seen);
  if (size && Math.max(size.width, size.height) < TINY_SHARE) found.push('tiny');
  if (isFaint(svg)) found.push('faint');
  if (parts && parts.seen.parts.length > CROWD_PARTS && !notes.includes('far-too-detailed'))
    found.push('crowded');
  if (isLayout(svg)) found.push('flat');
  return found;
}

/** Lines alone, and all of them near white. */
function isFaint(svg: string): boolean {
  const strokes = [...svg.matchAll(/\bstroke="(#[0-9a-f]{3,6}|[a-z]+)"/gi)].map(([, paint]) => paint ?? '');
  const fills = [...svg.matchAll(/<(?:path|rect|circle|ellipse|polygon)\b[^>]*?\bfill="(?!none)([^"]+)"/gi)];
  const coloured = fills.some(([, paint]) => contrast(paint ?? '') >= FAINT_CONTRAST);
  const inks = strokes.filter((paint) => paint !== 'none').map(contrast);
  return !coloured && inks.length > 0 && inks.every((ink) => ink < FAINT_CONTRAST);
}

/** To white; a paint that is no colour we can read counts as dark. */
function contrast(paint: string): number {
  if (paint === 'white') return 1;
  const digits = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(paint) ? paint.slice(1) : null;
  if (digits === null) return 21;
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = parseInt(long.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

function isLayout(svg: string): boolean {
  const shapes = svg.match(/<(path|rect|circle|ellipse|line|polygon|polyline)\b/g) ?? [];
  const boxes = shapes.filter((shape) => shape === '<rect');
  return shapes.length >= LAYOUT.shapes && boxes.length >= LAYOUT.boxes * shapes.length;
}
