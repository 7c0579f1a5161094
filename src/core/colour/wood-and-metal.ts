// In: nothing. Out: the colours that wood and metal have.
import { parseColour } from './colour.ts';
import { toLab, type Lab } from './oklab.ts';

const of = (colours: string): Lab[] =>
  colours.split(' ').map((colour) => toLab(parseColour(`#${colour}`)?.rgb ?? [128, 128, 128]));

/** Ash, oak, cherry, walnut, smoked oak, ebony. */
export const WOODS = of('d9bf95 bd9160 a0643c 70452c 4c3426 2c2724');
/** Champagne, brass, copper, bronze, black. */
export const WARM_METALS = of('d8c3a5 c9a35a c0805c 5a5049 2a2725');
/** Silver, steel, lead, gunmetal, black. */
export const COOL_METALS = of('c9ccd1 9ea3aa 5c6168 3a3d43 232529');
