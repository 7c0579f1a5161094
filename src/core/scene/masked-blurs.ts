// In: shapes in paint order. Out: where all of them are blurred and shown through one mask, the body that
// they colour: all that the mask shows, in the colour of the largest.
// Many signs are made so: clouds of colour in a letter.
import { polylines } from '../svg/path.ts';
import { inside, measure } from '../svg/polyline.ts';
import type { Shape } from '../svg/shape.ts';
import { alphaOf } from '../svg/shape.ts';
import type { Box } from '../sketch.ts';

/** Of the frame, opaque clouds cover so much together that no light shines through the mask. */
const COVERED = 0.75;
/** Points along each side of the frame where that is asked. */
const POINTS = 16;
const OPAQUE = 0.9;

/** Null: there is no such mask. */
export function bodyOfBlurs(shapes: readonly Shape[], view: Box): Shape | null {
  const [first] = shapes;
  const mask = first?.within.find((attribute) => attribute.startsWith('mask'));
  if (first === undefined || mask === undefined) return null;
  if (!shapes.every(({ blur, within }) => blur > 0 && within.includes(mask))) return null;
  const opaque = shapes.filter(
    ({ fill, opacity }) => fill.kind === 'flat' && alphaOf(fill) * opacity > OPAQUE,
  );
  if (coveredBy(opaque, view) < COVERED) return null;
  const largest = opaque.reduce((best, one) => (one.measure.area > best.measure.area ? one : best));
  const { x, y, width, height } = view;
  const d = `M${x} ${y}h${width}v${height}h${-width}z`;
  const whole = measure(polylines(d));
  return (
    whole && {
      ...largest,
      d,
      blur: 0,
      within: [mask],
      measure: whole,
      source: { d, matrix: [1, 0, 0, 1, 0, 0] },
    }
  );
}

/** The share of the frame that lies in one of the shapes. */
function coveredBy(shapes: readonly Shape[], { x, y, width, height }: Box): number {
  const outlines = shapes.map(({ d }) => polylines(d));
  let count = 0;
  for (let i = 0; i < POINTS * POINTS; i++) {
    const [across, down] = [(i % POINTS) + 0.5, Math.floor(i / POINTS) + 0.5];
    const at = [x + (across * width) / POINTS, y + (down * height) / POINTS] as const;
    if (outlines.some((lines) => inside(lines, ...at))) count++;
  }
  return count / (POINTS * POINTS);
}
