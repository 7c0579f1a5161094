// In: an ONNX operator's name. Out: how it makes its outputs from its inputs, entry by entry.
// Operators, attributes and defaults: onnx/docs/Operators.md (ONNX project), opset 17.
import { concat, gather, reshape, slice, split, squeeze, transpose, unsqueeze } from './arrange.ts';
import { given, listOf, numberOf, numbersIn, type Operator } from './call.ts';
import type { Expression, Maker, ScalarType } from './expression.ts';
import { axisOf, entry, fieldOf, sizeOf, together, type Field } from './field.ts';
import type { Numbers } from './graph.ts';
import { conv, matMul, sum } from './products.ts';

type Each = (maker: Maker, args: readonly Expression[]) => Expression;

/** Broadcast to one shape, then entry by entry; inputs that are left out are left out. */
const each =
  (work: Each): Operator =>
  (call) => {
    const fields = call.inputs.filter((field) => field !== null);
    const shape = together(fields.map((field) => field.shape));
    return [fieldOf(shape, (at) => work(call.maker, fields.map((field) => entry(field, at))))]; // prettier-ignore
  };

const plain = (type: ScalarType): Operator => each((maker, args) => maker.apply(type, ...args));

/** Any number of inputs, two by two. */
const folded = (type: ScalarType): Operator =>
  each((maker, args) => args.reduce((a, b) => maker.apply(type, a, b)));

const turned = (type: ScalarType): Operator =>
  each((maker, args) => maker.apply(type, ...[...args].reverse()));

/** Small whole powers are products: GLSL's pow knows no base below 0. */
const power: Each = (maker, [base, exponent]) => {
  if (!base || !exponent) throw new Error('it wants two inputs');
  const { time, value } = exponent;
  if (time !== 0 || ![1, 2, 3, 4].includes(value)) return maker.apply('pow', base, exponent);
  return Array.from({ length: value }, () => base).reduce((a, b) => maker.apply('mul', a, b));
};

/** Along axes that are given, or all. */
const reduced =
  (work: (maker: Maker, items: readonly Expression[]) => Expression): Operator =>
  (call) => {
    const field = given(call, 0);
    const asked = numbersIn(call, 1) ?? listOf(call, 'axes') ?? field.shape.map((_, axis) => axis);
    const axes = asked.map((axis) => axisOf(field, axis));
    const sizes = axes.map((axis) => sizeOf(field, axis));
    const kept = fieldOf(
      field.shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
      (indices) => {
        const within = fieldOf(sizes, (inner) => {
          const at = [...indices];
          axes.forEach((axis, k) => (at[axis] = inner[k]!));
          return entry(field, at);
        });
        return work(call.maker, within.items);
      },
    );
    if (numberOf(call, 'keepdims', 1) === 1) return [kept];
    return [{ shape: kept.shape.filter((_, axis) => !axes.includes(axis)), items: kept.items }];
  };

const reduce = (type: ScalarType): Operator =>
  reduced((maker, items) => items.reduce((a, b) => maker.apply(type, a, b)));

const constant: Operator = (call) => {
  const { value, value_float: single } = call.node.attributes;
  const { shape, data } = typeof single === 'number' ? { shape: [], data: [single] } : (value as Numbers);
  return [{ shape, items: data.map((one) => call.maker.number(one)) }];
};

const clip: Operator = (call) => {
  const [field, least, most] = call.inputs;
  const limit = (type: 'min' | 'max', bound: Field | null | undefined, inner: Field): Field =>
    bound ? plain(type)({ ...call, inputs: [inner, bound] })[0]! : inner;
  if (!field) throw new Error('it has no input 0');
  return [limit('min', most, limit('max', least, field))];
};

export const OPERATORS: Readonly<Record<string, Operator>> = {
  Add: plain('add'),
  Sub: plain('sub'),
  Mul: plain('mul'),
  Div: plain('div'),
  Pow: each(power),
  Min: folded('min'),
  Max: folded('max'),
  Sum: folded('add'),
  Neg: plain('neg'),
  Abs: plain('abs'),
  Sign: plain('sign'),
  Sqrt: plain('sqrt'),
  Floor: plain('floor'),
  Ceil: plain('ceil'),
  Exp: plain('exp'),
  Log: plain('log'),
  Sin: plain('sin'),
  Cos: plain('cos'),
  Atan: plain('atan'),
  Tanh: plain('tanh'),
  Reciprocal: each((maker, args) => maker.apply('div', maker.number(1), ...args)),
  Relu: each((maker, args) => maker.apply('max', ...args, maker.number(0))),
  Sigmoid: each(
    (maker, args) =>
    maker.apply('div', maker.number(1), maker.apply('add', maker.number(1), maker.apply('exp', maker.apply('neg', ...args)))), // prettier-ignore
  ),
  Less: plain('less'),
  LessOrEqual: plain('lessOrEqual'),
  Greater: turned('less'),
  GreaterOrEqual: turned('lessOrEqual'),
  Equal: plain('equal'),
  And: plain('mul'),
  Or: plain('max'),
  Not: each((maker, args) => maker.apply('sub', maker.number(1), ...args)),
  Where: plain('where'),
  Identity: (call) => [given(call, 0)],
  Constant: constant,
  Clip: clip,
  Conv: conv,
  MatMul: matMul,
  ReduceSum: reduce('add'),
  ReduceProd: reduce('mul'),
  ReduceMin: reduce('min'),
  ReduceMax: reduce('max'),
  ReduceMean: reduced((maker, items) => maker.apply('div', sum(maker, items), maker.number(items.length))),
  ReduceL2: reduced((maker, items) => maker.apply('sqrt', sum(maker, items.map((one) => maker.apply('mul', one, one))))), // prettier-ignore
  Slice: slice,
  Split: split,
  Concat: concat,
  Gather: gather,
  Transpose: transpose,
  Reshape: reshape,
  Unsqueeze: unsqueeze,
  Squeeze: squeeze,
};
