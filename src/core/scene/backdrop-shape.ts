// In: shapes in paint order. Out: the pale one that all else lies on and beside: a patch of colour behind a
// scene, which is no pane of glass.
// By order and layout: it comes first, is seen through, and some of the opaque things reach beyond its box.
import { contains } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { CLEAR, alphaOf, type Shape } from '../svg/shape.ts';
import { saysGlass } from './fill-roles.ts';

/** Of the box of all that is drawn, its own box is so much. */
const LARGE = 0.2;
/** So many opaque things make a scene, and so many of them reach beyond it: a vessel holds what is in it. */
const SCENE = 8;
const BEYOND = 3;
/** What holds things and is seen through. */
const VESSEL = /bottle|jar|vase|bulb|flask|vial|aquarium|tank|globe|bubble|drop|water|ice\b/i;

/** Null: there is none. `extent`: longer side of all that is drawn. */
export function backdropShape(shapes: readonly Shape[], extent: number): Shape | null {
  const [first, ...others] = shapes;
  if (!first || alphaOf(first.stroke.paint) > 0 || alphaOf(first.fill) * first.opacity >= CLEAR) return null;
  const { box } = first.measure;
  if (areaOf(box) < LARGE * extent * extent || saysGlass(first) || VESSEL.test(first.names.join(' ')))
    return null;
  const things = others.filter(({ fill, opacity, blur }) => alphaOf(fill) * opacity >= CLEAR && blur === 0);
  const beyond = things.filter(({ measure }) => !contains(box, measure.box));
  return things.length >= SCENE && beyond.length >= BEYOND ? first : null;
}

const areaOf = ({ width, height }: Box): number => width * height;
