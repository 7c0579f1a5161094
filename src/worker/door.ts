// Unknown data in, a UiToWorker message out. Only the panel can post here, so a message that does not fit is a bug and throws.
import * as v from 'valibot';
import type { Assets, UiToWorker } from '../protocol.ts';
import { bytes, count, settings, sketch } from '../schemas.ts';

const network = v.object({ card: v.unknown(), onnx: bytes });

const assets: v.GenericSchema<unknown, Assets> = v.object({
  ort: bytes,
  resvg: bytes,
  models: v.pipe(v.array(network), v.minLength(1)),
  light: network,
  runtime: v.picklist(['WASM', 'WebGPU']),
});

const want = v.object({ insight: v.boolean(), parts: v.boolean(), draft: v.boolean() });

const message: v.GenericSchema<unknown, UiToWorker> = v.variant('type', [
  v.object({ type: v.literal('load'), job: count, assets }),
  v.object({ type: v.literal('realize'), job: count, sketch, settings, want }),
  v.object({ type: v.literal('cancel'), job: count }),
]);

export function readRequest(data: unknown): UiToWorker {
  const read = v.safeParse(message, data);
  if (read.success) return read.output;
  const issue = read.issues[0];
  throw new Error(`a message to the worker: at "${v.getDotPath(issue) ?? 'its root'}": ${issue.message}`);
}
