// In: an ONNX file whose weights lie in other files, and these. Out: one file with its weights inside; or why
// not. Each weight names its file, an offset and a length (onnx/onnx.proto, TensorProto.external_data).
import { BYTES, copied, field, joined, walk } from './message.ts';

/** Bytes a value by TensorProto.DataType, where they are whole. */
const SIZES: Readonly<Partial<Record<number, number>>> = {
  ...{ 1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 16: 2 },
};
const GRAPH = 7;
const INITIALIZER = 5;
const RAW_DATA = 9;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;

/** The name of a file in the model's own folder, and nothing else. */
export const isPlain = (location: string): boolean =>
  /^[^/\\:\0]+$/.test(location) && !/^\.\.?$/.test(location);

/** Of a file that holds weights alone: the file that they belong to; null for any other name. */
export function ownerOf(file: string): string | null {
  const stem = /^(.*)(?:\.data|(?<=\.onnx)_data)$/i.exec(file)?.[1];
  if (stem === undefined) return null;
  return /\.onnx$/i.test(stem) ? stem : `${stem}.onnx`;
}

/** `named`: the bytes of the other files. Throws a RangeError where they do not hold what the model says. */
export function withWeights(onnx: Uint8Array, named: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tensor = (from: number, to: number): Uint8Array[] => inlined(onnx, from, to, named);
  const graph = (start: number, end: number): Uint8Array[] =>
    copied({ bytes: onnx, start, end }, INITIALIZER, tensor);
  return joined(copied({ bytes: onnx, start: 0, end: onnx.length }, GRAPH, graph));
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
