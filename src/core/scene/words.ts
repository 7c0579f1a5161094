// In: shapes. Out: those that are letters in a row: they are print, however thin, and what their counters
// enclose is open.
// By layout: boxes of outer contours, chained to rows by small gaps and shared height.
import { contains, overlap, union } from '../image/grid.ts';
import { polylines } from '../svg/path.ts';
import { measure } from '../svg/polyline.ts';
import { contoursIn } from '../svg/winding.ts';
import { alphaOf, colourOf, type Shape } from '../svg/shape.ts';
import type { Box } from '../sketch.ts';

interface Glyph {
  box: Box;
  shape: Shape;
}

const FEWEST = 3;
// Of no more letters than these a thing says more that is so many times as large, where they have this share
// of the height of all.
const FEW = 4;
const LARGER = 1.5;
const HIGH = 0.25;
// Shares of a row's height: gaps between letters and words up to, letters down to, the row's width from.
const GAP = 0.5;
const SMALL_HEIGHTS = 0.35;
const LONG_HEIGHTS = 1.3;
// Letters may lean over each other by this share of the narrower one.
const LEAN = 0.3;
// Boxes whose widths differ by less than this share of the widest are a pattern: dots, bars, beads.
const ALIKE = 0.08;
// Of three, the middle one is so many times as wide as two alike.
const BRACKETS = 1.4;
// More contours than this are a texture, in all and of one shape.
const MOST_CONTOURS = 4000;
const MANY_OF_ONE = 600;

export function wordShapes(shapes: readonly Shape[]): ReadonlySet<Shape> {
  const inks = new Map<string, Glyph[]>();
  let count = 0;
  for (const shape of shapes) {
    const colour = alphaOf(shape.stroke.paint) > 0 ? null : colourOf(shape.fill);
    if (!colour) continue;
    count += contoursIn(shape.d);
    if (count > MOST_CONTOURS) return new Set();
    // One layer of more contours than a line of text has is a pattern, or a page.
    if (contoursIn(shape.d) > MANY_OF_ONE) continue;
    const glyphs = glyphsOf(shape);
    // Letters of one word are painted alike.
    const key = [...colour, (alphaOf(shape.fill) * shape.opacity).toFixed(2)].join();
    inks.set(key, [...(inks.get(key) ?? []), ...glyphs]);
  }
  const found = new Set<Shape>();
  for (const glyphs of inks.values()) {
    const all = countOf(glyphs);
    const rows = rowsOf(glyphs).filter(isWord);
    const rest = glyphs.filter((glyph) => rows.every((row) => !row.includes(glyph)));
    const lettered = countOf(rows.filter((row) => !standsBesideMore(row, rest)).flat());
    for (const [shape, letters] of lettered) if (letters > 0.7 * (all.get(shape) ?? 0)) found.add(shape);
  }
  return found;
}

/** Outer contours of a shape: counters lie inside another one's box. */
function glyphsOf(shape: Shape): Glyph[] {
  const boxes = polylines(shape.d).flatMap((line) => measure([line])?.box ?? []);
  return boxes
    .filter(
      (box, i) =>
        !boxes.some((other, k) => k !== i && contains(other, box) && !(contains(box, other) && k > i)),
    )
    .map((box) => ({ box, shape }));
}

/** Left to right; what stands over or under a letter (a dot, an accent) is of that letter. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: { box: Box; last: Box; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.box.x - b.box.x)) {
    const { box } = glyph;
    const row = rows.find(({ box: all, last }) => {
      const height = Math.max(all.height, box.height);
      const gap = box.x - (last.x + last.width);
      const shared = overlap({ ...all, x: 0, width: 1 }, { ...box, x: 0, width: 1 });
      if (gap > GAP * height || !shared) return false;
      return gap > -LEAN * Math.min(box.width, last.width) || box.height < SMALL_HEIGHTS * height;
    });
    if (row) {
      row.glyphs.push(glyph);
      row.box = union(row.box, box);
      if (box.x + box.width > row.last.x + row.last.width) row.last = box;
    } else rows.push({ box, last: box, glyphs: [glyph] });
  }
  return rows.map(({ glyphs: row }) => row);
}

function isWord(row: readonly Glyph[]): boolean {
  const height = Math.max(...row.map(({ box }) => box.height));
  const letters = row.filter(({ box }) => box.height > SMALL_HEIGHTS * height);
  if (letters.length < FEWEST) return false;
  const whole = letters.map(({ box }) => box).reduce(union);
  const widths = letters.map(({ box }) => box.width);
  const pattern = Math.max(...widths) - Math.min(...widths) < ALIKE * Math.max(...widths);
  // A ring between brackets is none: a head among heads.
  const [first, middle, last] = widths as [number, number, number];
  const isBetween =
    letters.length === FEWEST &&
    Math.abs(first - last) < ALIKE * first &&
    middle > BRACKETS * Math.max(first, last);
  return !pattern && !isBetween && whole.height < 1.6 * height && whole.width > LONG_HEIGHTS * height;
}

/** A few high letters beside something larger: steam over a cup, a head and its voice over shoulders. */
function standsBesideMore(row: readonly Glyph[], rest: readonly Glyph[]): boolean {
  if (row.length > FEW || rest.length === 0) return false;
  const height = Math.max(...row.map(({ box }) => box.height));
  const all = [...row, ...rest].map(({ box }) => box).reduce(union);
  const most = (some: readonly Glyph[]): number => Math.max(...some.map(({ box }) => box.width * box.height));
  return height > HIGH * all.height && most(rest) > LARGER * most(row);
}

function countOf(glyphs: readonly Glyph[]): Map<Shape, number> {
  const counts = new Map<Shape, number>();
  for (const { shape } of glyphs) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return counts;
}
