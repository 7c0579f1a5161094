// An object in its model square with the form that the generator found there: both together, as one type.
import type { Sight } from '../scene/scene.ts';
import type { Intrinsic } from './tensor.ts';

export interface View extends Sight {
  intrinsic: Intrinsic;
}
