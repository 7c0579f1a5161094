// In: expressions that hang on the light set-up alone. Out: a function from the set-up to their values, in
// float32, computed one after the other as the graph would.
import type { Tensor } from '../engine.ts';
import { topologicalOrder, SCALARS, TIME, type Expression } from './expression.ts';

/** `inputs`: which number of which tensor each of the expressions' inputs is. */
export function evaluator(
  wanted: readonly Expression[],
  inputs: readonly { tensor: string; at: number }[],
): (tensors: Readonly<Record<string, Tensor>>) => Float32Array {
  const steps = topologicalOrder(wanted, () => false);
  const slots = new Map(steps.map((one, k) => [one, k]));
  const values = new Float32Array(steps.length);
  return (tensors) => {
    steps.forEach(({ type, time, args, value }, k) => {
      if (type !== null)
        values[k] = SCALARS[type].compute(...args.map((arg) => values[slots.get(arg) ?? -1] ?? NaN)); // prettier-ignore
      else values[k] = time === TIME.always ? value : given(tensors, inputs[value]);
    });
    const vectors = new Float32Array(4 * Math.max(1, Math.ceil(wanted.length / 4)));
    wanted.forEach((one, k) => (vectors[k] = values[slots.get(one) ?? -1] ?? NaN));
    return vectors;
  };
}

function given(
  tensors: Readonly<Record<string, Tensor>>,
  input: { tensor: string; at: number } | undefined,
): number {
  const value = input && tensors[input.tensor]?.data[input.at];
  if (value === undefined) throw new Error(`the light wants number ${input?.at} of "${input?.tensor}"`);
  return value;
}
