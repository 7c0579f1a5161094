// In: shapes. Out: strokes that are letters in a row, as single-line typefaces have them: they keep their
// colour, and what they enclose is open.
// By layout: strokes of one pen, those over each other taken together, chained to rows on one base line.
import { grown, union } from '../image/grid.ts';
import { holds } from './holds.ts';
import type { Box } from '../sketch.ts';
import { polylines } from '../svg/path.ts';
import { measure } from '../svg/polyline.ts';
import { alphaOf, colourOf, type Shape } from '../svg/shape.ts';

/** Fewer figures in a row may be anything. */
const FEWEST = 4;
/** More strokes of one pen are a texture. */
const MOST = 200;
// Shares of the row's height: gaps between letters up to, a letter's height from, how far its foot may lie
// off the base line, the pen's width up to, the row's width from.
const GAP = 0.6;
const HEIGHT = 0.5;
const OFF = 0.12;
const PEN = 0.2;
const LONG = 2;
/** Of the letters, so many stand on the base line: others have tails. */
const STANDING = 0.7;
/** Of the narrower of two strokes, what one has over the other where they are of one letter. */
const SHARED = 0.4;
/** Widths that differ by less than this share of the widest are a pattern: bars, beads. */
const ALIKE = 0.08;

/** A form that holds this share of a letter has it written on it. */
const WRITTEN_ON = 0.8;

interface Letter {
  box: Box;
  shapes: Set<Shape>;
}

export function strokeWords(shapes: readonly Shape[]): ReadonlySet<Shape> {
  const pens = new Map<string, Shape[]>();
  for (const shape of shapes) {
    const colour = colourOf(shape.stroke.paint);
    if (!colour || alphaOf(shape.fill) > 0 || shape.stroke.dash.length > 0 || shape.blur > 0) continue;
    const key = `${colour.join()} ${shape.stroke.width}`;
    pens.set(key, [...(pens.get(key) ?? []), shape]);
  }
  const found = new Set<Shape>();
  for (const strokes of pens.values()) {
    if (strokes.length > MOST) continue;
    const rows = rowsOf(lettersOf(strokes));
    const words = rows.filter((row) => isWord(row, strokes[0]!.stroke.width));
    for (const { shapes: own } of words.flat()) for (const shape of own) found.add(shape);
    // What is partly something else is that.
    for (const { shapes: own } of rows.filter((row) => !words.includes(row)).flat())
      for (const shape of own) found.delete(shape);
  }
  return found;
}

/** Letters stay print on what they are written on; alone they are things. */
export function letterRole(shape: Shape, forms: readonly Shape[]): 'print' | 'form' {
  return forms.some((form) => holds(form, shape, WRITTEN_ON)) ? 'print' : 'form';
}

/** Left to right. */
function lettersOf(strokes: readonly Shape[]): Letter[] {
  const lines = strokes.flatMap((shape) =>
    polylines(shape.d).flatMap((line) => {
      const box = measure([line])?.box;
      return box ? [{ shape, box: grown(box, shape.stroke.width / 2) }] : [];
    }),
  );
  const letters: Letter[] = [];
  for (const { shape, box } of lines.sort((a, b) => a.box.x - b.box.x)) {
    const last = letters.at(-1);
    const shared = last ? last.box.x + last.box.width - box.x : 0;
    if (last && shared >= SHARED * Math.min(last.box.width, box.width)) {
      last.box = union(last.box, box);
      last.shapes.add(shape);
    } else letters.push({ box, shapes: new Set([shape]) });
  }
  return letters;
}

function rowsOf(letters: readonly Letter[]): Letter[][] {
  const rows: Letter[][] = [];
  for (const letter of letters) {
    const last = rows.at(-1)?.at(-1);
    const height = Math.max(letter.box.height, last?.box.height ?? 0);
    if (last && letter.box.x - (last.box.x + last.box.width) <= GAP * height) rows.at(-1)!.push(letter);
    else rows.push([letter]);
  }
  return rows;
}

function isWord(row: readonly Letter[], pen: number): boolean {
  const boxes = row.map(({ box }) => box);
  const height = Math.max(...boxes.map((box) => box.height));
  const whole = boxes.reduce(union);
  if (row.length < FEWEST || pen > PEN * height || whole.width < LONG * height) return false;
  if (boxes.some((box) => box.height < HEIGHT * height)) return false;
  const feet = boxes.map((box) => box.y + box.height).sort((a, b) => a - b);
  const base = feet[Math.floor(feet.length / 2)]!;
  if (feet.filter((foot) => Math.abs(foot - base) <= OFF * height).length < STANDING * row.length)
    return false;
  const widths = boxes.map((box) => box.width);
  return Math.max(...widths) - Math.min(...widths) >= ALIKE * Math.max(...widths);
}
