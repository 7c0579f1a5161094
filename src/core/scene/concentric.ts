// In: the boxes of a drawing's islands of ink. Out: which are rings or dots about the middle of the ring
// round all of it, two or more: a target's. They are drawn on its face, each as broad as it is.
import type { Bounds } from '../image/bounds.ts';

// Shares of the outer ring's side: how far a middle may be off, how little sides may differ; and of the
// object, what is round all.
const MIDDLE = 0.03;
const ROUND = 0.05;
const ALL = 0.92;
const FEWEST = 2;

interface Round {
  side: number;
  x: number;
  y: number;
  island: number;
}

export function concentric(islands: readonly Bounds[]): ReadonlySet<number> {
  const [x0, y0] = [Math.min(...islands.map((one) => one.x0)), Math.min(...islands.map((one) => one.y0))];
  const [x1, y1] = [Math.max(...islands.map((one) => one.x1)), Math.max(...islands.map((one) => one.y1))];
  const object = Math.max(x1 - x0, y1 - y0) + 1;
  const rounds = islands.flatMap((bounds, island): Round[] => {
    const [across, down] = [bounds.x1 - bounds.x0 + 1, bounds.y1 - bounds.y0 + 1];
    if (Math.abs(across - down) > ROUND * object) return [];
    return [{ side: across, x: (bounds.x0 + bounds.x1) / 2, y: (bounds.y0 + bounds.y1) / 2, island }];
  });
  const outer = rounds.find(({ side }) => side > ALL * object);
  if (!outer) return new Set();
  const inner = rounds.filter(
    (one) => one !== outer && Math.hypot(one.x - outer.x, one.y - outer.y) < MIDDLE * object,
  );
  return new Set(inner.length < FEWEST ? [] : inner.map(({ island }) => island));
}
