// The nouns that every stage shares: what goes in (Sketch, Settings), images and boxes on the way, and why
// there is no picture (Refusal).
import type { LampTunes } from './lamp-tune.ts';
import type { LayerSurface } from './layer-surface.ts';
import type { PartChoice, ReliefTune, SurfaceTune } from './part-choice.ts';
import type { PhotoTune } from './photo-tune.ts';

/**
 * A rectangle. Units: whatever the owner says; here always the drawing's own
 * units (Figma canvas pixels), y down.
 */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * One thing to realize: a frame, group, shape or file, as SVG text with outlined text and layer names as ids.
 */
export interface Sketch {
  /** Figma node id, or a file's path. */
  id: string;
  name: string;
  /** The whole SVG document. Its viewBox is the drawing's own coordinate system. */
  svg: string;
  /** Nothing but text shows in it; the outlines of letters do not tell that any more. */
  onlyText?: true;
  /** Left out of files: there it is guessed. */
  frame?: FrameFacts;
}

export const CONTAINERS = ['frame', 'group', 'shape'] as const;

/**
 * What Figma knows of a drawing and its SVG does not say: of its own layer, for the most part. In the
 * viewBox's coordinates.
 */
export interface FrameFacts {
  /** A frame may have a ground of its own, a group may hold one, a shape has none. */
  kind: (typeof CONTAINERS)[number];
  /** The layer itself: its shadow, and what stands out of it, need room round that in the viewBox. */
  box: Box;
  /** A fill of its own shows that may be paper: pictures of ours do not count, nor do panes of glass. */
  filled: boolean;
  /** Width of its own stroke; 0: none shows. */
  stroke: number;
  /** Of its roundest corner. */
  radius: number;
  /** It cuts off what stands in it. */
  clips: boolean;
  /** Its layers of which effects say what they are made of; left out: there is none. */
  surfaces?: readonly LayerSurface[];
  /** Something in it is filled by a video or shader alone, and is not in its SVG. */
  undrawn?: true;
  /** Something in it has a shader as an effect, which is not in its SVG. */
  shaderEffect?: true;
}

export const SIZES = [512, 1024, 2048, 4096] as const;
/** Longest side of the picture in pixels. */
export type Size = (typeof SIZES)[number];

export interface Settings {
  /** Id of a generator's card. */
  model: string;
  /** Id of a studio in the light's card. */
  studio: string;
  size: Size;
  /**
   * Chooses all that the drawing leaves open (colours of uncoloured parts).
   * The same seed gives the same picture.
   */
  seed: number;
  /** Whether there is a soft shadow on the ground. */
  shadow: boolean;
  /** The shadow is a picture of its own, to lie below the other. */
  shadowApart: boolean;
  /**
   * How far the lights are turned: degrees to the viewer's right, and higher. 0, 0: as the studio has them.
   */
  light: { azimuth: number; elevation: number };
  /** How each of its lights is wished; null: as the studio has them. */
  lamps: LampTunes | null;
  /** What lies behind the object: nothing, white, the frame's own fill, or a set in a colour of its own. */
  background: Background;
  /** sRGB, `#rrggbb`: the colour of a studio's set. */
  backdrop: string;
  /** What becomes of light and shade that the drawing paints, as our light adds its own. */
  shading: Shading;
  /** What form parts have, how rounded their edges are, how far they stand out. */
  relief: ReliefTune;
  /** How rough surfaces are, and how large their textures. */
  surface: SurfaceTune;
  /** What was chosen for single parts, by their keys (PartSeen.key); it wins over what was for all. */
  parts: Readonly<Record<string, PartChoice>>;
  /** How a photo of a sketch becomes lines; drawings of vectors do not ask. */
  photo: PhotoTune;
}

/** All that need not be chosen. */
export const PLAIN = {
  size: 512,
  seed: 1,
  shadow: true,
  shadowApart: false,
  light: { azimuth: 0, elevation: 0 },
  lamps: null,
  background: 'none',
  backdrop: '#d9d4cc',
  shading: 'soften',
  relief: { form: 'found', edge: 0.5, thickness: 0.5 },
  surface: { roughness: 0.5, scale: 0.5 },
  parts: {},
  photo: { threshold: 0.5, weight: 1, corners: null },
} as const satisfies Partial<Settings>;

export const BACKGROUNDS = ['none', 'white', 'frame', 'sweep', 'gradient', 'table'] as const;
export type Background = (typeof BACKGROUNDS)[number];

export const SHADINGS = ['keep', 'soften', 'replace'] as const;
export type Shading = (typeof SHADINGS)[number];

/** What belongs to a drawing rather than to its user: kept with the frame. */
export type Look = Pick<
  Settings,
  'model' | 'studio' | 'seed' | 'light' | 'lamps' | 'shading' | 'relief' | 'surface' | 'parts' | 'photo'
>;

/** Not the size, the shadow or the background. */
export function lookOf(settings: Settings): Look {
  const { model, studio, seed, light, lamps, shading, relief, surface, parts, photo } = settings;
  return { model, studio, seed, light, lamps, shading, relief, surface, parts, photo };
}

/** An image: 8-bit straight-alpha sRGB, row by row from the top. data.length = width × height × 4. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8Array;
}

/**
 * One value a pixel, row by row from the top. data.length = width × height. Ranges are told where it is used.
 */
export interface Plane<T extends Float32Array | Uint8Array | Uint16Array | Int32Array = Float32Array> {
  width: number;
  height: number;
  data: T;
}

export const REASONS = [
  'nothing-selected',
  'no-drawing',
  'nothing-drawn',
  'nothing-seen',
  'not-exported',
  'hidden',
  'not-an-svg',
  'too-large',
  'too-slim',
  'tilted',
  'read-only',
  'dev-mode',
  'node-gone',
  'drawing-gone',
  'drawing-hidden',
  'other-version',
  'page-left',
  'export-failed',
  'export-hangs',
  'image-refused',
  'no-fill',
  'no-layout',
  'nothing-closed',
  'model-broken',
  'runtime-failed',
  'runtime-hangs',
  'out-of-memory',
  'cancelled',
  'unknown-model',
  'unknown-studio',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a user can cause. A value, not an exception; its sentence is in src/words/refusals.ts. */
export interface Refusal {
  refused: Reason;
  /** What was seen and what was wanted, for the sentence's second half; never a stack. */
  detail?: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
