// In: a CSS value, the variables that hold where it stands. Out: the value with var(--name, fallback)
// replaced.
// A variable that nobody defined and that has no fallback is left as it is: it says nothing.
import { closingOf } from '../colour/css-list.ts';

export type Variables = ReadonlyMap<string, string>;

/** A variable may refer to another one, so often at most. */
const DEEPEST = 8;

export function withVariables(value: string, variables: Variables, depth = 0): string {
  const at = value.indexOf('var(');
  if (at < 0 || depth > DEEPEST) return value;
  const end = closingOf(value, at + 3);
  const inner = value.slice(at + 4, end);
  const comma = inner.indexOf(',');
  const name = (comma < 0 ? inner : inner.slice(0, comma)).trim();
  const found = variables.get(name) ?? (comma < 0 ? undefined : inner.slice(comma + 1).trim());
  const rest = withVariables(value.slice(end + 1), variables, depth);
  const own = found === undefined ? value.slice(at, end + 1) : withVariables(found, variables, depth + 1);
  return value.slice(0, at) + own + rest;
}
