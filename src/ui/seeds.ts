// Nothing in, how many seeds the panel offers, and any one of them, out.

/** Seeds are for people: short enough to write on a sticky note. */
export const SEEDS = 10_000;

export function randomSeed(): number {
  return Math.floor(Math.random() * SEEDS);
}
