// In: a generator's card. Out: what it calls flat, round and hollow in its channel of hints, if it has one.
import type { ModelCard } from '../card.ts';
import type { PartForm } from '../part-choice.ts';

/** Its values by the form; `none`: where nothing is known. */
export type HintValues = Readonly<Record<Exclude<PartForm, 'found'> | 'none', number>>;

/** The name of that channel. */
export const HINT = 'hint';

/** Null: it takes no hints. Throws where it does and lacks a value. */
export function hintValues({ id, input }: ModelCard): HintValues | null {
  const channel = input.channels.find(({ name }) => name === HINT);
  if (!channel) return null;
  const { flat, round, hollow } = channel.values ?? {};
  const none = channel.unknown;
  if (flat === undefined || round === undefined || hollow === undefined || none === undefined)
    throw new Error(`the card of ${id} has a channel of hints that lacks flat, round, hollow or unknown`);
  return { none, flat, round, hollow };
}
