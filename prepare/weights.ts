// In: an ONNX file of ours, the memory that holds its network. Out: which bytes of the file lie there, and
// where; they are taken out of the memory.
// Field numbers: onnx/onnx.proto (ONNX project): ModelProto.graph, GraphProto.initializer, TensorProto.
import { walk } from '../src/core/models/message.ts';
import { lay, type Weights } from '../src/worker/prepared.ts';

const [GRAPH, INITIALIZER, DIMS, RAW] = [7, 5, 1, 9];
/** Fewer are not worth their entry. */
const LEAST = 256;

export function weightsIn(file: Uint8Array, memory: Buffer): Weights[] {
  const found: Weights[] = [];
  walk(file, 0, file.length, (graph) => {
    if (graph.tag !== GRAPH) return;
    walk(file, graph.value, graph.to, ({ tag, value, to }) => {
      if (tag !== INITIALIZER) return;
      const dims: number[] = [];
      let [from, length] = [0, 0];
      walk(file, value, to, (part, pbf) => {
        if (part.tag === DIMS) dims.push(pbf.readVarint());
        if (part.tag === RAW) [from, length] = [part.value, part.to - part.value];
      });
      const [outputs = 0, inputs = 0, ...taps] = dims;
      const weights = {
        at: 0,
        from,
        outputs,
        inputs,
        taps: taps.reduce((product, size) => product * size, 1),
      };
      // Bytes alone: of other numbers there are more bytes than entries.
      if (dims.length !== 4 || length < LEAST || length !== outputs * inputs * weights.taps) return;
      const laid = Buffer.alloc(length);
      lay(file, weights, laid);
      const at = memory.indexOf(laid);
      if (at < 0) return;
      memory.fill(0, at, at + length);
      found.push({ ...weights, at });
    });
  });
  return found;
}
