// In: what a part is made of and called. Out: the form that such a thing has, where the user wishes none and
// a front view leaves it open.
import type { Material } from '../card.ts';
import { isSoft } from '../appearance/soft.ts';
import { wordsOf } from '../appearance/material-words.ts';
import type { ShapedForm } from './by-hand.ts';

// Panes of one curve: what is mirrored in them is whole.
const PANES = new Set(['glazing', 'screen']);
const CUSHIONS = new Set(
  'cushion pillow kissen polster coussin oreiller cojin almohada クッション 枕'.split(' '),
);

// From this gloss on, a share of a mirror's (lacquer or bare metal, times how smooth it is, squared).
const GLOSSY = 0.4;

function glossOf({ values }: Material): number {
  const { coat = 0, metal = 0, roughness = 1 } = values;
  return Math.max(coat, metal) * (1 - roughness) ** 2;
}

/** `name`: of its own layer; '': none. */
export function naturalForm(material: Material, name: string): ShapedForm {
  if (PANES.has(material.id)) return 'pane';
  if (material.id === 'liquid') return 'poured';
  if (glossOf(material) >= GLOSSY) return 'polished';
  return isSoft(material) && wordsOf(name).some((word) => CUSHIONS.has(word)) ? 'round' : 'found';
}
