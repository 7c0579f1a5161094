// Unknown data in, a request of the panel's or null out.
import * as v from 'valibot';
import { openDoor, type Door } from '../door.ts';
import { SCALES } from '../protocol/placing.ts';
import type { Assets, Bytes, UiToWorker } from '../protocol/worker.ts';
import { settings } from '../schemas/settings.ts';
import { sketch } from '../schemas/sketch.ts';
import { bytes as ready, count } from '../schemas/values.ts';

const bytes: v.GenericSchema<unknown, Bytes> = v.union([
  ready,
  v.object({ name: v.string(), bytes: ready, packing: v.picklist(['gzip', 'brotli']) }),
]);

const network = v.object({ card: v.unknown(), onnx: bytes });

const assets: v.GenericSchema<unknown, Assets> = v.object({
  ort: bytes,
  prepared: v.exactOptional(bytes),
  brotli: bytes,
  resvg: bytes,
  models: v.pipe(v.array(network), v.minLength(1)),
  light: network,
  runtime: v.picklist(['WASM', 'WebGPU']),
  first: v.exactOptional(v.string()),
  lightOn: v.exactOptional(v.picklist(['WASM', 'WebGL'])),
  warmUp: v.exactOptional(v.boolean()),
});

const want = v.object({
  insight: v.boolean(),
  parts: v.boolean(),
  draft: v.boolean(),
  glb: v.exactOptional(v.literal(true)),
  swatches: v.exactOptional(v.literal(true)),
  maps: v.exactOptional(v.literal(true)),
  scale: v.exactOptional(v.picklist(SCALES)),
});

const message: v.GenericSchema<unknown, UiToWorker> = v.variant('type', [
  v.object({ type: v.literal('load'), job: count, assets }),
  v.object({ type: v.literal('realize'), job: count, sketch, settings, want }),
  v.object({ type: v.literal('cancel'), job: count }),
]);

export const openRequestDoor = (): Door<UiToWorker> => openDoor(message);
