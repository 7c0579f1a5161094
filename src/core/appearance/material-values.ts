// In: parts in their colours. Out: what each is made of: its material's channels, as the light takes them, a
// little changed by its place.
import { channelAt, type Material, materialChannels } from '../card.ts';
import type { Choice } from './choices.ts';
import type { Rgb } from '../colour/colour.ts';
import { finish } from './finish.ts';
import { roughen } from './grain.ts';
import type { Guess } from './guess.ts';
import { liesAround } from '../image/bounds.ts';
import type { Grid } from '../image/grid.ts';
import { materialOf, unnamed, valuesOf, type MaterialNames } from './material-by-name.ts';
import { placedMaterials } from './material-by-place.ts';
import { cluesOf, opacityOfPiece, paintOfPiece, regionNames } from './material-clues.ts';
import type { Part } from '../parts/parts.ts';
import type { Piece } from '../scene/piece.ts';
import { colourOf } from '../svg/shape.ts';

export interface ColouredPart {
  part: Part;
  colour: Rgb;
  wheel: boolean;
  choice: Choice | null;
  /** Where nothing is painted. */
  guess: Guess | null;
  /** Where something is: what the generator is sure that it is made of. */
  likely: string | null;
}

export interface MaterialValues {
  /** Per part. */
  named: Material[];
  /** Per part, whether neither a choice nor a name says its material. */
  unsaid: boolean[];
  /** Per part, the light's material channels in the card's order. */
  materials: Float32Array[];
  /** Per part, whether one sees through it. */
  clear: boolean[];
  /** Per part, its material's own colour, sRGB 0…255, if it has one. */
  colours: (number[] | undefined)[];
  /** The same for what stands behind glass. */
  ofPiece: (piece: Piece) => { material: Material; values: Float32Array; clear: boolean };
}

/** What the parts are of: the grid that they were found on, all pieces, the drawing's name. */
interface Whole {
  grid: Grid;
  pieces: readonly Piece[];
  name: string;
}

// Narrower than this share of the object a part's form and texture are finer than the
// generator's pixels: gloss on it is noise.
const NARROW_SHARE = 0.14;
// From this transmission on one sees what stands behind.
const CLEAR_TRANSMISSION = 0.05;
// Drawn more opaque than this a pane hides what it lies on.
const HIDES_OPACITY = 0.9;
// What such a pane is made of.
const PANE = 'glazing';

export function materialValuesOf(
  coloured: readonly ColouredPart[],
  { grid, pieces, name }: Whole,
  chosenFor: (piece: Piece) => Choice | null,
  names: MaterialNames,
): MaterialValues {
  const { card } = names;
  const channels = materialChannels(card);
  const at = (key: string): number => channelAt(channels, key);
  const [roughness, metal, bump, mottle, coat] = [at('roughness'), at('metal'), at('bump'), at('mottle'), at('coat')]; // prettier-ignore
  const clear = (material: Material): boolean => (material.values['transmission'] ?? 0) > CLEAR_TRANSMISSION;
  const parts = coloured.map(({ part }) => part);
  const extent = extentOf(parts);
  const half = (extent / 2) * (grid.box.width / grid.width);
  const pane = card.materials.find(({ id }) => id === PANE);
  const said = coloured.map(({ part, colour, wheel, choice, guess, likely }) => {
    const called = regionNames(part, grid, pieces, name);
    const clues = cluesOf(part.piece, { names: called, colour, wheel, guess, likely });
    return { clues, material: choice?.material ?? names.named(clues) };
  });
  const named = placedMaterials(
    said.map(({ clues, material }, i) => {
      const { part, colour, choice } = coloured[i]!;
      const own = part.piece?.shape.names.at(-1) ?? '';
      const settled = Boolean(choice?.material) || names.saysStuff(own);
      const free = coloured[i]!.guess !== null;
      return { part, name: own, material: material ?? unnamed(card, clues), colour, free, settled };
    }),
    name,
    card,
  );
  const chosen = named.map((material, i) => {
    const part = parts[i]!;
    if (coloured[i]?.choice?.material) return material;
    if (!pane || !clear(material) || opacityOfPiece(part.piece) <= HIDES_OPACITY || material.yields)
      return material;
    // Behind an opaque pane that lies on a body is that body, as drawn, not the canvas.
    const onBody = parts.some((below, k) => k < i && liesAround(below.box, part.box) && !clear(named[k]!));
    return onBody ? pane : material;
  });
  const materials = chosen.map((material, i) => {
    const { box, pixels } = parts[i]!;
    const [across, down] = [box.x1 - box.x0 + 1, box.y1 - box.y0 + 1];
    const values = valuesOf(material, channels, down > across);
    roughen(values, channels, grainOf(parts[i]!.piece), half);
    const wish = coloured[i]?.choice?.finish;
    if (wish) finish(values, channels, wish);
    const fine = Math.max(0, 1 - pixels / Math.max(across, down) / (NARROW_SHARE * extent)) * values[metal]!;
    values[roughness] = Math.min(1, values[roughness]! + 0.2 * fine);
    for (const key of [bump, mottle]) values[key] = values[key]! * (1 - fine);
    return values;
  });
  return {
    named: chosen,
    unsaid: said.map(({ material }) => material === undefined),
    materials,
    clear: chosen.map(clear),
    colours: chosen.map(({ colour }) => colour?.map((v) => Math.round(255 * v))),
    ofPiece: (piece) => {
      const colour = colourOf(paintOfPiece(piece)) ?? ([128, 128, 128] as const);
      const clues = cluesOf(piece, { names: [name], colour, wheel: false });
      const choice = chosenFor(piece);
      const material = choice?.material ?? materialOf(names, clues);
      const values = valuesOf(material, channels, false);
      roughen(values, channels, grainOf(piece), half);
      if (choice?.finish) finish(values, channels, choice.finish);
      // Only the glass in front shines.
      values[coat] = 0.3 * values[coat]!;
      return { material, values, clear: clear(material) };
    },
  };
}

const SMOOTH = { grain: 0, speck: 0 };

function grainOf(piece: Piece | null): typeof SMOOTH {
  return piece?.shape.surface ?? SMOOTH;
}

/** Longer side of all parts together, in pixels. */
function extentOf(parts: readonly Part[]): number {
  const boxes = parts.map(({ box }) => box);
  const across = Math.max(...boxes.map((b) => b.x1)) - Math.min(...boxes.map((b) => b.x0));
  const down = Math.max(...boxes.map((b) => b.y1)) - Math.min(...boxes.map((b) => b.y0));
  return Math.max(across, down) + 1;
}
