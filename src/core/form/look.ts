// In: the second output of a generator that has one. Out: what each cell of the model square looks made of.
import type { ModelCard } from '../card.ts';
import type { Tensor } from '../engine.ts';

/** Over the model square; every plane has `cells` × `cells` values. */
export interface GuessedLook {
  cells: number;
  /** Ids in the light's card; how likely each is, 0…1. */
  chances: ReadonlyMap<string, Float32Array>;
  /** Base colour, sRGB 0…1. */
  colour: readonly [Float32Array, Float32Array, Float32Array];
  /** How far each channel of that may be off: the scale of a Laplace distribution. */
  spread: Float32Array;
}

const MATERIAL = 'material.';
const COLOURS = ['colour.r', 'colour.g', 'colour.b', 'colour.spread'] as const;

/**
 * Null: the card knows of no look, or the values are no numbers. Throws when the tensor is missing, has
 * another shape, or when the card lacks a channel of colour.
 */
export function lookFrom(card: ModelCard, outputs: Readonly<Record<string, Tensor>>): GuessedLook | null {
  const { look } = card;
  if (!look) return null;
  const cells = card.input.size / look.cell;
  const wanted = [1, look.channels.length, cells, cells].join(' × ');
  const tensor = outputs[look.tensor];
  const saw = tensor?.shape.join(' × ') ?? `only ${Object.keys(outputs).join()}`;
  if (!tensor || saw !== wanted)
    throw new Error(`the generator gave ${saw} for ${look.tensor}, wanted ${wanted}`);
  if (!tensor.data.every(Number.isFinite)) return null;
  const area = cells * cells;
  const planes = new Map(
    look.channels.map(({ name }, i) => [name, tensor.data.slice(i * area, (i + 1) * area)] as const),
  );
  const [red, green, blue, spread] = COLOURS.map((name) => planes.get(name));
  if (!red || !green || !blue || !spread)
    throw new Error(`the card of ${card.id} has a look without ${COLOURS.join(', ')}`);
  const materials = [...planes].filter(([name]) => name.startsWith(MATERIAL));
  const chances = new Map(materials.map(([name, plane]) => [name.slice(MATERIAL.length), plane]));
  return { cells, chances, colour: [red, green, blue], spread };
}
