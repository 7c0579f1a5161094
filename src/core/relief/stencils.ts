// In: which domain each sample of a square is of. Out: its samples, each with the way to its neighbours or to
// a border.
// Borders between samples as in Shortley and Weller (1938).

/** A square of samples; 0 in `domain`: of none. */
export interface Domains {
  size: number;
  domain: Int32Array;
}

/**
 * The samples that are of a domain, and how far each may go left, right, up, down; less than 1: to a border.
 */
export interface Stencils {
  places: Int32Array;
  reach: Float32Array;
}

// A border is no nearer to a sample than this, in samples.
const NEAREST_BORDER = 0.2;
// Weights along each side of the window that says how much of the surroundings is of a domain.
const TENT = [1, 2, 3, 2, 1] as const;
const RADIUS = 2;

export function stencilsOf({ size, domain }: Domains): Stencils {
  const places: number[] = [];
  // The rim of the square is left out: each sample has four neighbours.
  for (let y = 1; y < size - 1; y++)
    for (let x = 1, i = y * size + 1; x < size - 1; x++, i++) if (domain[i] !== 0) places.push(i);
  const reach = new Float32Array(4 * places.length).fill(1);
  const steps = [-1, 1, -size, size] as const;
  places.forEach((i, k) => {
    for (let n = 0; n < 4; n++) {
      const j = i + steps[n]!;
      const [x, y] = [j % size, Math.floor(j / size)];
      const onRim = x === 0 || y === 0 || x === size - 1 || y === size - 1;
      if (domain[j] === domain[i] && !onRim) continue;
      const [own, beyond] = [shareAround(size, domain, i, i), shareAround(size, domain, j, i)];
      // Where half of the surroundings is of the domain is its border: so the samples' stairs leave no trace.
      const border = own > beyond ? (own - 0.5) / (own - beyond) : 0.5;
      reach[4 * k + n] = Math.min(0.999, Math.max(NEAREST_BORDER, border));
    }
  });
  return { places: Int32Array.from(places), reach };
}

/** How much of the surroundings of sample `at` is of the domain of sample `of`. */
function shareAround(size: number, domain: Int32Array, at: number, of: number): number {
  const x = at % size;
  const y = (at - x) / size;
  let [own, all] = [0, 0];
  for (let dy = -RADIUS; dy <= RADIUS; dy++) {
    for (let dx = -RADIUS; dx <= RADIUS; dx++) {
      const w = TENT[dx + RADIUS]! * TENT[dy + RADIUS]!;
      all += w;
      const [u, v] = [x + dx, y + dy];
      if (u >= 0 && v >= 0 && u < size && v < size && domain[v * size + u] === domain[of]) own += w;
    }
  }
  return own / all;
}
