// Unknown data in, a message or null out: both doors of the panel, towards the plugin and towards its worker.
import * as v from 'valibot';
import { openDoor, type Door } from '../door.ts';
import type { Entry } from '../protocol/made.ts';
import type { PluginToUi } from '../protocol/plugin.ts';
import type { Insight, WorkerToUi } from '../protocol/worker.ts';
import { keptModel } from '../schemas/kept-model.ts';
import { ownLight } from '../schemas/own-light.ts';
import { partsSeen, picture, refusal, rgba, shown, stage } from '../schemas/picture.ts';
import { cannot, made, namedColour, prefs } from '../schemas/placing.ts';
import { corners, look, settings } from '../schemas/settings.ts';
import { preset } from '../schemas/preset.ts';
import { sketch } from '../schemas/sketch.ts';
import { box, bytes, count } from '../schemas/values.ts';

const entry: v.GenericSchema<unknown, Entry> = v.object({
  id: v.string(),
  name: v.string(),
  at: v.number(),
  made,
  width: v.number(),
  height: v.number(),
  thumb: v.nullable(bytes),
  stands: v.boolean(),
});

const pluginMessage: v.GenericSchema<unknown, PluginToUi> = v.variant('type', [
  v.object({ type: v.literal('models'), models: v.array(keptModel) }),
  v.object({ type: v.literal('model-kept'), id: v.string(), kept: v.boolean() }),
  v.object({
    type: v.literal('opened'),
    mode: v.picklist(['once', 'panel']),
    settings: v.nullable(settings),
    editor: v.picklist(['figma', 'figjam']),
    prefs: v.nullable(prefs),
  }),
  v.object({
    type: v.literal('sketch'),
    job: count,
    index: count,
    total: count,
    sketch,
    look: v.nullable(look),
    goesOn: v.exactOptional(count),
    cannot: v.exactOptional(cannot),
  }),
  v.object({ type: v.literal('refused'), job: count, refusal }),
  v.object({
    type: v.literal('placed'),
    job: count,
    index: count,
    name: v.string(),
    hides: v.exactOptional(v.literal(true)),
  }),
  v.object({
    type: v.literal('done'),
    job: count,
    placed: count,
    refused: v.array(v.object({ name: v.string(), refusal })),
  }),
  v.object({ type: v.literal('palette'), colours: v.array(namedColour) }),
  v.object({ type: v.literal('lights'), lights: v.array(ownLight) }),
  v.object({ type: v.literal('image'), bytes: v.nullable(bytes) }),
  v.object({ type: v.literal('history'), entries: v.array(entry), pruned: count }),
  v.object({ type: v.literal('presets'), presets: v.array(preset) }),
  v.object({ type: v.literal('fetched'), id: v.string(), png: v.nullable(bytes) }),
  v.object({ type: v.literal('told'), text: v.string() }),
]);

const insight: v.GenericSchema<unknown, Insight> = v.object({
  lines: bytes,
  normals: v.nullable(bytes),
  photo: v.exactOptional(box),
  sheet: v.exactOptional(corners),
  size: v.number(),
});

const seen = {
  insight: v.nullable(insight),
  parts: v.nullable(partsSeen),
  webgl: v.exactOptional(v.string()),
  glb: v.exactOptional(bytes),
  swatches: v.exactOptional(rgba),
  maps: v.exactOptional(v.object({ normal: bytes, height: bytes, parts: bytes })),
};

const workerMessage: v.GenericSchema<unknown, WorkerToUi> = v.variant('type', [
  v.object({ type: v.literal('started') }),
  v.object({
    type: v.literal('loaded'),
    job: count,
    runtime: v.picklist(['WASM', 'WebGPU']),
    models: v.array(v.object({ id: v.string(), name: v.string(), lit: v.boolean() })),
    studios: v.array(v.object({ id: v.string(), name: v.string() })),
    materials: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
  v.object({ type: v.literal('progress'), job: count, stage, fraction: v.number() }),
  v.object({ type: v.literal('picture'), job: count, picture, ...seen }),
  v.object({ type: v.literal('shown'), job: count, shown, ...seen }),
  v.object({ type: v.literal('refused'), job: count, refusal }),
  v.object({ type: v.literal('crashed'), job: count, message: v.string() }),
]);

export const openPluginDoor = (): Door<PluginToUi> => openDoor(pluginMessage);
export const openWorkerDoor = (): Door<WorkerToUi> => openDoor(workerMessage);
