// In: an ONNX file whose weights lie in other files, and these. Out: one file with its weights inside; or why
// not. Each weight names its file, an offset and a length (onnx/onnx.proto, TensorProto.external_data).
import Pbf from 'pbf';

/** Bytes a value by TensorProto.DataType, where they are whole. */
const SIZES: Readonly<Partial<Record<number, number>>> = {
  ...{ 1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 16: 2 },
};
const GRAPH = 7;
const INITIALIZER = 5;
const RAW_DATA = 9;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;
const BYTES = 2;

/** The name of a file in the model's own folder, and nothing else. */
export const isPlain = (location: string): boolean => /^[^/\\:\0]+$/.test(location) && !/^\.\.?$/.test(location);

/** `named`: the bytes of the other files. Throws a RangeError where they do not hold what the model says. */
export function withWeights(onnx: Uint8Array, named: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tensor = (from: number, to: number): Uint8Array[] => inlined(onnx, from, to, named);
  const graph = (from: number, to: number): Uint8Array[] => copied(onnx, from, to, INITIALIZER, tensor);
  return joined(copied(onnx, 0, onnx.length, GRAPH, graph));
}

/** A message's fields as they are, but those of one number, which `change` gives anew. */
function copied(
  bytes: Uint8Array,
  start: number,
  end: number,
  number: number,
  change: (from: number, to: number) => Uint8Array[],
): Uint8Array[] {
  const out: Uint8Array[] = [];
  walk(bytes, start, end, ({ tag, from, value, to }) => {
    if (tag !== number) out.push(bytes.subarray(from, to));
    else out.push(...field(number, change(value, to)));
  });
  return out;
}

interface Field {
  tag: number;
  /** How it is written: a number, or bytes. */
  wire: number;
  /** Where it begins, where its value does, and where it ends. */
  from: number;
  value: number;
  to: number;
}

function walk(bytes: Uint8Array, start: number, end: number, each: (field: Field, pbf: Pbf) => void): void {
  const pbf = new Pbf(bytes);
  pbf.pos = start;
  while (pbf.pos < end) {
    const from = pbf.pos;
    const key = pbf.readVarint();
    const at = pbf.pos;
    pbf.skip(key);
    const to = pbf.pos;
    if (to > end) throw new RangeError('a part of it is longer than what holds it');
    pbf.pos = at;
    const wire = key & 7;
    if (wire === BYTES) pbf.readVarint();
    const value = pbf.pos;
    pbf.pos = at;
    each({ tag: key >> 3, wire, from, value, to }, pbf);
    pbf.pos = to;
  }
}

/** A weight's fields, with its values in place of where they lie. */
function inlined(
  bytes: Uint8Array,
  start: number,
  end: number,
  named: ReadonlyMap<string, Uint8Array>,
): Uint8Array[] {
  const kept: Uint8Array[] = [];
  const says = new Map<string, string>();
  let [count, type, name] = [1, 0, ''];
  walk(bytes, start, end, ({ tag, wire, from, value, to }, pbf) => {
    if (tag === EXTERNAL_DATA) {
      const entry = ['', ''];
      walk(bytes, value, to, (part, inner) => {
        if (part.tag === 1 || part.tag === 2) entry[part.tag - 1] = inner.readString();
      });
      says.set(entry[0] ?? '', entry[1] ?? '');
    } else if (tag !== DATA_LOCATION) kept.push(bytes.subarray(from, to));
    if (tag === 1) {
      // dims: packed, or one by one
      if (wire !== BYTES) count *= pbf.readVarint();
      else {
        pbf.pos = value;
        while (pbf.pos < to) count *= pbf.readVarint();
      }
    } else if (tag === 2) type = pbf.readVarint();
    else if (tag === 8) name = pbf.readString();
  });
  const file = says.get('location') ?? '';
  if (says.size === 0) return [bytes.subarray(start, end)];
  const data = named.get(file);
  if (!data) throw new RangeError(`${file} is not there`);
  const wanted = count * (SIZES[type] ?? Number.NaN);
  const [offset, length] = [
    whole(says.get('offset') ?? '0', name),
    whole(says.get('length') ?? String(wanted), name),
  ];
  if (!Number.isNaN(wanted) && length !== wanted)
    throw new RangeError(`“${name}” has ${length} bytes in ${file}, wanted ${wanted} for its shape`);
  if (offset + length > data.length)
    throw new RangeError(
      `${file} is cut short or belongs to another model: “${name}” ends at byte ${offset + length} of ${data.length}`,
    );
  return [...kept, ...field(RAW_DATA, [data.subarray(offset, offset + length)])];
}

function whole(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new RangeError(`“${name}” is said to lie at “${text.slice(0, 40)}”`);
  return Number(text);
}

/** A field of bytes: its number, their length, and they. */
function field(number: number, pieces: Uint8Array[]): Uint8Array[] {
  const head = new Pbf();
  head.writeVarint((number << 3) | BYTES);
  head.writeVarint(pieces.reduce((sum, { length }) => sum + length, 0));
  return [head.finish(), ...pieces];
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
