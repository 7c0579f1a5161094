// A drawing, the notes of its picture and its parts in, what could be drawn better out; most pressing first.
import { runsOf, sizesOf } from '../core/image/components.ts';
import type { PartsSeen } from '../core/parts-seen.ts';
import type { Note, Opening } from '../core/picture.ts';
import type { Sketch } from '../core/sketch.ts';
import { ADVICE, openAt, type AdviceId } from '../words.ts';
import { extent } from './labels.ts';
import { imageOf } from './shown.ts';
import type { Located, State, PreviewView } from './state.ts';

/** What is a matter of taste and comes last. */
const GUESSES: readonly Note[] = ['look-guessed', 'material-guessed'];
/** Of the picture's sides: an object that reaches over less has few of its pixels. */
const TINY_SHARE = 0.35;
/** Contrast to white, as in WCAG: less can hardly be seen. */
const FAINT_CONTRAST = 1.35;
/** Parts that no one tells apart in a picture of this size. */
const CROWD_PARTS = 120;
/**
 * Shapes that make a layout, the share of them that is boxes, and into how many pieces of at least that share
 * of the largest one they fall: an object made of boxes holds together.
 */
const LAYOUT = { shapes: 8, boxes: 0.8, apart: 6, piece: 0.05 };

/** Where outlines are open, as long as that is told and nobody has closed the note. */
export function openingsTold(state: State): readonly Opening[] {
  const { drawing, dismissed } = state;
  const image = imageOf(state);
  const isClosed = drawing !== null && (dismissed[drawing.sketch.id] ?? []).includes('nothing-closed');
  return image && !isClosed && image.notes.includes('nothing-closed') ? (image.openings ?? []) : [];
}

/** Views that show the picture, and where its outlines are open. */
const isMarked = (view: PreviewView): boolean => view !== 'lines' && view !== 'form';

/** What is told of one: of an open outline the layers that leave it so. */
export function textOf(advice: AdviceId, openings: readonly Opening[], view: PreviewView): string {
  if (advice !== 'nothing-closed' || openings.length === 0) return ADVICE[advice];
  return openAt([...new Set(openings.map(({ name }) => name))], isMarked(view));
}

export function advise(
  { svg, onlyText }: Pick<Sketch, 'svg' | 'onlyText'>,
  notes: readonly Note[],
  parts: Located | null,
): AdviceId[] {
  const pressing = notes.filter((note) => !GUESSES.includes(note));
  const found: AdviceId[] = onlyText ? ['letters', ...pressing] : [...pressing];
  const size = parts && extent(parts.seen);
  if (size && Math.max(size.width, size.height) < TINY_SHARE) found.push('tiny');
  if (isFaint(svg)) found.push('faint');
  if (parts && parts.seen.parts.length > CROWD_PARTS && !notes.includes('far-too-detailed'))
    found.push('crowded');
  if (parts && isLayout(svg) && piecesOf(parts.seen) >= LAYOUT.apart) found.push('flat');
  return [...found, ...notes.filter((note) => GUESSES.includes(note))];
}

/** Lines alone, and all of them near white. What is pure white is meant for a dark ground, and is read. */
function isFaint(svg: string): boolean {
  if (/<(?:image|style)\b/.test(svg) || !/\bfill="none"/.test(svg)) return false;
  const paints = (property: string): string[] =>
    [...svg.matchAll(new RegExp(`\\b${property}(?:="|:\\s*)([^";]+)`, 'gi'))]
      .map(([, paint]) => (paint ?? '').trim())
      .filter((paint) => paint !== 'none');
  const inks = paints('stroke').map(contrast);
  const coloured = paints('fill').some((paint) => contrast(paint) >= FAINT_CONTRAST);
  return !coloured && inks.every((ink) => ink < FAINT_CONTRAST) && inks.some((ink) => ink > 1);
}

/** To white; a paint that is no colour we can read counts as dark. */
function contrast(paint: string): number {
  if (paint === 'white') return 1;
  const digits = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(paint) ? paint.slice(1) : null;
  if (digits === null) return 21;
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const linear = (at: number): number => {
    const value = parseInt(long.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * linear(0) + 0.7152 * linear(2) + 0.0722 * linear(4) + 0.05);
}

function isLayout(svg: string): boolean {
  const shapes = svg.match(/<(path|rect|circle|ellipse|line|polygon|polyline)\b/g) ?? [];
  const boxes = shapes.filter((shape) => shape === '<rect');
  return shapes.length >= LAYOUT.shapes && boxes.length >= LAYOUT.boxes * shapes.length;
}

/** How many pieces apart from each other the parts make. */
function piecesOf({ width, height, labels }: PartsSeen): number {
  const runs = runsOf(
    { width, height, data: Uint8Array.from(labels, (label) => (label > 0 ? 1 : 0)) },
    1,
    true,
  );
  const sizes = sizesOf(runs);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return sizes.filter((size) => size > 0 && size >= LAYOUT.piece * largest).length;
}
