// In: the form of each part, what it is made of and called, what lies on what. Out: the same forms, where
// soft backs and seats that carry buttons are tufted.
import { isSoft } from '../appearance/soft.ts';
import { wordsOf } from '../appearance/material-words.ts';
import type { Material } from '../card.ts';
import type { ShapedForm } from './by-hand.ts';
import type { Contact } from './stacking.ts';

// Of these buttons hold the filling; those of a shirt hold nothing in.
const FILLED = new Set(
  (
    'back backrest headboard seat sofa couch armchair chair pouf ottoman bench cushion pillow ' +
    'lehne ruckenlehne sitz dossier siege coussin respaldo asiento cojin 背もたれ 座面 クッション'
  ).split(' '),
);
const BUTTONS = new Set('button buttons tuft knopf knopfe bouton boutons boton botones ボタン'.split(' '));
// From this share of its border on a contact counts as lying on.
const LIES = 0.5;

interface Called {
  worn: readonly Material[];
  names: readonly string[];
  contacts: readonly Contact[];
}

/** One a part. What has a form of its own already keeps it, but for a cushion. */
export function withTufts(forms: readonly ShapedForm[], { worn, names, contacts }: Called): ShapedForm[] {
  const called = (k: number, words: ReadonlySet<string>): boolean =>
    wordsOf(names[k]!).some((word) => words.has(word));
  const tufted = [...forms];
  for (const { lower, upper, over } of contacts) {
    const open = forms[lower] === 'found' || forms[lower] === 'round';
    if (over < LIES || !open || !isSoft(worn[lower]!)) continue;
    if (!called(lower, FILLED) || !called(upper, BUTTONS)) continue;
    tufted[lower] = 'tufted';
    tufted[upper] = 'button';
  }
  return tufted;
}
