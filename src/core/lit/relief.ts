// In: a Figure and what its parts are made of. Out: its Relief, with its edges at the picture's size.
import type { Material } from '../card.ts';
import type { View } from '../form/view.ts';
import { bevelOf, type Bevel } from '../relief/bevel.ts';
import type { Body } from '../relief/levels.ts';
import { reliefOf, type Relief } from '../relief/relief.ts';
import type { Figure } from './figure.ts';

export interface FigureRelief extends Relief {
  /** Null: the picture is made in bands, each with its own. */
  bevel: Bevel | null;
}

export function makeRelief(
  { parts, stacking, samplers }: Figure,
  views: readonly View[],
  materials: readonly Material[],
  large: boolean,
): FigureRelief {
  const { grid, labels } = parts;
  const squares = samplers.map((sampler, k) => ({
    square: views[k]!.square,
    labels: sampler.labels,
  }));
  const relief = reliefOf(parts, stacking, squares, materials.map(bodyOf));
  return { ...relief, bevel: large ? null : bevelOf(labels, relief.levels, grid.box.width / grid.width) };
}

const BODIES: Record<string, Body> = {
  paper: { thickness: 0.15, edge: 0.3 },
  cardboard: { thickness: 0.4, edge: 0.5 },
  screen: { thickness: 0.1, edge: 0.3 },
  glow: { thickness: 0.5, edge: 1 },
  fabric: { thickness: 1.2, edge: 1.6 },
  leather: { thickness: 0.8, edge: 1.2 },
  liquid: { thickness: 0, edge: 0 },
  glass: { thickness: 0.6, edge: 1 },
};

function bodyOf(material: Material): Body {
  return BODIES[material.id] ?? { thickness: 1, edge: 1 };
}
