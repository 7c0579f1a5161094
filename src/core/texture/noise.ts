// In: a place. Out: a number 0…1 that changes smoothly from place to place, the same one always.
// Value noise (Perlin's lattice with cubic blending); the lattice is hashed by two rounds of an integer
// finaliser.
import { smoothstep } from '../image/smoothstep.ts';

/** `period`: cells after which it begins again, a whole number; 0: never. */
export function noise(x: number, y: number, period = 0): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [f, g] = [x - i, y - j];
  const [u, v] = [smoothstep(0, 1, f), smoothstep(0, 1, g)];
  const [a, b, c, d] = [
    lattice(i, j, period),
    lattice(i + 1, j, period),
    lattice(i, j + 1, period),
    lattice(i + 1, j + 1, period),
  ];
  return (a + (b - a) * u) * (1 - v) + (c + (d - c) * u) * v;
}

/** 0…1 for a cell, by chance. */
export function lattice(i: number, j: number, period = 0): number {
  const [x, y] = period > 0 ? [wrapped(i, period), wrapped(j, period)] : [i, j];
  let hash = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296;
}

const wrapped = (i: number, period: number): number => ((i % period) + period) % period;
