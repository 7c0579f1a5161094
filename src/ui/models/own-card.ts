// The chosen way of feeding a file in, the card that it is known by out: an id of its own, a name.
// And a card's text in, what else it tells out.
import * as v from 'valibot';
import type { ModelCard } from '../../core/card.ts';

export const LONGEST_NAME = 60;

/** `taken`: ids that are there already. Own ids begin with `own-`, so that no shipped one is ever hidden. */
export function namedCard(card: ModelCard, name: string, taken: readonly string[]): ModelCard {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  const stem = `own-${plain || 'model'}`;
  let id = stem;
  for (let n = 2; taken.includes(id); n++) id = `${stem}-${n}`;
  return { ...card, id, name: name.trim().slice(0, LONGEST_NAME) || 'Model' };
}

const told = v.object({
  licence: v.optional(v.nullable(v.string())),
  ms: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0)))),
});

/** What a card says besides how it is fed, as far as it is told. */
export function besides(text: string): { licence: string | null; ms: number | null } {
  try {
    const { licence, ms } = v.parse(told, JSON.parse(text));
    return { licence: licence ? licence.slice(0, 80) : null, ms: ms ?? null };
  } catch {
    return { licence: null, ms: null }; // no card of its own
  }
}
