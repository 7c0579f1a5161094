// In: a Drawing. Out: its Pieces: what each fill and stroke is to the picture: form, line, print, brush …
import { brushesOf, scriptsIn } from './brushes.ts';
import { SURFACES, fillRole, inkAlone, isGlow, printedInk, isPainted, saysGlass } from './fill-roles.ts';
import { backdropShape } from './backdrop-shape.ts';
import { withoutGround } from './ground.ts';
import { CLEAR, alphaOf, type Drawing, type Shape } from '../svg/shape.ts';
import { NOTHING_LAID, isFaint, isNoGlass, type Laid } from './laid.ts';
import { isCastShadow } from './drawn-shadow.ts';
import { faintBelow } from './ink-order.ts';
import { bodyOfBlurs } from './masked-blurs.ts';
import { boxOfAll, longerSide } from './extent.ts';
import { foreignOutlines, isDashed, isDrawnAs } from './outline-pen.ts';
import { strokeThings } from './penless.ts';
import { plainPiece, type Piece } from './piece.ts';
import {
  inkOf,
  isBar,
  isDot,
  isOnPane,
  isPane,
  strokeIsUsual,
  strokeRole,
  usualWidth,
} from './stroke-roles.ts';
import { unionOutline } from './union-outline.ts';
import { letterRole, strokeWords } from './stroke-words.ts';
import { wordShapes } from './words.ts';

export interface Cast {
  pieces: readonly Piece[];
  /** Longer side of all that is drawn, inside the viewBox. */
  extent: number;
}

// A stroke below this share of the drawing's longer side is a line.
const THIN = 0.03;
const LARGE = 150;
// Outlines on fewer than this share of the surfaces are rare.
const RARE = 0.25;
// An outline above this share of the drawing's longer side is a rim of its own, whatever the other outlines
// are, be it black: a screen's bezel, a mug's rim.
const RIM = 0.035;
// Such an outline above this share of the drawing's longer side is a part of its own.
const RING = 0.015;

/** `laid`: what is translucent and lies on something opaque (over-opaque.ts). */
export function castRoles(drawing: Drawing, laid: Laid = NOTHING_LAID): Cast {
  const shapes = withoutGround(drawing);
  const extent = Math.max(1e-9, longerSide(boxOfAll(shapes, drawing.box)));
  const forms = shapes
    .filter(
      (s) => alphaOf(s.fill) * s.opacity >= 0.6 && s.blur === 0 && s.measure.area > 1e-4 * extent * extent,
    )
    .sort((a, b) => b.measure.area - a.measure.area);
  // What lies on what is asked of all shapes: of the largest forms, else 10,000 ask 100 million questions.
  const large = forms.slice(0, LARGE);
  const strokes = shapes.filter((s) => alphaOf(s.stroke.paint) > 0);
  // In a drawing of surfaces their outlines say what a line is; one fat stroke beside them is a lamp's arm.
  // In a drawing of strokes the strokes themselves say it: a bold icon's are fat for its size, but alike.
  const outlines = strokes.filter((s) => alphaOf(s.fill) > 0);
  const formed = forms.reduce((sum, form) => sum + form.measure.area, 0);
  const surfaces = formed > SURFACES * extent * extent;
  const isRim = (shape: Shape): boolean => shape.stroke.width > RIM * extent;
  const foreign = foreignOutlines(outlines);
  const pens = outlines.filter((shape) => !isRim(shape) && !foreign.has(shape));
  const usual = usualWidth(surfaces ? pens : strokes);
  const thin = Math.max(THIN * extent, 1.6 * usual);
  const ink = inkOf(strokes, forms.length > 0);
  const words = new Set([...wordShapes(shapes), ...scriptsIn(shapes, extent)]);
  const written = strokeWords(shapes);
  const brushes = brushesOf(shapes, { words, extent, rim: isPainted(forms, extent) ? RIM : Infinity });
  const printed = printedInk(brushes, large);
  const inked = inkAlone(shapes, words);
  // Among many surfaces without an outline a broad one is drawn for its own sake: a window's frame, a ring.
  const rare = surfaces && pens.length < RARE * forms.length;
  // Blurred paint has no border: where there is something else it is paint on that.
  const body = bodyOfBlurs(shapes, drawing.box);
  const backdrop = backdropShape(shapes, extent);
  const isSoft = (shape: Shape): boolean => shape.blur > 0 && (forms.length > 0 || body !== null);
  const panes = surfaces ? [] : shapes.filter((shape) => isPane(shape));
  const things = strokeThings(strokes, { surfaces, ink, broad: THIN * extent });
  const pieces: Piece[] = body ? [{ ...plainPiece(body), area: 'fill' }] : [];
  for (const shape of shapes) {
    if (isCastShadow(shape, large, inked !== null)) continue;
    const [fill, stroke] = [alphaOf(shape.fill) > 0, alphaOf(shape.stroke.paint) > 0];
    const ring = fill && (isRim(shape) || (rare && shape.stroke.width > RING * extent));
    const glow = fill && forms.length > 0 && !stroke && (shape === backdrop || isGlow(shape));
    const veil = fill && (isSoft(shape) || glow || (laid.fills.has(shape) && !saysGlass(shape)));
    // Print has no form that an outline could tell of: there it is seen.
    const outline =
      stroke &&
      !ring &&
      !veil &&
      !foreign.has(shape) &&
      !rare &&
      (shape.stroke.width <= thin || strokeIsUsual(shape, usual, ink));
    const thing = things.has(shape.d);
    if (fill) {
      const ink = printed.has(shape) ? 'print' : 'brush';
      const role = veil ? 'print' : brushes.has(shape) ? ink : fillRole(shape, large, extent, stroke);
      const faint = glow || (role === 'print' && isFaint(shape, 'fill', laid));
      const shaded = inked === 'shaded' || (words.has(shape) && alphaOf(shape.fill) * shape.opacity < CLEAR);
      pieces.push({
        shape,
        area: 'fill',
        role,
        outlined: outline,
        bare: inked === 'plain' && role === 'form' && !isDot(shape, usual),
        paint: (laid.mostly.has(shape) || faint || shaded || isNoGlass(shape, 'fill')) && !saysGlass(shape),
        shade: shaded,
        border: role === 'form' ? unionOutline(shape) : shape.d,
      });
    }
    if (!stroke || (fill && outline)) continue;
    if (written.has(shape)) {
      pieces.push({ ...plainPiece(shape), role: letterRole(shape, large) });
      continue;
    }
    const onPane = !fill && isOnPane(shape, panes);
    const fat = fill || thing || shape.stroke.width > (onPane ? THIN * extent : thin);
    const soft = isSoft(shape) || laid.strokes.has(shape) || (veil && !ring && shape.stroke.width <= thin);
    const rim = fill && (foreign.has(shape) || rare);
    const seen = onPane || (rim && (isDashed(shape) || shape.stroke.width <= RING * extent));
    const alone =
      soft || (seen && !(onPane && fat))
        ? 'print'
        : fat || (surfaces && isBar(shape, large, ink))
          ? 'form'
          : strokeRole(shape, large, { ink, usual, rare: rare || outlines.length === 0, surfaces });
    // Equal strokes are the same thing, with a fill and without.
    const role = alone === 'line' && isDrawnAs(shape, foreign) ? 'print' : alone;
    const fades = isNoGlass(shape, 'stroke') || (role === 'print' && isFaint(shape, 'stroke', laid));
    pieces.push({ ...plainPiece(shape), role, paint: fades && !saysGlass(shape) });
  }
  return { pieces: inked ? faintBelow(pieces) : pieces, extent };
}
