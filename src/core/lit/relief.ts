// In: a Figure, what its parts are made of, what is wished for their relief. Out: that Relief, with its edges
// at the picture's size.
import type { Material } from '../card.ts';
import type { View } from '../form/view.ts';
import { bevelOf, type Bevel } from '../relief/bevel.ts';
import { formsByHand, type ShapedForm } from '../relief/by-hand.ts';
import { facesOf } from '../relief/faces.ts';
import { naturalForm } from '../relief/natural-form.ts';
import { withRods } from '../relief/rods.ts';
import { withTufts } from '../relief/tufts.ts';
import { replaceForm } from '../relief/replace-form.ts';
import { bodyOf } from '../relief/bodies.ts';
import type { Body } from '../relief/levels.ts';
import { longerSideOf, reliefOf, type Relief } from '../relief/relief.ts';
import type { Piece } from '../scene/piece.ts';
import type { ReliefTune } from '../part-choice.ts';
import type { Settings } from '../sketch.ts';
import type { Figure } from './figure.ts';

export interface FigureRelief extends Relief {
  /** Null: the picture is made in bands, each with its own. */
  bevel: Bevel | null;
}

/** What a part is made of, and what is wished for it. */
type Worn = readonly [Material, ReliefTune];

/** One a part: what was chosen for it, else what was for the whole drawing. `keys`: one a part. */
export function wishesOf(
  keys: readonly string[],
  { parts, relief }: Pick<Settings, 'parts' | 'relief'>,
): ReliefTune[] {
  return keys.map((key) => {
    const { form = relief.form, edge = relief.edge, thickness = relief.thickness } = parts[key] ?? {};
    return { form, edge, thickness };
  });
}

/** One a part: the wish, else what such a thing has. A part's own wish for its form as found is one, too. */
export function formsOf(
  keys: readonly string[],
  { parts: wished, relief }: Pick<Settings, 'parts' | 'relief'>,
  { worn, figure, pieces }: { worn: readonly Material[]; figure: Figure; pieces: readonly Piece[] },
): ShapedForm[] {
  const faces = facesOf(figure.parts, pieces);
  const names = keys.map((_, i) => figure.parts.parts[i]?.piece?.shape.names.at(-1) ?? '');
  const { parts, stacking } = figure;
  const own = worn.map((material, i) => naturalForm(material, names[i]!));
  const rods = withRods(own, { parts, stacking, worn, extent: longerSideOf(parts) });
  const natural = withTufts(rods, { worn, names, contacts: stacking.contacts });
  return keys.map((key, i) => {
    const chosen = wished[key]?.form;
    if (chosen !== undefined || relief.form !== 'found') return chosen ?? relief.form;
    if (faces[i]) return 'flat';
    return natural[i]!;
  });
}

/** A Figure whose samplers give the form that is wished; the same one where all is as found. */
export function makeShaped(figure: Figure, views: readonly View[], forms: readonly ShapedForm[]): Figure {
  const byHand = formsByHand(figure.parts, forms, squaresOf(figure, views));
  if (!byHand) return figure;
  const { grid } = figure.parts;
  const samplers = figure.samplers.map((form, k) =>
    replaceForm(form, byHand, k, { square: views[k]!.square, grid }),
  );
  return { ...figure, samplers };
}

export function makeRelief(
  figure: Figure,
  views: readonly View[],
  worn: readonly Worn[],
  large: boolean,
): FigureRelief {
  const { parts, stacking } = figure;
  const { grid, labels } = parts;
  const bodies = worn.map(bodyWorn);
  const relief = reliefOf(parts, stacking, squaresOf(figure, views), bodies);
  return { ...relief, bevel: large ? null : bevelOf(labels, relief.levels, grid.box.width / grid.width) };
}

function squaresOf({ samplers }: Figure, views: readonly View[]): Parameters<typeof formsByHand>[2] {
  return samplers.map(({ labels }, k) => {
    const { square, intrinsic } = views[k]!;
    const [x, y] = intrinsic.normal;
    return { square, labels, normals: { x, y } };
  });
}

// At the upper end of a slider, as a multiple of what is found.
const MOST_TIMES = 3;

function bodyWorn([material, wish]: Worn): Body {
  const { thickness, edge, carries } = bodyOf(material.id);
  // What is hollow lies in what it is drawn on, whose edge its rim is.
  const deep = wish.form === 'hollow' ? -Math.abs(thickness) : thickness;
  return { thickness: deep, raised: factorOf(wish.thickness), edge: edge * factorOf(wish.edge), carries };
}

/** 0…1 as 0…MOST_TIMES, 0.5 as 1. */
function factorOf(share: number): number {
  return share <= 0.5 ? 2 * share : 1 + (MOST_TIMES - 1) * (2 * share - 1);
}
