// An object in its model square with what the generator found there: form, and what it looks made of.
import type { Sight } from '../scene/sight.ts';
import type { GuessedLook } from './look.ts';
import type { Intrinsic } from './tensor.ts';

export interface View extends Sight {
  intrinsic: Intrinsic;
  /** Null where the generator says nothing of it. */
  look: GuessedLook | null;
}
