// Parts and one of them in, those that are like it out: of its colour, its material, its name; by their keys.
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

/** Layers are called "leg", "leg 2", "Leg-3". */
function valueOf(part: PartSeen, by: Likeness): string {
  return by === 'name'
    ? part.name
        .toLowerCase()
        .replace(/[\s_-]*\d+$/, '')
        .trim()
    : part[by];
}
