// A GraphProto of an ONNX file in, and those inside of it; its operators, the names of its weights and what
// its batch norms say out. Field numbers: onnx/onnx.proto (ONNX project), message by message.
import type Pbf from 'pbf';
import { BYTES } from './message.ts';
import { onlyNumber, type Norm } from './norms.ts';
import { message, readMapEntry } from './read-message.ts';
import { readPort, type Port } from './read-port.ts';

// ONNX Runtime's own and Microsoft's contrib operators; all that its WASM build knows besides the standard's.
const KNOWN_DOMAINS = ['', 'ai.onnx', 'com.microsoft'];
// Weights of a norm: one number a channel. Bytes.
const LONGEST_NORM = 65_536;
// Subgraphs inside of subgraphs: no network that people train comes near it.
const DEEPEST = 8;

/** What is found of a graph; of those inside of it no inputs, outputs and norms. */
export interface Found {
  inputs: Port[];
  outputs: Port[];
  /** Standard operators. */
  operators: Set<string>;
  /** "domain::name" of all others. */
  foreign: Set<string>;
  /** Names of weights, and of the other files in which such lie. */
  weights: Set<string>;
  external: Set<string>;
  norms: Norm[];
  /** Names of weights that are one number everywhere, 0 or 1, and which. */
  plain: Map<string, number>;
}

/**
 * `depth`: 0 for the file's own graph. Graphs that are nested too deep throw, as does what ends in the
 * middle.
 */
export function readGraph(pbf: Pbf, found: Found, depth: number): void {
  if (depth > DEEPEST) throw new RangeError(`its graphs are nested more than ${DEEPEST} deep`);
  message(pbf, (tag) => {
    if (tag === 1) readNode(pbf, found, depth);
    else if (tag === 5) readWeight(pbf, found);
    else if (tag === 11 && depth === 0) found.inputs.push(readPort(pbf));
    else if (tag === 12 && depth === 0) found.outputs.push(readPort(pbf));
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
      const [key, value] = readMapEntry(pbf, () => pbf.readString());
      file = key === 'location' ? (value ?? '') : (file ?? '');
    } else if (tag === 14 && pbf.readVarint() === 1) file ??= '';
  });
  if (file !== null) external.add(file);
  if (number !== null) plain.set(name, number);
}
