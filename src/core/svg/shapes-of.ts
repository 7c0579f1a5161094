// In: an outline as written, what its groups hand down. Out: the shapes that it paints, in drawing units.
import { paintOf, penOf, type Ids } from './paint.ts';
import { movedAndMeasured, polylines } from './path.ts';
import { liesFlat, type Measure } from './polyline.ts';
import { NEARLY_NOTHING } from './faint-stacks.ts';
import { FADE, NOTHING, alphaOf, type InnerForm, type Paint, type Pen, type Shape } from './shape.ts';
import type { Colour } from '../colour/colour.ts';
import { scaleOf, slantOf, type Matrix } from './transform.ts';
import type { Box } from '../sketch.ts';
import { paintOrder, type Style } from './style.ts';

// Less than half a step of a byte.
const LEAST_OF_ALL = 0.002;
// A layer blurred by less than this share of the drawing's longer side has a border all the same.
const SOFT = 0.005;

/** What a group hands down to its children. */
export interface HandedDown {
  matrix: Matrix;
  style: Style;
  opacity: number;
  /** Of that what no group in `within` does. */
  veil: number;
  names: readonly string[];
  named: boolean;
  within: readonly string[];
  /** Of its groups, in drawing units. */
  blur: number;
  shadow: boolean;
  /** That inner shadows draw; null: none do. */
  innerForm: InnerForm | null;
  /** Of what it is part of only the silhouette is drawn: a hard shadow, an outline. */
  silhouette: Silhouette | null;
  across: number;
  down: number;
  uses: number;
}

interface Silhouette {
  /** Null: in the shape's own. */
  colour: Colour | null;
  /** How far it reaches beyond the shape, drawing units. */
  grow: number;
}

/** What holds for all of a drawing. */
export interface DrawingContext {
  ids: Ids;
  box: Box;
  /** Drawing units a pixel of the picture at its own size. */
  perPixel: number;
  /** A group's attribute with a number of its own. */
  layer: (attribute: string) => string;
}

/**
 * None where nothing is seen, two where the stroke lies below the fill. `paint`: instead of the fill that the
 * style says; an image has no stroke.
 */
export function shapesOf(
  { source, paint, framed = false }: { source: string; paint: Paint | null; framed?: boolean },
  place: HandedDown,
  { ids, box, perPixel, layer }: DrawingContext,
): Shape[] {
  const { style, matrix } = place;
  if (style['visibility'] === 'hidden' || style['visibility'] === 'collapse') return [];
  const dyed = (paint: Paint): Paint => (place.silhouette ? silhouetteOf(paint, place.silhouette) : paint);
  const isFlat = /url\(/.test(`${style['fill']} ${style['stroke']}`) && liesFlat(polylines(source));
  const painted = paint ?? paintOf(style, 'fill', ids, isFlat);
  const isScreenWide = style['vector-effect'] === 'non-scaling-stroke';
  const diagonal = Math.hypot(place.across, place.down) / Math.SQRT2;
  const pen = penOf(style, ids, { scale: isScreenWide ? perPixel : scaleOf(matrix), diagonal, isFlat });
  const drawn = paint?.kind === 'image' ? NOTHING : pen.paint;
  // Beside a fill that is seen a faint stroke is nothing, and so is a faint fill; alone it may lie on more.
  const strongest = Math.max(alphaOf(painted), alphaOf(drawn)) * place.opacity;
  const least = strongest < NEARLY_NOTHING ? LEAST_OF_ALL : NEARLY_NOTHING;
  const shown = (paint: Paint): Paint => (alphaOf(paint) * place.opacity < least ? NOTHING : dyed(paint));
  const fill = shown(painted);
  const slant = isScreenWide ? null : slantOf(matrix);
  const line = { ...pen, paint: shown(drawn), ...(slant && { slant }) };
  const stroke = place.silhouette ? grownBy(place.silhouette.grow, line, fill) : line;
  if (fill.kind === 'none' && stroke.paint.kind === 'none') return [];
  const placed = movedAndMeasured(source, matrix);
  if (!placed || !Number.isFinite(placed.measure.length)) return [];
  const { d, measure: size } = placed;
  // A point with round caps paints a dot; without them, or without a stroke, a
  // shape of no length paints nothing.
  if (size.length === 0 && (stroke.paint.kind === 'none' || stroke.cap === 'butt')) return [];
  if (isSpreadOut(place, size, fill, stroke)) return [];
  const rule: Shape['rule'] = style['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero';
  const { opacity, names, named, shadow, innerForm } = place;
  // Fill and stroke are drawn one after the other, and fade as one.
  const isOne = place.veil === 1 || fill.kind === 'none' || stroke.paint.kind === 'none';
  const within = isOne ? place.within : [...place.within, layer(`${FADE}${place.veil}"`)];
  const veil = isOne ? place.veil : 1;
  const blur = place.blur > SOFT * Math.max(box.width, box.height) ? place.blur : 0;
  const of = {
    names,
    named,
    d,
    measure: size,
    rule,
    opacity,
    veil,
    within,
    blur,
    shadow,
    ...(innerForm && { innerForm }),
    ...(framed && { framed }),
  };
  const shape = { ...of, fill, stroke, source: { d: source, matrix } };
  const order = paintOrder(style);
  const isBelow = order.indexOf('stroke') < order.indexOf('fill');
  if (isBelow && fill.kind !== 'none' && stroke.paint.kind !== 'none') {
    return [
      { ...shape, fill: NOTHING },
      { ...shape, stroke: { ...stroke, paint: NOTHING } },
    ];
  }
  return [shape];
}

/** Of an image nothing: its pixels alone know what is seen of it. */
function silhouetteOf(paint: Paint, { colour }: Silhouette): Paint {
  if (!colour) return paint;
  return alphaOf(paint) > 0 && paint.kind !== 'image' ? { kind: 'flat', colour } : NOTHING;
}

/** The pen round something filled with `fill`, or the line itself, broader on each side. */
function grownBy(grow: number, pen: Pen, fill: Paint): Pen {
  const isDrawn = pen.paint.kind !== 'none';
  const width = (isDrawn ? pen.width : 0) + 2 * grow;
  if (grow === 0 || width <= 0 || fill.kind === 'image') return pen;
  return { ...pen, paint: isDrawn ? pen.paint : fill, width, join: 'round' };
}

/** Blurred so far that nowhere so much of it is left as anybody sees. */
function isSpreadOut(
  { blur, opacity }: HandedDown,
  size: Measure,
  fill: Paint,
  stroke: Shape['stroke'],
): boolean {
  if (blur === 0) return false;
  const paint = alphaOf(fill) * size.area + alphaOf(stroke.paint) * stroke.width * size.length;
  return (opacity * paint) / (2 * Math.PI * blur * blur) < NEARLY_NOTHING;
}
