// Parts and one of them in, those that are like it out: of its colour, its material, its name; by their keys.
import { PANEL } from '../words.ts';
import type { PartSeen } from '../core/parts-seen.ts';

export const LIKENESSES = ['colour', 'material', 'name'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** At least itself. What has no name is like nothing by name. */
export function partsLike(parts: readonly PartSeen[], one: PartSeen, by: Likeness): string[] {
  const wanted = valueOf(one, by);
  return parts
    .filter((part) => part === one || (wanted !== '' && valueOf(part, by) === wanted))
    .map(({ key }) => key);
}

/** A part and what it is called in lists: one without a name goes by its place. */
export interface Called extends PartSeen {
  text: string;
}

/** Those whose names have all the words that were typed; all of them for none. */
export function partsCalled(parts: readonly PartSeen[], typed: string): Called[] {
  const words = typed.toLowerCase().split(/\s+/);
  return parts
    .map((part, index) => ({ ...part, text: part.name || PANEL.partNumber(index) }))
    .filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
}

/** Layers are called "leg", "leg 2", "Leg-3". */
function valueOf(part: PartSeen, by: Likeness): string {
  return by === 'name'
    ? part.name
        .toLowerCase()
        .replace(/[\s_-]*\d+$/, '')
        .trim()
    : part[by];
}
