// In: what a part is made of and called. Out: the form that such a thing has, where the user wishes none and a front view
// leaves it open.
import type { Material } from '../card.ts';
import { wordsOf } from '../appearance/material-words.ts';
import type { ShapedForm } from './by-hand.ts';

// Panes of one curve: what is mirrored in them is whole.
const PANES = new Set(['glazing', 'screen']);
const CUSHIONS = new Set(
  'cushion pillow kissen polster coussin oreiller cojin almohada クッション 枕'.split(' '),
);
// From this sheen on a material is soft.
const SOFT_SHEEN = 0.05;

/** `name`: of its own layer; '': none. */
export function naturalForm({ id, values }: Material, name: string): ShapedForm {
  if (PANES.has(id)) return 'pane';
  const soft = (values['sheen'] ?? 0) >= SOFT_SHEEN;
  return soft && wordsOf(name).some((word) => CUSHIONS.has(word)) ? 'round' : 'found';
}
