// What layers of ours show, and what stands beside them, in; what they are to be called out.
import { numbered } from '../../naming.ts';
import type { MapKind } from '../../protocol/placing.ts';
import { mapName, pictureName, shadowName } from '../../words.ts';

export interface Naming {
  /** Name of the drawing. */
  drawing: string;
  /** From 1, where several are placed at once. */
  number?: number | undefined;
  /** Instead of the usual name; {n}: the first number that is free among its neighbours. */
  name?: string | undefined;
  /** It is no picture, but a map of the surface. */
  map?: MapKind | undefined;
}

/** `own`: the picture's layer, and its shadow's where that stands. Both bear one number, free for both. */
export function titlesOf(
  host: { readonly children: readonly Pick<SceneNode, 'id' | 'name'>[] },
  own: readonly Pick<SceneNode, 'id'>[],
  { drawing, number, name, map, hasShadow }: Naming & { hasShadow: boolean },
): { picture: string; shadow: string } {
  const ids = new Set(own.map(({ id }) => id));
  const taken = new Set(host.children.filter(({ id }) => !ids.has(id)).map((one) => one.name));
  const usual = map ? mapName(drawing, map) : pictureName(drawing, number);
  if (name === undefined) return { picture: usual, shadow: shadowName(drawing, number) };
  const isTaken = (one: string): boolean => taken.has(one) || (hasShadow && taken.has(shadowName(one)));
  const picture = numbered(map ? mapName(name, map) : name, isTaken);
  return { picture, shadow: shadowName(picture) };
}
