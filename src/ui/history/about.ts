// A picture of the history and the names of the light's card in, what tells it from others out: set-up,
// palette, colours and materials that were chosen; and whether it fits what is searched for.
import { paletteWorn } from '../../core/colourways/colourway-name.ts';
import type { Entry } from '../../protocol/made.ts';
import type { Loaded } from '../engine/connection.ts';

export interface About {
  /** Name of the light's set-up. */
  studio: string;
  /** Name of the palette that its parts wear; null: none. */
  palette: string | null;
  /** Chosen for parts, `#rrggbb`, each once; none: all is as drawn. */
  colours: readonly string[];
  /** Names of those that were chosen for parts, each once. */
  materials: readonly string[];
}

export function aboutOf(
  { made: { settings } }: Entry,
  offer: Pick<Loaded, 'studios' | 'materials'> | null,
): About {
  const named = (list: readonly { id: string; name: string }[] | undefined, id: string): string =>
    list?.find((one) => one.id === id)?.name ?? id;
  const choices = Object.values(settings.parts);
  return {
    studio: named(offer?.studios, settings.studio),
    palette: paletteWorn(settings.parts),
    colours: [...new Set(choices.flatMap(({ colour }) => colour ?? []))],
    materials: [...new Set(choices.flatMap(({ material }) => material ?? []))].map((id) =>
      named(offer?.materials, id),
    ),
  };
}

/** Each word of `sought` stands somewhere in what is told of it. */
export function fits(entry: Entry, { studio, palette, colours, materials }: About, sought: string): boolean {
  const { seed, size } = entry.made.settings;
  const told = [entry.name, studio, palette ?? '', ...colours, ...materials, `seed ${seed}`, `${size} px`]
    .join(' ')
    .toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word));
}
