// The nouns that every stage shares: what goes in (Sketch, Settings), what comes
// out (Picture), and why not (Refusal).

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

/** What Figma knows of a drawing's own layer and its SVG does not say. In the viewBox's coordinates. */
export interface FrameFacts {
  /** A frame may have a ground of its own, a group may hold one, a shape has none. */
  kind: (typeof CONTAINERS)[number];
  /** The layer itself: its shadow, and what stands out of it, need room round that in the viewBox. */
  box: Box;
  /** A fill of its own shows; pictures of ours do not count. */
  filled: boolean;
  /** Width of its own stroke; 0: none shows. */
  stroke: number;
  /** Of its roundest corner. */
  radius: number;
  /** It cuts off what stands in it. */
  clips: boolean;
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

export const FINISHES = ['matte', 'satin', 'gloss'] as const;
/** How smooth a surface is, whatever it is made of. */
export type Finish = (typeof FINISHES)[number];

/** What a user chose for one part. What is left out stays as drawn, or as the seed has it. */
export interface PartChoice {
  /** sRGB, `#rrggbb`. */
  colour?: string;
  /** Id of a material in the light's card. */
  material?: string;
  finish?: Finish;
  form?: PartForm;
  /** 0…1, as in ReliefTune. */
  edge?: number;
  thickness?: number;
  /** 0…1, as in SurfaceTune. */
  roughness?: number;
  scale?: number;
}

export const FORMS = ['flat', 'found', 'round', 'hollow'] as const;
/** Facing the viewer, as the generator found it, a cushion, or a bowl. */
export type PartForm = (typeof FORMS)[number];

/** The relief as it is wished. */
export interface ReliefTune {
  form: PartForm;
  /** 0…1, 0.5: as found. 0: sharp edges; 0: nothing stands out over what it lies on. */
  edge: number;
  thickness: number;
}

/** Surfaces as they are wished. */
export interface SurfaceTune {
  /** 0…1, 0.5: as the material has it; 0: as smooth as a mirror, 1: dull. */
  roughness: number;
  /** Of textures, 0…1, 0.5: as the material has it; 0: a quarter as large, 1: four times. */
  scale: number;
}

/** A photo or scan of a sketch on paper, made ready. */
export interface PhotoTune {
  /** 0…1: how dark pencil must be to count; 0.5 as found. */
  threshold: number;
  /** Line width, as a multiple of the usual one. */
  weight: number;
  /** The sheet's corners in 0…1 of the image, from the top left clockwise; null: the image is straight. */
  corners: Corners | null;
}

export type Corners = readonly [Corner, Corner, Corner, Corner];
export type Corner = readonly [x: number, y: number];

/** What belongs to a drawing rather than to its user: kept with the frame. */
export type Look = Pick<
  Settings,
  'model' | 'studio' | 'seed' | 'light' | 'shading' | 'relief' | 'surface' | 'parts' | 'photo'
>;

/** Not the size, the shadow or the background. */
export function lookOf(settings: Settings): Look {
  const { model, studio, seed, light, shading, relief, surface, parts, photo } = settings;
  return { model, studio, seed, light, shading, relief, surface, parts, photo };
}

/** One part as it was found, and what it wears now. */
export interface PartSeen {
  /** The same after small edits of the drawing. */
  key: string;
  /** Its layer's name; empty for what only lines enclose. */
  name: string;
  /** sRGB, `#rrggbb`. */
  colour: string;
  /** Id in the light's card. */
  material: string;
  /** The drawing paints it. */
  painted: boolean;
  /** 0…1 of all that is covered; 0 for what is seen through glass alone. */
  share?: number;
  /** The parts that it touches, as indices into the list. */
  beside?: readonly number[];
  /** What it may be made of besides, where neither choice nor name says so, likeliest first. */
  open?: readonly string[];
}

/** Which part is where. Pixel (0, 0)…(width, height) covers the same box as the picture it came with. */
export interface PartsSeen {
  width: number;
  height: number;
  /** Index into `parts` + 1; 0 where nothing is. */
  labels: Uint16Array;
  parts: PartSeen[];
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

export type Stage = 'read' | 'lines' | 'parts' | 'generate' | 'light' | 'encode';

/**
 * A finished picture and where it belongs: pixel (0, 0)…(width, height) covers
 * `box` of the drawing's coordinates.
 */
export interface Picture {
  png: Uint8Array;
  width: number;
  height: number;
  box: Box;
  /** Milliseconds per stage, of the stages that ran (a change of light alone runs only the last two). */
  ms: Partial<Record<Stage, number>>;
  /** What was left out or guessed, for the panel to tell; empty when nothing was. */
  notes: Note[];
  /** The shadow on the ground, where it was wanted as a picture of its own. */
  shadow?: Layer;
}

/** A PNG file and the drawing's coordinates that it covers. */
export type Layer = Pick<Picture, 'png' | 'width' | 'height' | 'box'>;

/** A picture for the eyes alone, not yet a file: straight-alpha sRGB. */
export interface Shown extends Rgba, Pick<Picture, 'box' | 'ms' | 'notes'> {}

/** Things worth telling about a picture that was made all the same. */
export type Note =
  | 'text-not-outlined'
  | 'nothing-closed'
  | 'coloured-picture'
  | 'image-traced'
  | 'far-too-detailed'
  | 'outside-cut'
  | 'ink-coloured'
  | 'unsure'
  | 'look-guessed'
  | 'material-guessed';

export const REASONS = [
  'nothing-selected',
  'no-drawing',
  'nothing-drawn',
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

/** What a user can cause. A value, not an exception; its sentence is in src/words.ts. */
export interface Refusal {
  refused: Reason;
  /** What was seen and what was wanted, for the sentence's second half; never a stack. */
  detail?: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
