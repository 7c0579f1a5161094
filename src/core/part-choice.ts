// What a user chose for one part, or for all: colour, material, relief and surface. Types, and the lists that
// name their values.

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
