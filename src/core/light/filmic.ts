// In: linear light of a pixel's brightest channel. Out: what the light graph's curve makes of it, and back.
// `filmic` of models/training/light/colour.py: a line up to the knee, from there a hyperbola towards 1.

/** Linear light up to here passes as it is. */
const KNEE = 0.82;
const ROOM = (1 - KNEE) ** 2;

/** Light from 0 on → 0…1. */
export function bend(light: number): number {
  return light <= KNEE ? light : 1 - ROOM / (light + 1 - 2 * KNEE);
}

/** The light, for what `bend` made of it; `bent` below 1. */
export function unbend(bent: number): number {
  return bent <= KNEE ? bent : ROOM / (1 - bent) - 1 + 2 * KNEE;
}
