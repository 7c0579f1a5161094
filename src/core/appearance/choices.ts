// In: what a user chose for parts, the light's card. Out: the same as numbers and the card's materials.
import { parseColour, type Rgb } from '../colour/colour.ts';
import type { LightCard, Material } from '../card.ts';
import { FINISHES, type Finish, type PartChoice } from '../part-choice.ts';
import type { Settings } from '../sketch.ts';

export interface Choice {
  colour: Rgb | null;
  material: Material | null;
  finish: Finish | null;
}

/**
 * What is not known (a material of another version, a colour that is none) is as if it had not been chosen.
 */
export function readChoices(parts: Settings['parts'], card: LightCard): (key: string) => Choice | null {
  const read = ({ colour, material, finish }: PartChoice): Choice => {
    const known = card.materials.find(({ id }) => id === material) ?? null;
    const given = colour === undefined ? null : parseColour(colour);
    return {
      // A material that is known by its colour brings it along: gold is golden, whatever was drawn.
      colour: given?.rgb ?? (known && ownColour(known)),
      material: known,
      finish: FINISHES.find((name) => name === finish) ?? null,
    };
  };
  const choices = new Map(Object.entries(parts).map(([key, choice]) => [key, read(choice)]));
  return (key) => choices.get(key) ?? null;
}

function ownColour({ colour, values }: Material): Rgb | null {
  // Glass, liquid and light take any colour.
  if (!colour || (values['transmission'] ?? 0) > 0 || (values['emission'] ?? 0) > 0) return null;
  return [255 * colour[0], 255 * colour[1], 255 * colour[2]];
}
