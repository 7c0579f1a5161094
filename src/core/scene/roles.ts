// In: a Drawing. Out: its Pieces: what each fill and stroke is to the picture: form, line, print, brush …
import { apart, brightness, colourfulness, type Rgb } from '../colour/colour.ts';
import { contains, grown, overlap, union } from '../image/grid.ts';
import { brushesOf, isInk } from './brushes.ts';
import { withoutGround } from './ground.ts';
import { along, inside, polylines } from '../svg/path.ts';
import {
  CLEAR,
  FAINT,
  alphaOf,
  colourOf,
  fadesAway,
  isUneven,
  type Drawing,
  type Shape,
} from '../svg/shape.ts';
import { NOTHING_LAID, type Laid } from './laid.ts';
import { foreignOutlines, hasHue, isDashed } from './outline-pen.ts';
import { unionOutline } from './union-outline.ts';
import { wordsOf } from './words.ts';
import type { Box } from '../sketch.ts';

/**
 * form   a surface of its own: has a region, a border in the line art, a base colour
 * line   ink: tells where form bends or ends, and vanishes from the picture
 * print  seen on the surface in its own colour, but without form
 * brush  ink that arrives as a thin filled shape
 * image  pixels, to be traced to lines
 * air    a stroke that touches nothing, such as steam: faint ink in the picture, unknown to the model
 */
type PieceRole = 'form' | 'line' | 'print' | 'brush' | 'image' | 'air';

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
  /** Path of the lines around it: its outline, without what lies inside it. */
  border: string;
}

/** What is drawn, in paint order (a display list), and the drawing that its clips and paints are of. */
export interface DisplayList {
  drawing: Drawing;
  pieces: readonly Piece[];
}

export interface Cast {
  pieces: readonly Piece[];
  /** Longer side of all that is drawn, inside the viewBox. */
  extent: number;
}

// A stroke below this share of the drawing's longer side is a line.
const THIN = 0.03;
// Filled surfaces that cover this share of the drawing's square make it a drawing of surfaces, not of lines.
const SURFACES = 0.12;
const LARGE = 150;
// Outlines on fewer than this share of the surfaces are rare.
const RARE = 0.25;
// An outline above this share of the drawing's longer side is a rim of its own, whatever the other outlines
// are; one in the dark of ink may be broader, as small icons have it.
const RIM = 0.035;
const DARK_RIM = 0.06;
// An image that may be a photo of a sketch takes this share of the longer side of all that is drawn.
const PHOTO = 0.6;
// Black as symbols have it: up to this brightness and colourfulness.
const BLACK = 0.16;
const NEUTRAL = 0.12;
// Drawn shadows are no more colourful.
const SHADOW_HUE = 0.35;
// Such an outline above this share of the drawing's longer side is a part of its own.
const RING = 0.015;

/** `laid`: what is translucent and lies on something opaque (over-opaque.ts). */
export function castRoles(drawing: Drawing, laid: Laid = NOTHING_LAID): Cast {
  const shapes = withoutGround(drawing);
  const extent = Math.max(1e-9, ...sides(extentOf(shapes, drawing.box)));
  const forms = shapes
    .filter(
      (s) => alphaOf(s.fill) * s.opacity >= 0.6 && s.blur === 0 && s.measure.area > 1e-4 * extent * extent,
    )
    .sort((a, b) => b.measure.area - a.measure.area);
  // What lies on what is asked of every shape: of the largest forms only, so that 10,000
  // shapes take no 100 million questions.
  const large = forms.slice(0, LARGE);
  const strokes = shapes.filter((s) => alphaOf(s.stroke.paint) > 0);
  // In a drawing of surfaces the outlines of those surfaces say what a line is; one fat stroke
  // beside them is a lamp's arm. In a drawing of strokes the strokes themselves say it: a bold
  // icon's lines are fat for its size, but alike.
  const outlines = strokes.filter((s) => alphaOf(s.fill) > 0);
  const formed = forms.reduce((sum, form) => sum + form.measure.area, 0);
  const surfaces = formed > SURFACES * extent * extent;
  const usual = median(surfaces ? outlines : strokes);
  const thin = Math.max(THIN * extent, 1.6 * usual);
  const ink = inkOf(strokes, forms.length > 0);
  const foreign = foreignOutlines(outlines);
  const words = wordsOf(shapes);
  const brushes = brushesOf(shapes, { words, extent, rim: isPainted(forms, extent) ? RIM : Infinity });
  const inkIsPrint = isOnBodies(brushes, large);
  const bare = inkAlone(shapes, words);
  // Among many surfaces without an outline a broad one is drawn for its own sake: a window's frame, a ring.
  const rare = surfaces && outlines.length < RARE * forms.length;
  // Blurred paint has no border: where there is something else it is paint on that.
  const isSoft = (shape: Shape): boolean => shape.blur > 0 && forms.length > 0;
  const pieces: Piece[] = [];
  for (const shape of shapes) {
    if (isCastShadow(shape, large)) continue;
    const [fill, stroke] = [alphaOf(shape.fill) > 0, alphaOf(shape.stroke.paint) > 0];
    const ring = fill && shape.stroke.width > (rare ? RING : hasHue(shape) ? RIM : DARK_RIM) * extent;
    const outline =
      stroke &&
      !ring &&
      !foreign.has(shape) &&
      (shape.stroke.width <= thin || strokeIsUsual(shape, usual, ink));
    const thing = !surfaces && shape.stroke.width > THIN * extent && hasHue(shape);
    if (fill) {
      const glow = forms.length > 0 && !stroke && isGlow(shape);
      const veil = isSoft(shape) || glow || (laid.fills.has(shape) && !saysGlass(shape));
      const ink = inkIsPrint ? 'print' : 'brush';
      const role = veil ? 'print' : brushes.has(shape) ? ink : fillRole(shape, large, extent, stroke);
      pieces.push({
        shape,
        area: 'fill',
        role,
        outlined: outline,
        bare: bare && role === 'form',
        paint: (laid.mostly.has(shape) || glow || isUneven(shape.fill)) && !saysGlass(shape),
        border: role === 'form' ? unionOutline(shape) : shape.d,
      });
    }
    if (!stroke || (fill && outline)) continue;
    const fat = fill || thing || shape.stroke.width > thin;
    const veil = isSoft(shape) || laid.strokes.has(shape);
    const printed = fill && foreign.has(shape) && (isDashed(shape) || shape.stroke.width <= RING * extent);
    const role =
      veil || printed
        ? 'print'
        : fat || (surfaces && isBar(shape, large, ink))
          ? 'form'
          : strokeRole(shape, large, ink, rare);
    pieces.push({ ...plainPiece(shape), role, paint: isUneven(shape.stroke.paint) && !saysGlass(shape) });
  }
  return { pieces, extent };
}

/** A shape's stroke as a surface of its own, and nothing known of it. */
export const plainPiece = (shape: Shape): Piece => ({
  shape,
  area: 'stroke',
  role: 'form',
  outlined: false,
  bare: false,
  paint: false,
  border: shape.d,
});

/** Whether surfaces in a colour take their share of the drawing: there broad black is a thing, not a pen's. */
function isPainted(forms: readonly Shape[], extent: number): boolean {
  const coloured = forms.filter(({ fill }) => !isInk(fill));
  return coloured.reduce((sum, { measure }) => sum + measure.area, 0) > SURFACES * extent * extent;
}

/** Whether all brushes lie on surfaces in a colour: lettering on a tile, a face. Those outline nothing. */
function isOnBodies(brushes: ReadonlySet<Shape>, forms: readonly Shape[]): boolean {
  const bodies = forms.filter((form) => !brushes.has(form) && !isInk(form.fill));
  return (
    bodies.length > 0 &&
    [...brushes].every((brush) =>
      bodies.some(
        ({ measure }) => contains(measure.box, brush.measure.box) && measure.area > 2 * boxArea(brush),
      ),
    )
  );
}

const boxArea = ({ measure: { box } }: Shape): number => box.width * box.height;

function extentOf(shapes: readonly Shape[], view: Box): Box {
  let all: Box | null = null;
  for (const shape of shapes) {
    const half = alphaOf(shape.stroke.paint) > 0 ? shape.stroke.width / 2 : 0;
    const { x, y, width, height } = shape.measure.box;
    const seen = overlap(
      { x: x - half, y: y - half, width: width + 2 * half, height: height + 2 * half },
      view,
    );
    if (seen) all = all ? union(all, seen) : seen;
  }
  return all ?? view;
}

const sides = (box: Box): [number, number] => [box.width, box.height];

/** The stroke width that half of all stroke length has or stays below. */
function median(strokes: readonly Shape[]): number {
  const sorted = [...strokes].sort((a, b) => a.stroke.width - b.stroke.width);
  const total = sorted.reduce((sum, s) => sum + s.measure.length, 0);
  let sum = 0;
  for (const s of sorted) {
    sum += s.measure.length;
    if (sum >= total / 2) return s.stroke.width;
  }
  return 0;
}

function inkOf(strokes: readonly Shape[], onForms: boolean): Rgb {
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

function strokeIsUsual(shape: Shape, usual: number, ink: Rgb): boolean {
  const colour = colourOf(shape.stroke.paint);
  return colour !== null && shape.stroke.width <= 1.3 * usual && apart(colour, ink) < 0.12;
}

/** `rare`: hardly any surface has an outline, so that no stroke on one is the outlines' pen. */
function strokeRole(shape: Shape, forms: readonly Shape[], ink: Rgb, rare: boolean): PieceRole {
  if (!forms.some((form) => holds(form, shape, 0.8))) return 'line';
  if (shape.stroke.dash.length > 0 || rare) return 'print';
  const colour = colourOf(shape.stroke.paint);
  return colour && apart(colour, ink) > 0.25 ? 'print' : 'line';
}

/**
 * A stroke beside the surfaces, not on them, is a thing of its own however thin:
 * a chair's leg, an antenna, a cord.
 */
function isBar(shape: Shape, forms: readonly Shape[], ink: Rgb): boolean {
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

function fillRole(shape: Shape, forms: readonly Shape[], extent: number, stroked: boolean): PieceRole {
  const image = shape.fill.kind === 'image' || (shape.fill.kind === 'drawn' && shape.fill.image);
  const on = forms.some(
    (form) => form !== shape && form.measure.area > 4 * shape.measure.area && holds(form, shape, 0.97),
  );
  if (image) return imageRole(shape, forms, extent);
  if (!on || stroked) return 'form';
  // Painted light and shade, and lettering: a path of several letters, or a layer that says so.
  const painted = alphaOf(shape.fill) * shape.opacity < 0.6 && !saysGlass(shape);
  const letters = (shape.d.match(/M/g) ?? []).length >= 5 && shape.measure.area < 0.03 * extent * extent;
  const said = /\b(logo|print|text|label|graphic|decal|sticker|lettering|wordmark)\b/i.test(
    shape.names.join(' / '),
  );
  return painted || letters || (said && shape.measure.area < 0.1 * extent * extent) ? 'print' : 'form';
}

/**
 * A photo of a sketch is nearly the whole drawing, and a rectangle; any other image is what a surface wears.
 */
function imageRole(shape: Shape, forms: readonly Shape[], extent: number): PieceRole {
  const { box, area } = shape.measure;
  const rectangle = area > 0.99 * box.width * box.height && !shape.within.some((a) => a.startsWith('mask'));
  const below = forms.some((form) => form !== shape && form.measure.area > area && holds(form, shape, 0.97));
  if (below) return 'print';
  const others = forms.some((form) => form !== shape && form.measure.area > 0.02 * area);
  return rectangle && !others && Math.max(box.width, box.height) > PHOTO * extent ? 'image' : 'form';
}

/** A layer that is called so is glass even on a body: a windscreen, a lens, a pane. */
function saysGlass({ names }: Shape): boolean {
  return /glass|lens|\bpane\b|window|windscreen|windshield|visor|crystal|\bglas\b|verre|vidrio|cristal|ガラス/i.test(
    names.slice(-2).join(' / '),
  );
}

/** A gradient that ends in nothing, or a breath of colour: light, a ray, a disc behind all else. It has no form. */
function isGlow(shape: Shape): boolean {
  const hides = alphaOf(shape.fill) * shape.opacity;
  return (hides < FAINT || (fadesAway(shape.fill) && hides < CLEAR)) && !saysGlass(shape);
}

/** A shadow that the designer drew on the ground: ours takes its place. */
function isCastShadow(shape: Shape, forms: readonly Shape[]): boolean {
  const colour = colourOf(shape.fill);
  if (!colour || alphaOf(shape.stroke.paint) > 0) return false;
  const others = forms.filter((form) => form !== shape);
  if (others.length === 0 || others.some((form) => holds(form, shape, 0.9))) return false;
  // A pale disc in a brand's colour is no shadow.
  const grey = brightness(colour) < 0.45 && colourfulness(colour) < SHADOW_HUE;
  const faint = grey && (shape.blur > 0 || alphaOf(shape.fill) * shape.opacity < 0.45);
  return faint || /\bshadow\b/i.test(shape.names.at(-1)?.replace(/_/g, ' ') ?? '');
}

/** Whether `share` of the small one's box lies in the big one's box. */
function holds(big: Shape, small: Shape, share: number): boolean {
  const box = grown(small.measure.box, small.stroke.width / 2 + A_LITTLE);
  const shared = overlap(big.measure.box, box);
  return shared !== null && shared.width * shared.height >= share * box.width * box.height;
}

// A box of a straight line has no area; a little more than that makes it one.
const A_LITTLE = 1e-6;

/** Whether all that is painted is one ink, on surfaces too: a symbol, which leaves the colour to whoever uses it. */
function inkAlone(shapes: readonly Shape[], words: ReadonlySet<Shape>): boolean {
  const paints = shapes
    .flatMap(({ fill, stroke }) => [fill, stroke.paint])
    .filter((paint) => alphaOf(paint) > 0);
  const [first] = paints.map(colourOf);
  if (!first || brightness(first) > BLACK || colourfulness(first) > NEUTRAL) return false;
  const same = paints.map(colourOf).every((colour) => colour !== null && apart(colour, first) < 0.02);
  return same && !shapes.some((shape) => words.has(shape));
}
