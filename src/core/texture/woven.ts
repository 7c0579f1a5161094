// In: a place in one repeat of a pattern, 0…1 right and up. Out: how high its surface is there, and its tone,
// −1…1.
// What is woven, knitted or grown in cells; each begins again after 1.
import { smoothstep } from '../image/smoothstep.ts';
import { lattice, noise } from './noise.ts';

/** Height 0…1; tone: darker below 0. */
export type Texel = readonly [height: number, tone: number];
export type Repeat = (u: number, v: number) => Texel;

const TURN = 2 * Math.PI;
/** A thread's round section: 1 in its middle, 0 at its edges. `across`: 0…1. */
const round = (across: number): number => Math.sqrt(Math.max(0, 1 - (2 * across - 1) ** 2));
const fraction = (value: number): number => value - Math.floor(value);
const clamped = (value: number): number => Math.min(1, Math.max(0, value));

const THREADS = 16;

/** Plain weave; each thread has a breadth, a tone and a twist of its own, as yarn has. */
export const weave: Repeat = (u, v) => {
  const [x, y] = [THREADS * u, THREADS * v];
  const sway = [noise(5 * u, 5 * v, 5), noise(5 * u + 0.5, 5 * v + 2.5, 5)] as const;
  const [a, b] = [x + 0.3 * (sway[0] - 0.5), y + 0.3 * (sway[1] - 0.5)];
  const [i, j] = [Math.floor(a), Math.floor(b)];
  const [warp, weft] = [Math.cos(Math.PI * (b - 0.5 + i)), -Math.cos(Math.PI * (a - 0.5 + j))];
  const own = (across: number, thread: number): number =>
    round(across) * (0.86 + 0.14 * lattice(thread, 3, THREADS));
  const [up, aside] = [0.5 * (1 + warp) * own(a - i, i), 0.5 * (1 + weft) * own(b - j, j + 50)];
  const over = up > aside;
  const height = Math.max(up, aside);
  const twist = Math.sin(TURN * (over ? 2 * a + 1.5 * b : 2 * b - 1.5 * a));
  const dye = lattice(over ? i : j, over ? 7 : 8, THREADS) - 0.5;
  return [height + 0.05 * twist, 1.2 * height - 0.8 + 0.1 * twist + 0.5 * dye];
};

/** Twill of flat tows, two over and two under: the one way bright where the other is dark. */
export const twill: Repeat = (u, v) => {
  const [x, y] = [4 * u, 4 * v];
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const step = (((i - j) % 4) + 4) % 4;
  const over = step < 2;
  // Along its two cells a tow rises and falls.
  const along = over ? (y - j + 1 - step) / 2 : (x - i + step - 2) / 2;
  const across = over ? x - i : y - j;
  const height = Math.sqrt(round(clamped(across))) * (0.6 + 0.4 * round(clamped(along)));
  const sheen = (over ? 1 : -1) * (0.35 + 0.65 * round(clamped(along)));
  return [height, sheen * (0.4 + 0.6 * round(across))];
};

/** Stocking stitch: columns of V's, each made of two strands. */
export const knit: Repeat = (right, up) => {
  const [u, v] = [fraction(right), fraction(up)];
  let height = 0;
  let twist = 0;
  for (const side of [-1, 1]) {
    for (const row of [-1, 0, 1]) {
      const down = 1 - v - row; // 0: the top of this V, 1: its foot
      const middle = 0.5 + side * (0.4 - 0.33 * down);
      for (const shift of [-1, 0, 1]) {
        const across = (u + shift - middle) / 0.215;
        const along = (2 * down - 1) / 1.5;
        const left = 1 - across * across - along * along * along * along;
        if (left <= 0) continue;
        const own = Math.sqrt(left) * (0.8 + 0.2 * down);
        if (own <= height) continue;
        height = own;
        twist = Math.sin(TURN * (1.2 * across * side + 3 * down));
      }
    }
  }
  return [height + 0.06 * twist, 1.3 * height - 0.95 + 0.16 * twist];
};

/** Cloth with round holes, each row beside the gaps of the next; the repeat is √3 as high as wide. */
export const mesh: Repeat = (right, up) => {
  const [u, v] = [fraction(right), fraction(up)];
  const tall = Math.sqrt(3);
  let near = Infinity;
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0.5, 0.5],
  ] as const)
    near = Math.min(near, Math.hypot(u - x, (v - y) * tall));
  const height = smoothstep(0, 1, (near - 0.2) / 0.14);
  const thread = Math.sin(TURN * 8 * u) * Math.sin(TURN * 14 * v);
  return [height * (0.94 + 0.06 * thread), 1.25 * height - 1 + 0.12 * thread * height];
};

const PEBBLES = 14;

/**
 * Pebbles with furrows between them: cells round points by chance (Worley 1996), second distance less first.
 */
export const leather: Repeat = (u, v) => {
  const [x, y] = [PEBBLES * u, PEBBLES * v];
  const [i, j] = [Math.floor(x), Math.floor(y)];
  let [first, second] = [Infinity, Infinity];
  let own = 0;
  for (let b = j - 1; b <= j + 1; b++)
    for (let a = i - 1; a <= i + 1; a++) {
      const [dx, dy] = [
        a + 0.15 + 0.7 * lattice(a, b, PEBBLES) - x,
        b + 0.15 + 0.7 * lattice(b + 31, a, PEBBLES) - y,
      ];
      const far = Math.hypot(dx, dy);
      if (far < first) [second, first, own] = [first, far, lattice(a + 7, b + 3, PEBBLES)];
      else if (far < second) second = far;
    }
  const furrow = clamped(2.6 * (second - first));
  const pore = noise(64 * u, 64 * v, 64);
  const height = Math.sqrt(furrow) * (0.8 + 0.2 * own);
  return [height + 0.06 * pore, 0.7 * furrow - 0.6 + 0.35 * (own - 0.5) + 0.2 * (pore - 0.5)];
};

/** Short fibres that lie every way, in patches that were brushed one way or the other. */
export const suede: Repeat = (u, v) => {
  const brushed = noise(3 * u, 3 * v, 3) + 0.6 * noise(8 * u + 0.4, 8 * v, 8) - 0.8;
  const [a, b] = [u + v, u - v];
  const fibre =
    noise(100 * u, 60 * v, 20) + noise(60 * a + 0.3, 100 * b + 0.7, 20) + noise(100 * b, 60 * a, 20) - 1.5;
  return [clamped(0.5 + 0.3 * fibre), 0.55 * brushed + 0.4 * fibre];
};
