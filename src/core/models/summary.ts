// In: the bytes of an ONNX file from anywhere. Out: what it says of itself, without running it; or one
// sentence why it cannot be a generator. Field numbers: onnx/onnx.proto (ONNX project), message by message.
import Pbf from 'pbf';
import { BYTES } from './message.ts';
import { onlyNumber, statisticsOf, type Norm, type Statistics } from './norms.ts';

/** A tensor that goes in or comes out. A dimension that is free, or has a name only, is null. */
export interface Port {
  name: string;
  /** TensorProto.DataType: 1 is float32, 10 float16. */
  type: number;
  dims: (number | null)[];
}

export interface Summary {
  /** metadata_props. */
  metadata: Record<string, string>;
  producer: string;
  /** Version of the standard operators; 0 when the file names none. */
  opset: number;
  inputs: Port[];
  outputs: Port[];
  /** "domain::name" of operators that are not of the standard, each once. */
  foreign: string[];
  /** Standard operators, each once. */
  operators: string[];
  /** Names of the other files in which weights lie, each once. */
  external: string[];
  /** What its batch norms go by. */
  norms: Statistics;
}

/**
 * Larger ones do not fit beside their own weights, unpacked, into a worker's 4
 * GB with room for the picture. Bytes.
 */
export const LARGEST = 256_000_000;
// ONNX Runtime's own and Microsoft's contrib operators; all that its WASM build knows besides the standard's.
const KNOWN_DOMAINS = ['', 'ai.onnx', 'com.microsoft'];
// Weights of a norm: one number a channel. Bytes.
const LONGEST_NORM = 65_536;
// Subgraphs inside of subgraphs: no network that people train comes near it.
const DEEPEST = 8;

type Field = (tag: number) => void;

/** Reads the message that begins here; `field` reads a field or leaves it, and it is skipped. */
function message(pbf: Pbf, field: Field): void {
  const end = pbf.readVarint() + pbf.pos;
  if (end > pbf.length) throw new RangeError('it ends in the middle');
  pbf.readFields(field, null, end);
  if (pbf.pos !== end) throw new RangeError('a part of it is longer than what holds it');
}

interface Found {
  summary: Summary;
  operators: Set<string>;
  foreign: Set<string>;
  weights: Set<string>;
  external: Set<string>;
  norms: Norm[];
  /** Names of weights that are one number everywhere, 0 or 1, and which. */
  plain: Map<string, number>;
}

function readModel(pbf: Pbf): Summary {
  const summary: Summary = {
    metadata: {},
    producer: '',
    opset: 0,
    inputs: [],
    outputs: [],
    foreign: [],
    operators: [],
    external: [],
    norms: null,
  };
  const found: Found = {
    summary,
    operators: new Set(),
    foreign: new Set(),
    weights: new Set(),
    external: new Set(),
    norms: [],
    plain: new Map(),
  };
  pbf.readFields((tag) => {
    if (tag === 2) summary.producer = pbf.readString();
    else if (tag === 7) readGraph(pbf, found, 0);
    else if (tag === 8) {
      const [domain, version] = readEntry(pbf, () => pbf.readVarint());
      if (domain === '' || domain === 'ai.onnx') summary.opset = version ?? 0;
    } else if (tag === 14) {
      const [key, value] = readEntry(pbf, () => pbf.readString());
      summary.metadata[key] = value ?? '';
    }
  }, null);
  if (pbf.pos !== pbf.length) throw new RangeError('it ends in the middle');
  return {
    ...summary,
    operators: [...found.operators].sort(),
    foreign: [...found.foreign].sort(),
    external: [...found.external].sort(),
    norms: statisticsOf(found.norms, found.plain, summary.opset),
    // Old exporters list weights among the inputs.
    inputs: summary.inputs.filter(({ name }) => !found.weights.has(name)),
  };
}

/** A message of a name and a value. */
function readEntry<T>(pbf: Pbf, read: () => T): [string, T | null] {
  let name = '';
  let value: T | null = null;
  message(pbf, (tag) => {
    if (tag === 1) name = pbf.readString();
    else if (tag === 2) value = read();
  });
  return [name, value];
}

function readGraph(pbf: Pbf, found: Found, depth: number): void {
  if (depth > DEEPEST) throw new RangeError(`its graphs are nested more than ${DEEPEST} deep`);
  message(pbf, (tag) => {
    if (tag === 1) readNode(pbf, found, depth);
    else if (tag === 5) readWeight(pbf, found);
    else if (tag === 11 && depth === 0) found.summary.inputs.push(readPort(pbf));
    else if (tag === 12 && depth === 0) found.summary.outputs.push(readPort(pbf));
  });
}

function readNode(pbf: Pbf, found: Found, depth: number): void {
  let [operator, domain, attribute] = ['', '', ''];
  const norm: Norm = { inputs: [], outputs: 0, mode: false };
  message(pbf, (tag) => {
    if (tag === 1) norm.inputs.push(pbf.readString());
    else if (tag === 2) norm.outputs += pbf.readString() === '' ? 0 : 1;
    else if (tag === 4) operator = pbf.readString();
    else if (tag === 7) domain = pbf.readString();
    else if (tag === 5)
      message(pbf, (kind) => {
        if (kind === 1) attribute = pbf.readString();
        else if (kind === 3) norm.mode ||= attribute === 'training_mode' && pbf.readVarint() === 1;
        else if (kind === 5) readWeight(pbf, found);
        else if (kind === 6 || kind === 11) readGraph(pbf, found, depth + 1);
      });
  });
  if (operator === 'BatchNormalization' && depth === 0) found.norms.push(norm);
  if (KNOWN_DOMAINS.includes(domain)) found.operators.add(operator);
  else found.foreign.add(`${domain}::${operator}`);
}

function readWeight(pbf: Pbf, { weights, external, plain }: Found): void {
  let file: string | null = null;
  let name = '';
  let number: number | null = null;
  message(pbf, (tag) => {
    if (tag === 8) weights.add((name = pbf.readString()));
    else if ((tag === 4 || tag === 9) && pbf.type === BYTES) {
      const values = pbf.readBytes();
      if (values.length <= LONGEST_NORM && values.length % 4 === 0)
        number = onlyNumber(new Float32Array(values.slice().buffer));
    } else if (tag === 13) {
      const [key, value] = readEntry(pbf, () => pbf.readString());
      file = key === 'location' ? (value ?? '') : (file ?? '');
    } else if (tag === 14 && pbf.readVarint() === 1) file ??= '';
  });
  if (file !== null) external.add(file);
  if (number !== null) plain.set(name, number);
}

function readPort(pbf: Pbf): Port {
  const port: Port = { name: '', type: 0, dims: [] };
  const dimension = (): void => {
    let size = 0;
    message(pbf, (tag) => {
      if (tag === 1) size = pbf.readVarint(true);
    });
    port.dims.push(size > 0 ? size : null);
  };
  const tensor = (): void =>
    message(pbf, (tag) => {
      if (tag === 1) port.type = pbf.readVarint();
      else if (tag === 2)
        message(pbf, (part) => {
          if (part === 1) dimension();
        });
    });
  message(pbf, (tag) => {
    if (tag === 1) port.name = pbf.readString();
    else if (tag === 2)
      message(pbf, (kind) => {
        if (kind === 1) tensor();
      });
  });
  return port;
}

/** `refused`: half a sentence that says what is wrong with the file, for the reason `model-unfit`. */
export function readSummary(bytes: Uint8Array): Summary | { refused: string } {
  if (bytes.length > LARGEST)
    return { refused: `it has ${Math.round(bytes.length / 1e6)} MB, at most ${LARGEST / 1e6}` };
  let summary: Summary;
  try {
    summary = readModel(new Pbf(bytes));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { refused: `it is no ONNX file that can be read: ${why}` };
  }
  if (summary.outputs.length === 0 || summary.operators.length + summary.foreign.length === 0)
    return { refused: 'it is no ONNX file: there is no network in it' };
  return summary;
}
