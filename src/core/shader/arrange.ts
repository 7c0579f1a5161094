// In: fields. Out: the same entries in other places: cut, put together, reshaped, turned. Nothing is
// computed, and nothing is taken along an axis of the picture.
import { given, listOf, numberOf, numbersIn, type Call } from './call.ts';
import { axisOf, entries, entry, fieldOf, sizeOf, type Field } from './field.ts';
import type { AxisSize } from './graph.ts';

const replaced = <T>(list: readonly T[], at: number, ...by: T[]): T[] => [
  ...list.slice(0, at),
  ...by,
  ...list.slice(at + 1),
];

/** Entries from, and by steps, along one axis. */
function along(field: Field, axis: number, size: number, place: (k: number) => number): Field {
  return fieldOf(replaced(field.shape, axis, size), (indices) =>
    entry(field, replaced(indices, axis, place(indices[axis]!))),
  );
}

export function slice(call: Call): Field[] {
  const starts = numbersIn(call, 1) ?? [];
  const ends = numbersIn(call, 2) ?? [];
  const axes = numbersIn(call, 3) ?? starts.map((_, k) => k);
  const steps = numbersIn(call, 4);
  let field = given(call, 0);
  axes.forEach((named, k) => {
    const axis = axisOf(field, named);
    const size = sizeOf(field, axis);
    const step = steps ? steps[k]! : 1;
    const [least, most] = step > 0 ? [0, size] : [-1, size - 1];
    const within = (at: number): number => Math.min(most, Math.max(least, at < 0 ? at + size : at));
    // From the end backwards, an end before the first entry is written as a very small number.
    const [from, to] = [within(starts[k]!), within(ends[k]!)];
    field = along(field, axis, Math.max(0, Math.ceil((to - from) / step)), (at) => from + at * step);
  });
  return [field];
}

export function split(call: Call): Field[] {
  const field = given(call, 0);
  const axis = axisOf(field, numberOf(call, 'axis', 0));
  const size = sizeOf(field, axis);
  const parts = call.node.outputs.length;
  const each = Math.ceil(size / parts);
  const sizes =
    numbersIn(call, 1) ?? call.node.outputs.map((_, k) => Math.min(each, Math.max(0, size - k * each)));
  let from = 0;
  return sizes.map((long) => {
    const start = from;
    from += long;
    return along(field, axis, long, (at) => start + at);
  });
}

export function concat(call: Call): Field[] {
  const fields = call.inputs.map((_, k) => given(call, k));
  const first = given(call, 0);
  const axis = axisOf(first, numberOf(call, 'axis', 0));
  const owner = fields.flatMap((field) =>
    Array.from({ length: sizeOf(field, axis) }, (_, at) => ({ field, at })),
  );
  const rest = (field: Field): string => replaced(field.shape, axis, 0).join(', ');
  for (const field of fields)
    if (rest(field) !== rest(first))
      throw new Error(`[${field.shape.join(', ')}] does not fit to [${first.shape.join(', ')}]`);
  return [
    fieldOf(replaced(first.shape, axis, owner.length), (indices) => {
      const { field, at } = owner[indices[axis]!]!;
      return entry(field, replaced(indices, axis, at));
    }),
  ];
}

export function gather(call: Call): Field[] {
  const field = given(call, 0);
  const axis = axisOf(field, numberOf(call, 'axis', 0));
  const size = sizeOf(field, axis);
  const places = numbersIn(call, 1) ?? [];
  const { shape } = given(call, 1);
  const picked = along(field, axis, places.length, (k) => {
    const at = places[k]!;
    return at < 0 ? at + size : at;
  });
  return [{ shape: replaced(field.shape, axis, ...shape), items: picked.items }];
}

export function transpose(call: Call): Field[] {
  const field = given(call, 0);
  const order = listOf(call, 'perm') ?? field.shape.map((_, axis) => field.shape.length - 1 - axis);
  return [
    fieldOf(
      order.map((axis) => field.shape[axis]!),
      (indices) => entry(field, field.shape.map((_, axis) => indices[order.indexOf(axis)]!)), // prettier-ignore
    ),
  ];
}

export function reshape(call: Call): Field[] {
  const field = given(call, 0);
  const sizes = field.shape.map((_, axis) => sizeOf(field, axis));
  const asked = (numbersIn(call, 1) ?? []).map((size, axis) => (size === 0 ? sizes[axis]! : size));
  const known = asked.reduce((product, size) => (size < 0 ? product : product * size), 1);
  const shape = asked.map((size) => (size < 0 ? field.items.length / known : size));
  if (entries(shape) !== field.items.length)
    throw new Error(`[${sizes.join(', ')}] cannot become [${asked.join(', ')}]`);
  return [{ shape, items: field.items }];
}

export function unsqueeze(call: Call): Field[] {
  const { shape, items } = given(call, 0);
  const axes = numbersIn(call, 1) ?? [];
  const rank = shape.length + axes.length;
  const added = new Set(axes.map((axis) => (axis < 0 ? axis + rank : axis)));
  const left = [...shape];
  return [{ shape: Array.from({ length: rank }, (_, axis) => (added.has(axis) ? 1 : (left.shift() ?? 1))), items }]; // prettier-ignore
}

export function squeeze(call: Call): Field[] {
  const field = given(call, 0);
  const axes = numbersIn(call, 1)?.map((axis) => axisOf(field, axis));
  const gone = (size: AxisSize, axis: number): boolean => (axes ? axes.includes(axis) : size === 1);
  return [{ shape: field.shape.filter((size, axis) => !gone(size, axis)), items: field.items }];
}
