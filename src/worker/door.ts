// Unknown data in, a UiToWorker message or null out. What does not fit is dropped and counted, never obeyed: on the frame's
// own thread, and through a browser's extensions, others can post here too.
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
  first: v.exactOptional(v.string()),
  warmUp: v.exactOptional(v.boolean()),
});

const want = v.object({ insight: v.boolean(), parts: v.boolean(), draft: v.boolean() });

const message: v.GenericSchema<unknown, UiToWorker> = v.variant('type', [
  v.object({ type: v.literal('load'), job: count, assets }),
  v.object({ type: v.literal('realize'), job: count, sketch, settings, want }),
  v.object({ type: v.literal('cancel'), job: count }),
]);

export interface RequestDoor {
  read: (data: unknown) => UiToWorker | null;
  dropped: () => number;
}

export function createRequestDoor(): RequestDoor {
  let dropped = 0;
  return {
    read(data) {
      const read = v.safeParse(message, data);
      if (read.success) return read.output;
      dropped += 1;
      return null;
    },
    dropped: () => dropped,
  };
}
