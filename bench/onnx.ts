// A graph of a few operators in → an .onnx file as bytes out. Only what the baseline needs of the format (onnx.proto3).
// Protobuf: a field is a varint key (number << 3 | wire type), then a varint (0), 4 bytes (5), or a length and bytes (2).

type Piece = Uint8Array;

function varint(value: number): Piece {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}

function join(pieces: readonly Piece[]): Piece {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const number = (field: number, value: number): Piece => join([varint(field * 8), varint(value)]);
const block = (field: number, bytes: Piece): Piece =>
  join([varint(field * 8 + 2), varint(bytes.length), bytes]);
const text = (field: number, value: string): Piece => block(field, new TextEncoder().encode(value));
const float = (field: number, value: number): Piece =>
  join([varint(field * 8 + 5), new Uint8Array(Float32Array.of(value).buffer)]);

export interface Weight {
  name: string;
  shape: readonly number[];
  data: Float32Array;
}

export interface Operator {
  type: string;
  inputs: readonly string[];
  output: string;
  /** Lists of whole numbers, whole numbers, or floats. */
  lists?: Record<string, readonly number[]>;
  whole?: Record<string, number>;
  floats?: Record<string, number>;
}

export interface Slot {
  name: string;
  shape: readonly number[];
}

const FLOAT = 1;
/** AttributeProto.type */
const KIND = { float: 1, int: 2, ints: 7 };

function attribute(name: string, kind: number, values: readonly Piece[]): Piece {
  return block(5, join([text(1, name), ...values, number(20, kind)]));
}

function node({ type, inputs, output, lists = {}, whole = {}, floats = {} }: Operator): Piece {
  return join([
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, type),
    ...Object.entries(lists).map(([name, values]) =>
      attribute(
        name,
        KIND.ints,
        values.map((value) => number(8, value)),
      ),
    ),
    ...Object.entries(whole).map(([name, value]) => attribute(name, KIND.int, [number(3, value)])),
    ...Object.entries(floats).map(([name, value]) => attribute(name, KIND.float, [float(2, value)])),
  ]);
}

function tensor({ name, shape, data }: Weight): Piece {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return join([...shape.map((side) => number(1, side)), number(2, FLOAT), text(8, name), block(9, raw)]);
}

function slot({ name, shape }: Slot): Piece {
  const sides = join(shape.map((side) => block(1, number(1, side))));
  return join([text(1, name), block(2, block(1, join([number(1, FLOAT), block(2, sides)])))]);
}

export function writeOnnx(graph: {
  operators: Operator[];
  weights: Weight[];
  input: Slot;
  output: Slot;
}): Uint8Array {
  const body = join([
    ...graph.operators.map((each) => block(1, node(each))),
    text(2, 'graph'),
    ...graph.weights.map((each) => block(5, tensor(each))),
    block(11, slot(graph.input)),
    block(12, slot(graph.output)),
  ]);
  const opset = join([text(1, ''), number(2, 17)]);
  return join([number(1, 8), block(7, body), block(8, opset)]);
}
