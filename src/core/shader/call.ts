// In: one node of a graph with the fields that go into it. Out: its inputs and attributes, as operators ask
// for them.
import type { Maker } from './expression.ts';
import type { Field } from './field.ts';
import type { Node, Numbers } from './graph.ts';

export interface Call {
  node: Node;
  /** Null: left out. */
  inputs: readonly (Field | null)[];
  maker: Maker;
}

export type Operator = (call: Call) => Field[];

export function given({ inputs }: Call, place: number): Field {
  const field = inputs[place];
  if (field) return field;
  throw new Error(`it has no input ${place}`);
}

/** Whole numbers that are known always, such as axes; null where they are left out. */
export function numbersIn({ inputs }: Call, place: number): number[] | null {
  const field = inputs[place];
  if (!field) return null;
  return field.items.map(({ type, time, value }) => {
    if (type === null && time === 0) return value;
    throw new Error(`its input ${place} hangs on what goes into the graph, wanted constants`);
  });
}

export function numberOf({ node }: Call, name: string, usual: number): number {
  const value = node.attributes[name] ?? usual;
  if (typeof value === 'number') return value;
  throw new Error(`its "${name}" is a list, wanted a number`);
}

export function listOf({ node }: Call, name: string): readonly number[] | null {
  const value = node.attributes[name];
  if (value === undefined) return null;
  if (isList(value)) return value;
  throw new Error(`its "${name}" is no list`);
}

function isList(value: number | readonly number[] | Numbers): value is readonly number[] {
  return Array.isArray(value);
}
