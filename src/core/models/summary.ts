// In: the bytes of an ONNX file from anywhere. Out: what it says of itself, without running it; or one
// sentence why it cannot be a generator. Field numbers: onnx/onnx.proto (ONNX project), message by message.
import Pbf from 'pbf';
import { statisticsOf, type Statistics } from './norms.ts';
import { readGraph, type Found } from './read-graph.ts';
import { readMapEntry } from './read-message.ts';
import type { Port } from './read-port.ts';

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
    inputs: summary.inputs,
    outputs: summary.outputs,
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
      const [domain, version] = readMapEntry(pbf, () => pbf.readVarint());
      if (domain === '' || domain === 'ai.onnx') summary.opset = version ?? 0;
    } else if (tag === 14) {
      const [key, value] = readMapEntry(pbf, () => pbf.readString());
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
