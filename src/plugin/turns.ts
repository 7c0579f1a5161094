// How many drawings there are and which one is wished in, in which order they are tried for the first turn
// out: one that cannot be read must not keep the user from those on its other side.

export interface From {
  index: number;
  /** 1: on to the next, -1: back to the one before. */
  way: 1 | -1;
}

/** On from the one that is wished to the end; then, should none of those be readable, the other way. */
export function firstTurns(total: number, { index, way }: From): number[] {
  const all = Array.from({ length: total }, (_, at) => at);
  const [before, after] = [all.slice(0, index), all.slice(index + 1)];
  return way === 1 ? [index, ...after, ...before.reverse()] : [index, ...before.reverse(), ...after];
}
