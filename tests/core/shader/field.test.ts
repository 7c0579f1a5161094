import { describe, expect, it } from 'vitest';
import {
  concat,
  gather,
  reshape,
  slice,
  split,
  squeeze,
  transpose,
  unsqueeze,
} from '../../../src/core/shader/arrange.ts';
import {
  given,
  listOf,
  numberOf,
  numbersIn,
  type Call,
  type Operator,
} from '../../../src/core/shader/call.ts';
import { createMaker, TIME } from '../../../src/core/shader/expression.ts';
import {
  axisOf,
  entries,
  entry,
  fieldOf,
  sizeOf,
  together,
  type Field,
} from '../../../src/core/shader/field.ts';
import type { Node, AxisSize } from '../../../src/core/shader/graph.ts';
import { conv, matMul } from '../../../src/core/shader/products.ts';

const maker = createMaker();
const field = (shape: readonly AxisSize[], ...values: number[]): Field => ({
  shape,
  items: values.map(maker.number),
});
const values = ({ items }: Field): number[] => items.map(({ value }) => value);
const call = (inputs: (Field | null)[], attributes: Node['attributes'] = {}, outputs = ['y']): Call => ({
  node: { type: 'x', inputs: [], outputs, attributes },
  inputs,
  maker,
});
const run = (operator: Operator, ...rest: Parameters<typeof call>): unknown[] =>
  operator(call(...rest)).map((made) => [made.shape, values(made)]);
const list = (...numbers: number[]): Field => field([numbers.length], ...numbers);
/** 1 2 3 / 4 5 6. */
const SIX = field([2, 3], 1, 2, 3, 4, 5, 6);

describe('fields', () => {
  it('are filled and read in row-major order; an axis of the picture counts as one', () => {
    const made = fieldOf([2, 'H', 3], ([a = 0, , c = 0]) => maker.number(10 * a + c));
    expect([values(made), entries([2, 'H', 3])]).toEqual([[0, 1, 2, 10, 11, 12], 6]);
    expect(entry(made, [1, 0, 2]).value).toBe(12);
    expect(entry(SIX, [7, 1, 2]).value).toBe(6);
    expect(entry(field([1, 3], 1, 2, 3), [5, 1]).value).toBe(2);
  });

  it('have together what ONNX broadcasts, from the right', () => {
    expect(together([[2, 3], [3]])).toEqual([2, 3]);
    expect(
      together([
        [1, 3],
        [2, 1],
      ]),
    ).toEqual([2, 3]);
    expect(together([['H'], [4, 1]])).toEqual([4, 'H']);
    expect(() => together([[2], [3]])).toThrow('an axis of 2 meets one of 3');
  });

  it('count axes from the end, and mix no pixels', () => {
    expect([axisOf(SIX, -1), sizeOf(SIX, 1)]).toEqual([1, 3]);
    expect(() => sizeOf(field(['H'], 1), 0)).toThrow(/pixels would be mixed/);
  });
});

describe('a call', () => {
  it('gives inputs, constants and attributes, or says what is missing', () => {
    const one = call([SIX, null, list(1, -2)], { axis: 1, perm: [1, 0] });
    expect(given(one, 0)).toBe(SIX);
    expect(() => given(one, 1)).toThrow('it has no input 1');
    expect([numbersIn(one, 2), numbersIn(one, 1)]).toEqual([[1, -2], null]);
    const late = call([{ shape: [1], items: [maker.input(TIME.studio, 0)] }]);
    expect(() => numbersIn(late, 0)).toThrow(/wanted constants/);
    expect([
      numberOf(one, 'axis', 0),
      numberOf(one, 'other', 7),
      listOf(one, 'perm'),
      listOf(one, 'other'),
    ]).toEqual([1, 7, [1, 0], null]);
    expect(() => numberOf(one, 'perm', 0)).toThrow(/is a list/);
    expect(() => listOf(one, 'axis')).toThrow(/is no list/);
  });
});

describe('entries in other places', () => {
  it('cut by start, end, axis and step, from the end as well', () => {
    expect(run(slice, [SIX, list(1), list(3), list(1)])).toEqual([
      [
        [2, 2],
        [2, 3, 5, 6],
      ],
    ]);
    expect(run(slice, [SIX, list(-1), list(-99), list(1), list(-1)])).toEqual([
      [
        [2, 3],
        [3, 2, 1, 6, 5, 4],
      ],
    ]);
  });

  it('split into as many as there are outputs, or as told', () => {
    expect(run(split, [SIX, null], { axis: 1 }, ['a', 'b'])).toEqual([
      [
        [2, 2],
        [1, 2, 4, 5],
      ],
      [
        [2, 1],
        [3, 6],
      ],
    ]);
    expect(run(split, [SIX, list(1, 1)], {}, ['a', 'b'])).toEqual([
      [
        [1, 3],
        [1, 2, 3],
      ],
      [
        [1, 3],
        [4, 5, 6],
      ],
    ]);
  });

  it('put together along one axis, where the others fit', () => {
    expect(run(concat, [SIX, field([2, 1], 7, 8)], { axis: 1 })).toEqual([
      [
        [2, 4],
        [1, 2, 3, 7, 4, 5, 6, 8],
      ],
    ]);
    expect(() => run(concat, [SIX, field([1, 1], 7)], { axis: 1 })).toThrow(/does not fit/);
  });

  it('picked by their places', () => {
    expect(run(gather, [SIX, list(2, -3)], { axis: 1 })).toEqual([
      [
        [2, 2],
        [3, 1, 6, 4],
      ],
    ]);
    expect(run(gather, [SIX, field([], 1)], { axis: 0 })).toEqual([[[3], [4, 5, 6]]]);
  });

  it('turned, reshaped, with more axes and fewer', () => {
    expect(run(transpose, [SIX])).toEqual([
      [
        [3, 2],
        [1, 4, 2, 5, 3, 6],
      ],
    ]);
    expect(run(reshape, [SIX, list(-1, 2)])).toEqual([
      [
        [3, 2],
        [1, 2, 3, 4, 5, 6],
      ],
    ]);
    expect(run(reshape, [SIX, list(0, 3)])).toEqual([
      [
        [2, 3],
        [1, 2, 3, 4, 5, 6],
      ],
    ]);
    expect(() => run(reshape, [SIX, list(4, 2)])).toThrow(/cannot become/);
    expect(run(unsqueeze, [list(1, 2), list(0, -1)])).toEqual([
      [
        [1, 2, 1],
        [1, 2],
      ],
    ]);
    expect(run(squeeze, [field([1, 2, 1], 1, 2)])).toEqual([[[2], [1, 2]]]);
    expect(run(squeeze, [field([1, 2, 1], 1, 2), list(0)])).toEqual([
      [
        [2, 1],
        [1, 2],
      ],
    ]);
  });
});

describe('products', () => {
  it('of matrices', () => {
    // [1 2 3; 4 5 6] · [1; 0; -1]
    expect(run(matMul, [SIX, field([3, 1], 1, 0, -1)])).toEqual([
      [
        [2, 1],
        [-2, -2],
      ],
    ]);
    expect(() => run(matMul, [SIX, SIX])).toThrow(/cannot be multiplied/);
  });

  it('of channels by a kernel of one pixel, with a bias', () => {
    const picture = field([1, 2, 'H', 'W'], 3, 4);
    const kernel = field([2, 2, 1, 1], 1, 2, 0, -1);
    expect(run(conv, [picture, kernel])).toEqual([
      [
        [1, 2, 'H', 'W'],
        [11, -4],
      ],
    ]);
    expect(run(conv, [picture, kernel, list(100, 200)])).toEqual([
      [
        [1, 2, 'H', 'W'],
        [111, 196],
      ],
    ]);
    expect(() => run(conv, [picture, field([1, 2, 3, 3], ...Array<number>(18).fill(0))])).toThrow(
      /pixels would be mixed/,
    );
    expect(() => run(conv, [picture, kernel], { pads: [1, 1, 1, 1] })).toThrow(/strides or pads/);
  });
});
