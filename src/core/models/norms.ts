// In: an ONNX file. Out: the same with batch norms by the statistics of the picture itself, one picture a
// time, in place of those by other statistics: InstanceNormalization takes the same inputs but the last two
// (onnx/docs/Operators.md).
import { BYTES, copied, field, joined, walk } from './message.ts';

const GRAPH = 7;
const NODE = 1;
const INPUT = 1;
const OUTPUT = 2;
const OPERATOR = 4;
const ATTRIBUTE = 5;
/** Scale and shift come first, then mean and variance. */
const INPUTS_KEPT = 3;
/** The opset in which training became an attribute; before it further outputs told it. */
const SINCE_MODE = 14;

const OWN = Uint8Array.from('InstanceNormalization', (letter) => letter.charCodeAt(0));

/** A batch norm, as far as it tells what its statistics are. */
export interface Norm {
  inputs: string[];
  outputs: number;
  mode: boolean;
}

/**
 * `training`: one goes by the picture, and changes from run to run. `untouched`: all hold mean 0 and variance
 * 1, as before training. null: neither.
 */
export type Statistics = 'training' | 'untouched' | null;

/** `plain`: names of weights that are one number everywhere, and which. */
export function statisticsOf(
  norms: readonly Norm[],
  plain: ReadonlyMap<string, number>,
  opset: number,
): Statistics {
  if (norms.some((norm) => trains(norm, opset))) return 'training';
  const untouched = ({ inputs: [, , , mean = '', variance = ''] }: Norm): boolean =>
    plain.get(mean) === 0 && plain.get(variance) === 1;
  return norms.length > 0 && norms.every(untouched) ? 'untouched' : null;
}

/** 0 or 1 where it is the only one of these numbers. */
export function onlyNumber(numbers: Float32Array): number | null {
  const first = numbers[0];
  return (first === 0 || first === 1) && numbers.every((other) => other === first) ? first : null;
}

const trains = (norm: Norm, opset: number): boolean => (opset >= SINCE_MODE ? norm.mode : norm.outputs > 1);

/**
 * `which`: all of them, or those in training mode, whose statistics drift from run to run in ONNX Runtime.
 */
export function withOwnNorms(onnx: Uint8Array, opset: number, which: 'all' | 'training'): Uint8Array {
  const node = (from: number, to: number): Uint8Array[] => {
    const norm = normAt(onnx, from, to);
    if (!norm || (which === 'training' && !trains(norm, opset))) return [onnx.subarray(from, to)];
    return rewritten(onnx, from, to);
  };
  const graph = (start: number, end: number): Uint8Array[] => copied({ bytes: onnx, start, end }, NODE, node);
  return joined(copied({ bytes: onnx, start: 0, end: onnx.length }, GRAPH, graph));
}

function normAt(bytes: Uint8Array, start: number, end: number): Norm | null {
  const norm: Norm = { inputs: [], outputs: 0, mode: false };
  let operator = '';
  walk(bytes, start, end, ({ tag, value, to }, pbf) => {
    if (tag === INPUT) norm.inputs.push(pbf.readString());
    else if (tag === OUTPUT) norm.outputs += pbf.readString() === '' ? 0 : 1;
    else if (tag === OPERATOR) operator = pbf.readString();
    else if (tag === ATTRIBUTE) norm.mode ||= isMode(bytes, value, to);
  });
  return operator === 'BatchNormalization' ? norm : null;
}

function isMode(bytes: Uint8Array, start: number, end: number): boolean {
  let [name, number] = ['', 0];
  walk(bytes, start, end, ({ tag }, pbf) => {
    if (tag === 1) name = pbf.readString();
    else if (tag === 3) number = pbf.readVarint();
  });
  return name === 'training_mode' && number === 1;
}

function rewritten(bytes: Uint8Array, start: number, end: number): Uint8Array[] {
  const out: Uint8Array[] = field(OPERATOR, [OWN]);
  let [inputs, outputs] = [0, 0];
  walk(bytes, start, end, ({ tag, wire, from, value, to }) => {
    const kept =
      (tag === INPUT && inputs++ < INPUTS_KEPT) ||
      (tag === OUTPUT && outputs++ < 1) ||
      (tag === ATTRIBUTE && wire === BYTES && named(bytes, value, to) === 'epsilon') ||
      ![INPUT, OUTPUT, OPERATOR, ATTRIBUTE].includes(tag);
    if (kept) out.push(bytes.subarray(from, to));
  });
  return out;
}

function named(bytes: Uint8Array, start: number, end: number): string {
  let name = '';
  walk(bytes, start, end, ({ tag }, pbf) => {
    if (tag === 1) name = pbf.readString();
  });
  return name;
}
