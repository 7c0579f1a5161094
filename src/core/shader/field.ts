// In: shapes and entries. Out: fields of expressions: tensors of one pixel, entry by entry, whose axes of the
// picture have names. Broadcasting as in ONNX (Broadcasting.md), from the right.
import type { Expression } from './expression.ts';
import type { AxisSize } from './graph.ts';

/** Entries in row-major order; an axis of the picture counts as one. */
export interface Field {
  shape: readonly AxisSize[];
  items: readonly Expression[];
}

const count = (size: AxisSize): number => (typeof size === 'string' ? 1 : size);

/** Every entry of a new field, asked for by its indices. */
export function fieldOf(shape: readonly AxisSize[], at: (indices: readonly number[]) => Expression): Field {
  const total = entries(shape);
  const items: Expression[] = [];
  for (let k = 0; k < total; k++) {
    const indices: number[] = [];
    for (let axis = shape.length - 1, rest = k; axis >= 0; axis--) {
      const size = count(shape[axis]!);
      indices[axis] = rest % size;
      rest = Math.floor(rest / size);
    }
    items.push(at(indices));
  }
  return { shape, items };
}

export function entries(shape: readonly AxisSize[]): number {
  return shape.reduce<number>((product, size) => product * count(size), 1);
}

/** More indices than axes: those on the right count. An axis of one entry has the same everywhere. */
export function entry({ shape, items }: Field, indices: readonly number[]): Expression {
  const skipped = indices.length - shape.length;
  let at = 0;
  shape.forEach((size, axis) => {
    const index = count(size) === 1 ? 0 : indices[axis + skipped]!;
    at = at * count(size) + index;
  });
  return items[at]!;
}

/** An axis that a shape does not have is one of 1. */
const sizeAt = (shape: readonly AxisSize[], axis: number): AxisSize => (axis < 0 ? 1 : shape[axis]!);

/** The shape that several have together. Throws where two axes do not fit. */
export function together(shapes: readonly (readonly AxisSize[])[]): AxisSize[] {
  const rank = Math.max(0, ...shapes.map(({ length }) => length));
  return Array.from({ length: rank }, (_, axis) => {
    const sizes = shapes
      .map((shape) => sizeAt(shape, axis - rank + shape.length))
      .filter((size) => size !== 1);
    const size = sizes.at(0) ?? 1;
    const other = sizes.find((one) => one !== size);
    if (other !== undefined) throw new Error(`an axis of ${size} meets one of ${other}`);
    return size;
  });
}

/** A place from the end, as ONNX has it, as one from the start. */
export function axisOf({ shape }: Pick<Field, 'shape'>, axis: number): number {
  return axis < 0 ? axis + shape.length : axis;
}

/** How many entries an axis has. Throws for one of the picture: pixels would be mixed. */
export function sizeOf({ shape }: Pick<Field, 'shape'>, axis: number): number {
  const size = shape[axis];
  if (typeof size === 'number') return size;
  throw new Error(`axis ${axis} of [${shape.join(', ')}] is no axis of numbers: pixels would be mixed`);
}
