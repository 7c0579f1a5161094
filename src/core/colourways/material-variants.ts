// In: groups of parts, known materials. Out: others for some of them, as the same product is also made.
import type { ColourGroup } from './groups.ts';
import type { Finish } from '../part-choice.ts';

export interface Stuffed {
  material?: string;
  finish?: Finish;
}

const HARDWARE: readonly Stuffed[] = [
  { material: 'brushed_metal' },
  { material: 'polished_metal' },
  { material: 'brushed_metal', finish: 'matte' },
];
const SHELLS: readonly Stuffed[] = [
  { material: 'matte_plastic' },
  { material: 'satin_plastic' },
  { material: 'glossy_plastic' },
  { material: 'brushed_metal' },
];

const CLOTHS: readonly Stuffed[] = [
  { material: 'fabric' },
  { material: 'knit' },
  { material: 'leather' },
  { material: 'suede' },
];

/** What a part of this material is made of in other editions of the same product. */
const EDITIONS: Readonly<Record<string, readonly Stuffed[]>> = {
  satin_plastic: SHELLS,
  matte_plastic: SHELLS,
  glossy_plastic: [
    { material: 'glossy_plastic' },
    { material: 'satin_plastic' },
    { material: 'matte_plastic' },
    { material: 'glossy_plastic', finish: 'matte' },
  ],
  ceramic: [
    { material: 'ceramic' },
    { material: 'ceramic', finish: 'matte' },
    { material: 'ceramic', finish: 'satin' },
    { material: 'concrete' },
  ],
  fabric: CLOTHS,
  knit: CLOTHS,
  mesh: CLOTHS,
  leather: [
    { material: 'leather' },
    { material: 'leather', finish: 'gloss' },
    { material: 'suede' },
    { material: 'fabric' },
  ],
  suede: [{ material: 'suede' }, { material: 'leather' }, { material: 'fabric' }],
  wood: [{ material: 'wood' }, { material: 'wood', finish: 'gloss' }, { material: 'wood', finish: 'matte' }],
  brushed_metal: HARDWARE,
  polished_metal: HARDWARE,
  chrome: HARDWARE,
  gold: HARDWARE,
  copper: HARDWARE,
  glass: [{ material: 'glass' }, { material: 'tinted_glass' }, { material: 'glass', finish: 'matte' }],
  tinted_glass: [{ material: 'tinted_glass' }, { material: 'glass', finish: 'matte' }],
  plaster: [{ material: 'plaster' }, { material: 'concrete' }],
  concrete: [{ material: 'concrete' }, { material: 'plaster' }, { material: 'marble' }],
  marble: [{ material: 'marble' }, { material: 'concrete' }],
};

/**
 * One material by chance for each kind there is, so that what was alike stays alike: of those that the
 * generator leaves open, where it does, otherwise of its editions. Null: as it is.
 */
export function stuffs(
  groups: readonly ColourGroup[],
  known: readonly { id: string }[],
  draw: () => number,
): (Stuffed | null)[] {
  const drawn = new Map<string, Stuffed | null>();
  return groups.map(({ material, stuff, open }) => {
    if (stuff === 'fixed' || stuff === 'rubber') return null;
    const before = drawn.get(material);
    if (before !== undefined) return before;
    const wide = open.length > 1 ? open.map((id): Stuffed => ({ material: id })) : EDITIONS[material];
    const editions = (wide ?? []).filter((edition) => known.some(({ id }) => id === edition.material));
    const chosen = editions[Math.floor(draw() * editions.length)] ?? null;
    drawn.set(material, chosen);
    return chosen;
  });
}
