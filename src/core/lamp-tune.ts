// How the three lights of a set-up are wished, against how that has them: types, and the values that change
// nothing.

/** One light. */
export interface LampTune {
  /** Degrees, as in Settings.light, of this light alone. */
  azimuth: number;
  elevation: number;
  /** 0…1, 0.5: as the set-up has it. 0: it is off; 1: so many times as strong as own-lamps.ts says. */
  strength: number;
  /** 0: small, with hard shadows; 1: large, with soft ones. It throws as much light. */
  softness: number;
  /** 0: colder; 1: warmer. */
  warmth: number;
}

/** The key light first. */
export type LampTunes = readonly [LampTune, LampTune, LampTune];

const AS_SET_UP: LampTune = { azimuth: 0, elevation: 0, strength: 0.5, softness: 0.5, warmth: 0.5 };
export const LAMPS_AS_SET_UP: LampTunes = [AS_SET_UP, AS_SET_UP, AS_SET_UP];

/** A light of the user's own: a set-up, how it is turned and how its lights are wished, under a name. */
export interface OwnLight {
  /** Letters, digits and hyphens. */
  id: string;
  name: string;
  studio: string;
  light: { azimuth: number; elevation: number };
  lamps: LampTunes | null;
}
