// The nouns of a drawing that has been read: shapes in paint order, in the
// drawing's own (viewBox) coordinates.
import type { Colour, Rgb } from '../colour/colour.ts';
import type { LayerSurface } from '../layer-surface.ts';
import type { Measure } from './polyline.ts';
import type { PhotoTune } from '../photo-tune.ts';
import type { Note } from '../picture.ts';
import type { Box, FrameFacts } from '../sketch.ts';
import { stretchOf, type Matrix } from './transform.ts';

export type Paint =
  | { kind: 'none' }
  | { kind: 'flat'; colour: Colour }
  /**
   * A gradient or pattern, by its id, painted with `opacity` (fill-opacity, stroke-opacity; 0…1); `mean`, in
   * which that is contained, stands for it where one colour is wanted; so it is in `least` and `most`, the
   * opacities of its faintest and its strongest stop. Image: it shows pixels.
   */
  | { kind: 'drawn'; id: string; opacity: number; mean: Colour; least: number; most: number; image: boolean }
  /** A placed image; `markup` draws it, `d` of its shape is its frame. */
  | { kind: 'image'; markup: string };

export interface Pen {
  paint: Paint;
  /** Drawing units. */
  width: number;
  cap: string;
  join: string;
  miter: string;
  /** Drawing units; empty: not dashed. */
  dash: readonly number[];
  /** How far into the pattern the line begins, drawing units. */
  dashOffset: number;
  /** That makes an ellipse of the pen's tip, as large as it was; left out: it stays round. */
  slant?: Matrix;
}

/** How inner shadows bend a shape. */
export type InnerForm = 'round' | 'hollow';

export interface Shape {
  /** Layer names, outermost first, this shape's own last. */
  names: readonly string[];
  /** Whether the last name is this shape's own: Figma names layers, but not the background of a frame. */
  named: boolean;
  /** Outline in drawing coordinates. */
  d: string;
  measure: Measure;
  rule: 'nonzero' | 'evenodd';
  fill: Paint;
  stroke: Pen;
  /** Its own times its groups'. */
  opacity: number;
  /** Of that what no group in `within` does: what its own markup is drawn with. */
  veil: number;
  /** Attributes of groups that clip, mask, blend, fade or dye it, outermost first; naming Drawing.clips. */
  within: readonly string[];
  /** Layer blur: standard deviation in drawing units; 0: sharp. */
  blur: number;
  /** It or a group around it casts a drop shadow, for which Figma makes the viewBox larger. */
  shadow: boolean;
  /** That its inner shadows draw; left out: none do. */
  innerForm?: InnerForm;
  /** What its layer's effects say that it is made of; left out: nothing. */
  surface?: Pick<LayerSurface, 'glass' | 'grain' | 'speck'>;
  /** Written as Figma writes a frame's fill that does not begin at the origin; left out: not. */
  framed?: true;
  /** As written, for paints that live in the shape's own coordinates. */
  source: { d: string; matrix: Matrix };
}

export interface Drawing {
  /** The viewBox. */
  box: Box;
  shapes: readonly Shape[];
  /** clipPath and mask elements that `within` refers to. */
  clips: string;
  /** The same with masks that hide or show and do nothing between, for pages where a colour is a number. */
  crispClips: string;
  /** Of those clips that are one rectangle with corners at most a little round, by attribute: its box. */
  clipBoxes: ReadonlyMap<string, Box>;
  /** What clips need, and what paints need: gradients, patterns, images. Markup. */
  defs: { clips: string; paints: string };
  notes: readonly Note[];
  /** How images in it are read. */
  photo: PhotoTune;
  /** What Figma knows of its frame; null in files. */
  frame: FrameFacts | null;
}

/** A group's attribute that blends it with what lies below; CSS knows no such attribute but in style. */
export const BLEND = 'style="mix-blend-mode:';

/** Of those the mode that resvg does not draw: colours and alphas are added. */
export const ADD = `${BLEND}plus-lighter`;

/** A group's attribute that fades all of it at once: what lies in it does not shine through itself. */
export const FADE = 'opacity="';

/** A group's attribute that keeps what is blended in it from what lies below the group. */
export const ISOLATE = 'style="isolation:';

/** A group's attribute that changes its colours. */
export const FILTER = 'filter="';

/** A group's attribute that blurs it as a whole: the standard deviation follows, drawing units. */
export const BLUR = 'data-blur="';

/** Whether a group's attribute says how it looks, and not where it is seen. */
export const isLook = (attribute: string): boolean =>
  [BLEND, FADE, ISOLATE, FILTER, BLUR].some((look) => attribute.startsWith(look));

/** Whether it changes the colours of what lies below instead of hiding them. */
export function isBlended({ within }: Shape): boolean {
  return within.some((attribute) => attribute.startsWith(BLEND));
}

/** Of lower opacity a paint on nothing is glass, and of still lower a breath of colour. */
export const CLEAR = 0.6;
export const FAINT = 0.15;

export const NOTHING: Paint = { kind: 'none' };

/** How far a pen paints beside its line at most, drawing units. */
export const penReach = ({ paint, width, slant }: Pen): number =>
  paint.kind === 'none' ? 0 : (width / 2) * (slant ? stretchOf(slant) : 1);

/** How much of what lies beneath a paint hides, 0…1. */
export function alphaOf(paint: Paint): number {
  switch (paint.kind) {
    case 'none':
      return 0;
    case 'flat':
      return paint.colour.alpha;
    case 'drawn':
      return paint.mean.alpha;
    case 'image':
      return 1;
  }
}

// Up to this opacity a gradient's end is nothing; a paint of less than this somewhere is seen through there.
const GONE = 0.04;
const WHOLE = 0.9;

type Gradient = Extract<Paint, { kind: 'drawn' }>;

export const isGradient = (paint: Paint): paint is Gradient => paint.kind === 'drawn' && !paint.image;

/** Whether it is a gradient that ends in nothing: a glow, a ray, the far end of a ribbon. */
export const fadesAway = (paint: Paint): boolean => isGradient(paint) && paint.least <= GONE;

/** Whether it is a gradient that hides what lies below in one place and not in another. */
export const isUneven = (paint: Paint): boolean =>
  fadesAway(paint) ||
  (isGradient(paint) && paint.least < WHOLE && (alphaOf(paint) >= CLEAR || paint.most >= WHOLE));

/** The one colour that stands for a paint; null for none and for images. */
export function colourOf(paint: Paint): Rgb | null {
  if (paint.kind === 'flat') return paint.colour.rgb;
  return isGradient(paint) ? paint.mean.rgb : null;
}
