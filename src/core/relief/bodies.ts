// In: a material's id. Out: how thick a part of it lies on others, and how round its edges are, against the
// usual.
// By hand, after things: a sheet of paper has a sharp edge and lifts a little, a pillow is thick and soft,
// liquid has no edge of its own, panes lie deeper than their frames.
import type { Body } from './levels.ts';

type MaterialBody = Omit<Body, 'raised'>;

/** What is not listed is as usual; what carries no number carries things. */
export const BODIES: Readonly<Record<string, Omit<MaterialBody, 'carries'> & Partial<MaterialBody>>> = {
  paper: { thickness: 0.4, edge: 0.15, carries: 0.15 },
  cardboard: { thickness: 0.4, edge: 0.5 },
  screen: { thickness: 0.1, edge: 0.3, carries: 0.1 },
  glazing: { thickness: -0.7, edge: 0.3, carries: 0 },
  glow: { thickness: 0.5, edge: 1 },
  fabric: { thickness: 1.2, edge: 1.6 },
  knit: { thickness: 1.3, edge: 1.8 },
  mesh: { thickness: 0.9, edge: 1.4 },
  leather: { thickness: 0.8, edge: 1.2 },
  suede: { thickness: 0.9, edge: 1.4 },
  liquid: { thickness: 0.5, edge: 2 },
  glass: { thickness: 0.6, edge: 1 },
};
const USUAL: MaterialBody = { thickness: 1, edge: 1, carries: 1 };

export function bodyOf(material: string): MaterialBody {
  return { ...USUAL, ...BODIES[material] };
}
