// What is kept under names in; an id and a name that no other has, and whether two are alike, out. No DOM.
import { MOST_OWN_NAME } from '../schemas/values.ts';
import { randomSeed } from './seeds.ts';

/** One that nothing else has, of two people in one file either: small letters and digits. */
export const newId = (): string => (Date.now().toString(36) + randomSeed().toString(36)).slice(0, 20);

/** Two of one name could not be told apart. `own`: the id that may keep it. */
export function freeName(
  name: string,
  all: readonly { id: string; name: string }[],
  own: string | null,
): string {
  const taken = new Set(all.filter(({ id }) => id !== own).map((one) => one.name));
  let found = name;
  for (let n = 2; taken.has(found); n++) found = `${name.slice(0, MOST_OWN_NAME - 4)} ${n}`;
  return found;
}

/** Values only, in whichever order they stand. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isAlike(one[key], other[key]));
}
