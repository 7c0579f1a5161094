// What a user wants of the canvas and the panel: where pictures go, what becomes of an old one, how large
// files are, which settings are seen. Types, and the lists that name their values.

/**
 * Where a picture goes: free room beside its drawing, exactly over it, into the drawing as its fill, or into
 * the flow of the auto layout that holds it.
 */
export const WHERE = ['beside', 'over', 'fill', 'layout'] as const;

export type Where = (typeof WHERE)[number];

/** Ways in which a drawing cannot be placed, and why. */
export interface Cannot {
  fill?: 'no-fill';
  layout?: 'no-layout';
}

/**
 * What Place does when this drawing has a picture already: give that layer
 * the new image, or add another layer.
 */
export const AGAIN = ['update', 'add'] as const;

export type Again = (typeof AGAIN)[number];

export const SCALES = [1, 2, 3, 4] as const;

export type Scale = (typeof SCALES)[number];

/** Pictures of the surface, by what they show: where it faces, how high it is, which part it is of. */
export const MAPS = ['normal', 'height', 'parts'] as const;

export type MapKind = (typeof MAPS)[number];

/** The parts of the settings below the picture, of which one is seen. */
export const SECTIONS = ['lighting', 'surface', 'output'] as const;

type Section = (typeof SECTIONS)[number];

/** Below this the panel's controls no longer fit; px. */
export const LEAST_PANEL = { width: 320, height: 480 } as const;

/** The user's own choices about the panel, kept in Figma's client storage for all her files. */
export interface Prefs {
  where: Where;
  again: Again;
  /** Of the panel, in px. */
  width: number;
  height: number;
  /** Pixels a canvas pixel of the drawing, in files that are copied or downloaded. */
  scale: Scale;
  section: Section;
  /** Pattern for names of layers and files (naming.ts); '': as usual. */
  naming: string;
  /** The sample of the first run has been seen. */
  welcomed: boolean;
}
