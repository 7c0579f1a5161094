// In: fields and matrices. Out: their products, entry by entry, along channels.
// Operators, attributes and defaults: onnx/docs/Operators.md (ONNX project), opset 17.
import { given, listOf, numberOf, type Operator } from './call.ts';
import type { Expression, Maker } from './expression.ts';
import { entry, fieldOf, sizeOf, together } from './field.ts';

export const sum = (maker: Maker, items: readonly Expression[]): Expression =>
  items.reduce((a, b) => maker.apply('add', a, b));

/** 1 × 1, which looks at one pixel alone: a product with a matrix. */
export const conv: Operator = (call) => {
  const [field, weights] = [given(call, 0), given(call, 1)];
  const [out, inside, ...kernel] = weights.shape;
  if (out === undefined || inside === undefined)
    throw new Error(`its kernel is [${weights.shape.join(', ')}], wanted two axes or more`);
  if (kernel.some((side) => side !== 1) || numberOf(call, 'group', 1) !== 1)
    throw new Error(
      `its kernel is [${weights.shape.join(', ')}], wanted 1 × 1 in one group: pixels would be mixed`,
    );
  if (listOf(call, 'strides')?.some((step) => step !== 1) || listOf(call, 'pads')?.some((pad) => pad !== 0))
    throw new Error('it strides or pads: pixels would be mixed');
  if (sizeOf(field, 1) !== inside) throw new Error(`it wants ${inside} channels, is given ${field.shape[1]}`);
  const [batch, picture] = [field.shape[0]!, field.shape.slice(2)];
  const bias = call.inputs[2];
  return [
    fieldOf([batch, out, ...picture], (indices) => {
      const [n, o] = [indices[0]!, indices[1]!];
      const still = picture.map(() => 0);
      const products = Array.from({ length: sizeOf(field, 1) }, (_, i) =>
        call.maker.apply('mul', entry(field, [n, i, ...still]), entry(weights, [o, i, ...still])),
      );
      return sum(call.maker, bias ? [...products, entry(bias, [o])] : products);
    }),
  ];
};

export const matMul: Operator = (call) => {
  const [a, b] = [given(call, 0), given(call, 1)];
  const depth = sizeOf(a, a.shape.length - 1);
  if (a.shape.length < 2 || b.shape.length < 2 || sizeOf(b, b.shape.length - 2) !== depth)
    throw new Error(`[${a.shape.join(', ')}] cannot be multiplied by [${b.shape.join(', ')}]`);
  const shape = [...together([a.shape.slice(0, -2), b.shape.slice(0, -2)]), a.shape.at(-2)!, b.shape.at(-1)!];
  return [
    fieldOf(shape, (indices) => {
      const lead = indices.slice(0, -2);
      const [row, column] = [indices.at(-2)!, indices.at(-1)!];
      const products = Array.from({ length: depth }, (_, k) =>
        call.maker.apply('mul', entry(a, [...lead, row, k]), entry(b, [...lead, k, column])),
      );
      return sum(call.maker, products);
    }),
  ];
};
