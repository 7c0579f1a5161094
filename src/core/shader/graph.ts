// In: the bytes of an ONNX file of ours. Out: its graph: nodes in order, constants, and what goes in and out.
// Field numbers: onnx/onnx.proto (ONNX project), message by message.
import type Pbf from 'pbf';
import { BYTES, walk } from '../models/message.ts';

/** A number of entries; a name where the axis is free: an axis of the picture. */
export type AxisSize = number | string;

/** Whole numbers and truths are numbers here, too. Entries lie in row-major order. */
export interface Numbers {
  shape: readonly number[];
  data: readonly number[];
}

export interface Node {
  /** The operator, as ONNX calls it. */
  type: string;
  /** Names of values; '' where an optional one is left out. */
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: Readonly<Record<string, number | readonly number[] | Numbers>>;
}

export interface GraphPort {
  name: string;
  shape: readonly AxisSize[];
}

export interface Graph {
  nodes: readonly Node[];
  constants: ReadonlyMap<string, Numbers>;
  inputs: readonly GraphPort[];
  outputs: readonly GraphPort[];
}

/** TensorProto.DataType, and how its raw bytes read. */
const READ: Record<number, (raw: ArrayBuffer) => number[]> = {
  1: (raw) => [...new Float32Array(raw)],
  6: (raw) => [...new Int32Array(raw)],
  7: (raw) => [...new BigInt64Array(raw)].map(Number),
  9: (raw) => [...new Uint8Array(raw)],
};

/** Throws where it holds what no light graph needs. */
export function readShaderGraph(onnx: Uint8Array): Graph {
  const nodes: Node[] = [];
  const constants = new Map<string, Numbers>();
  const [inputs, outputs]: [GraphPort[], GraphPort[]] = [[], []];
  walk(onnx, 0, onnx.length, ({ tag, value, to }) => {
    if (tag !== 7) return;
    walk(onnx, value, to, (field) => {
      if (field.tag === 1) nodes.push(readNode(onnx, field.value, field.to));
      else if (field.tag === 5) {
        const { name, ...numbers } = readTensor(onnx, field.value, field.to);
        constants.set(name, numbers);
      } else if (field.tag === 11) inputs.push(readPort(onnx, field.value, field.to));
      else if (field.tag === 12) outputs.push(readPort(onnx, field.value, field.to));
    });
  });
  return { nodes, constants, inputs: inputs.filter(({ name }) => !constants.has(name)), outputs };
}

function readNode(onnx: Uint8Array, start: number, end: number): Node {
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes: Record<string, number | number[] | Numbers> = {};
  let type = '';
  walk(onnx, start, end, ({ tag, value, to }, pbf) => {
    if (tag === 1) inputs.push(pbf.readString());
    else if (tag === 2) outputs.push(pbf.readString());
    else if (tag === 4) type = pbf.readString();
    else if (tag === 5) readAttribute(onnx, value, to, attributes);
  });
  return { type, inputs, outputs, attributes };
}

function readAttribute(
  onnx: Uint8Array,
  start: number,
  end: number,
  into: Record<string, number | number[] | Numbers>,
): void {
  let name = '';
  let found: number | number[] | Numbers | null = null;
  const list: number[] = [];
  walk(onnx, start, end, ({ tag, wire, value, to }, pbf) => {
    if (tag === 1) name = pbf.readString();
    else if (tag === 2) found = pbf.readFloat();
    else if (tag === 3) found = pbf.readVarint(true);
    else if (tag === 5) found = readTensor(onnx, value, to);
    else if (tag === 8) found = wholes(pbf, wire, to, list);
  });
  if (found !== null) into[name] = found;
}

function readTensor(onnx: Uint8Array, start: number, end: number): Numbers & { name: string } {
  const shape: number[] = [];
  let [name, type] = ['', 0];
  let raw: ArrayBuffer | null = null;
  walk(onnx, start, end, ({ tag, wire, to }, pbf) => {
    if (tag === 1) wholes(pbf, wire, to, shape);
    else if (tag === 2) type = pbf.readVarint();
    else if (tag === 8) name = pbf.readString();
    else if (tag === 9) raw = new Uint8Array(pbf.readBytes()).buffer;
  });
  const read = READ[type];
  if (!read) throw new Error(`the constant "${name}" is of type ${type}, wanted float, int or bool`);
  const data = raw === null ? [] : read(raw);
  const wanted = shape.reduce((product, size) => product * size, 1);
  if (data.length !== wanted)
    throw new Error(`the constant "${name}" has ${data.length} raw numbers, wanted ${wanted}`);
  return { name, shape, data };
}

/** Repeated whole numbers stand one by one, or several as one run of bytes. */
function wholes(pbf: Pbf, wire: number, to: number, into: number[]): number[] {
  if (wire === BYTES) pbf.readVarint();
  do into.push(pbf.readVarint(true));
  while (pbf.pos < to);
  return into;
}

function readPort(onnx: Uint8Array, start: number, end: number): GraphPort {
  const shape: AxisSize[] = [];
  let name = '';
  const within = (from: number, to: number, path: readonly number[]): void =>
    walk(onnx, from, to, (field, pbf) => {
      const [tag, ...rest] = path;
      if (tag !== undefined) {
        if (field.tag === tag) within(field.value, field.to, rest);
      } else if (field.tag === 1) shape.push(pbf.readVarint(true));
      else if (field.tag === 2) shape.push(pbf.readString());
    });
  walk(onnx, start, end, ({ tag, value, to }, pbf) => {
    if (tag === 1) name = pbf.readString();
    // ValueInfoProto.type → TypeProto.tensor_type → its shape → each dim
    else if (tag === 2) within(value, to, [1, 2, 1]);
  });
  return { name, shape };
}
