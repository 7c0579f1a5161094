// In: a material's id. Out: how thick a part of it lies on others, and how round its edges are, against the
// usual.
// By hand, after things: paper lies flat, a pillow is thick and soft, liquid has no edge of its own,
// panes lie deeper than their frames.
import type { Body } from './levels.ts';

type MaterialBody = Omit<Body, 'raised'>;

/** What is not listed is as usual. */
export const BODIES: Readonly<Record<string, MaterialBody>> = {
  paper: { thickness: 0.15, edge: 0.3 },
  cardboard: { thickness: 0.4, edge: 0.5 },
  screen: { thickness: 0.1, edge: 0.3 },
  glazing: { thickness: -0.7, edge: 0.3 },
  glow: { thickness: 0.5, edge: 1 },
  fabric: { thickness: 1.2, edge: 1.6 },
  knit: { thickness: 1.3, edge: 1.8 },
  mesh: { thickness: 0.9, edge: 1.4 },
  leather: { thickness: 0.8, edge: 1.2 },
  suede: { thickness: 0.9, edge: 1.4 },
  liquid: { thickness: 0.5, edge: 2 },
  glass: { thickness: 0.6, edge: 1 },
};
const USUAL: MaterialBody = { thickness: 1, edge: 1 };

export function bodyOf(material: string): MaterialBody {
  return BODIES[material] ?? USUAL;
}
