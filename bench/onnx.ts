// A graph of a few operators in → an .onnx file as bytes out, or two, graph and weights: ONNX IR version 8,
// operator set 17.
// Only what the baseline and the tests need of the format. Field numbers are those of onnx.proto3
// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3).
import Pbf from 'pbf';

export interface Weight {
  name: string;
  shape: readonly number[];
  /** Whole numbers are int64, as axes are. */
  data: Float32Array | BigInt64Array;
}

export interface Operator {
  type: string;
  inputs: readonly string[];
  outputs: readonly string[];
  /** Lists of whole numbers, whole numbers, or floats. */
  lists?: Record<string, readonly number[]>;
  whole?: Record<string, number>;
  floats?: Record<string, number>;
}

interface Slot {
  name: string;
  /** A name where the side is free. */
  shape: readonly (number | string)[];
}

export interface Graph {
  operators: readonly Operator[];
  weights: readonly Weight[];
  inputs: readonly Slot[];
  outputs: readonly Slot[];
}

/** TensorProto.DataType */
const FLOAT = 1;
const INT64 = 7;
/** AttributeProto.AttributeType */
const KIND = { float: 1, int: 2, ints: 7 };
/** TensorProto.DataLocation */
const EXTERNAL = 1;
const IR_VERSION = 8;
const OPERATOR_SET = 17;

export function writeOnnx(graph: Graph): Uint8Array {
  return written(graph, writeTensor);
}

/**
 * As `torch.onnx.export` writes it: the graph, and beside it a file `name` with the values of its weights,
 * one after another.
 */
export function writeInTwo(graph: Graph, name: string): { onnx: Uint8Array; data: Uint8Array } {
  const data = new Uint8Array(graph.weights.reduce((sum, weight) => sum + weight.data.byteLength, 0));
  let at = 0;
  const onnx = written(graph, (weight, pbf) => {
    const values = bytesOf(weight);
    data.set(values, at);
    writeHead(weight, pbf);
    const entries = { location: name, offset: at, length: values.length };
    for (const entry of Object.entries(entries)) pbf.writeMessage(13, writeEntry, entry);
    pbf.writeVarintField(14, EXTERNAL);
    at += values.length;
  });
  return { onnx, data };
}

type WriteWeight = (weight: Weight, pbf: Pbf) => void;

function written(graph: Graph, writeWeight: WriteWeight): Uint8Array {
  const pbf = new Pbf();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeMessage(7, (_, inner) => writeGraph(graph, writeWeight, inner), null);
  pbf.writeMessage(8, writeOperatorSet, OPERATOR_SET);
  return pbf.finish();
}

function writeGraph(
  { operators, weights, inputs, outputs }: Graph,
  writeWeight: WriteWeight,
  pbf: Pbf,
): void {
  for (const operator of operators) pbf.writeMessage(1, writeNode, operator);
  pbf.writeStringField(2, 'graph');
  for (const weight of weights) pbf.writeMessage(5, writeWeight, weight);
  for (const input of inputs) pbf.writeMessage(11, writeValueInfo, input);
  for (const output of outputs) pbf.writeMessage(12, writeValueInfo, output);
}

function writeOperatorSet(version: number, pbf: Pbf): void {
  pbf.writeStringField(1, '');
  pbf.writeVarintField(2, version);
}

function writeNode({ type, inputs, outputs, lists = {}, whole = {}, floats = {} }: Operator, pbf: Pbf): void {
  for (const name of inputs) pbf.writeStringField(1, name);
  for (const name of outputs) pbf.writeStringField(2, name);
  pbf.writeStringField(4, type);
  const attribute = (name: string, kind: number, writeValue: () => void): void =>
    pbf.writeMessage(
      5,
      () => {
        pbf.writeStringField(1, name);
        writeValue();
        pbf.writeVarintField(20, kind);
      },
      null,
    );
  for (const [name, values] of Object.entries(lists))
    attribute(name, KIND.ints, () => values.forEach((value) => pbf.writeVarintField(8, value)));
  for (const [name, value] of Object.entries(whole))
    attribute(name, KIND.int, () => pbf.writeVarintField(3, value));
  for (const [name, value] of Object.entries(floats))
    attribute(name, KIND.float, () => pbf.writeFloatField(2, value));
}

const bytesOf = ({ data }: Weight): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

function writeHead({ name, shape, data }: Weight, pbf: Pbf): void {
  for (const side of shape) pbf.writeVarintField(1, side);
  pbf.writeVarintField(2, data instanceof Float32Array ? FLOAT : INT64);
  pbf.writeStringField(8, name);
}

function writeTensor(weight: Weight, pbf: Pbf): void {
  writeHead(weight, pbf);
  pbf.writeBytesField(9, bytesOf(weight));
}

function writeEntry([key, value]: [string, string | number], pbf: Pbf): void {
  pbf.writeStringField(1, key);
  pbf.writeStringField(2, String(value));
}

function writeValueInfo({ name, shape }: Slot, pbf: Pbf): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(2, writeType, shape);
}

function writeType(shape: Slot['shape'], pbf: Pbf): void {
  pbf.writeMessage(1, writeTensorType, shape);
}

function writeTensorType(shape: Slot['shape'], pbf: Pbf): void {
  pbf.writeVarintField(1, FLOAT);
  pbf.writeMessage(2, writeShape, shape);
}

function writeShape(shape: Slot['shape'], pbf: Pbf): void {
  for (const side of shape) pbf.writeMessage(1, writeDimension, side);
}

function writeDimension(side: number | string, pbf: Pbf): void {
  if (typeof side === 'string') pbf.writeStringField(2, side);
  else pbf.writeVarintField(1, side);
}
