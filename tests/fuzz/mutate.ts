// A right value in → an arbitrary that gives it with something wrong: a part replaced, left out, added or of
// another type.
import * as fc from 'fast-check';

const rubbish = fc.oneof(
  fc.anything({
    withTypedArray: true,
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    maxDepth: 2,
  }),
  fc.constantFrom<unknown>(
    NaN,
    -1,
    1.5,
    2 ** 53,
    Infinity,
    '',
    'x'.repeat(5000),
    [],
    {},
    null,
    undefined,
    true,
  ),
);

/** Every way to a part of the value, the value itself first. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

type Change = readonly [how: 'put' | 'drop' | 'add', value: unknown, key: string];

function changed(value: unknown, path: readonly string[], change: Change): unknown {
  const [key, ...rest] = path;
  const [how, put, extra] = change;
  if (key === undefined) {
    const isObject = value !== null && typeof value === 'object' && !ArrayBuffer.isView(value);
    return how === 'add' && isObject ? { ...value, [extra]: put } : put;
  }
  const parts = value as Record<string, unknown>;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...parts };
  if (how === 'drop' && rest.length === 0) delete copy[key];
  else copy[key] = changed(parts[key], rest, change);
  return copy;
}

export function mutated(values: readonly unknown[]): fc.Arbitrary<unknown> {
  const one = fc.constantFrom(...values.flatMap((value) => pathsOf(value).map((path) => ({ value, path }))));
  const change = fc.tuple(
    fc.constantFrom<Change[0]>('put', 'put', 'drop', 'add'),
    rubbish,
    fc.constantFrom('extra', '__proto__', 'constructor', 'toString'),
  );
  return fc.tuple(one, change).map(([{ value, path }, how]) => changed(value, path, how));
}
