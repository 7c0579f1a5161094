import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetLookOf } from '../../src/protocol/preset.ts';
import { lookOf } from '../../src/core/sketch.ts';
import type { Door } from '../../src/door.ts';
import { openPanelDoor } from '../../src/plugin/door.ts';
import type { Entry, Made } from '../../src/protocol/made.ts';
import type { Prefs } from '../../src/protocol/placing.ts';
import type { PluginToUi, UiToPlugin } from '../../src/protocol/plugin.ts';
import type { UiToWorker, WorkerToUi } from '../../src/protocol/worker.ts';
import { openPluginDoor, openWorkerDoor } from '../../src/ui/door.ts';
import { openRequestDoor } from '../../src/worker/door.ts';
import { openStage, pictureOf, picturesOn, settle, SETTINGS } from '../plugin/stage.ts';
import { mutated } from './mutate.ts';
import { runs } from './runs.ts';

const bytes = new Uint8Array([1, 2, 3]);
const sketch = { id: '1:2', name: 'Mug', svg: '<svg viewBox="0 0 1 1"/>' };
const picture = { png: bytes, width: 4, height: 3, box: { x: 0, y: 0, width: 4, height: 3 }, notes: [] };
const PREFS: Prefs = {
  where: 'beside',
  again: 'add',
  width: 360,
  height: 640,
  scale: 2,
  section: 'surface',
  naming: '',
  welcomed: true,
};
const MADE: Made = { from: '1:2', settings: SETTINGS, runtime: 'WASM', ms: 1 };
const ENTRY: Entry = {
  id: 'a',
  name: 'Mug',
  at: 1,
  made: MADE,
  width: 4,
  height: 3,
  thumb: bytes,
  stands: true,
};
const SHOWN = { data: new Uint8Array(16), width: 2, height: 2, box: picture.box, ms: {}, notes: [] };
const PARTS = {
  width: 1,
  height: 1,
  labels: new Uint16Array(1),
  parts: [{ key: 'a#1', name: 'a', colour: '#cc2200', material: 'ceramic', painted: true }],
};
const LOOK = lookOf(SETTINGS);
const PRESET = { id: 'shop01', name: 'Shop', look: presetLookOf(SETTINGS) };
const refusal = { refused: 'nothing-drawn', detail: 'why' } as const;

const MODEL = { id: 'own-mugs', card: '{"name":"Mugs"}', packed: bytes };

const TO_PLUGIN: UiToPlugin[] = [
  { type: 'ready' },
  { type: 'ask', job: 0 },
  {
    type: 'place',
    job: 1,
    index: 0,
    picture,
    made: MADE,
    how: { where: 'over', again: 'update' },
    thumb: bytes,
    batch: true,
  },
  { type: 'refused', job: 1, index: 0, refusal },
  { type: 'cancel', job: 1 },
  { type: 'settings', settings: SETTINGS },
  { type: 'place-many', job: 1, index: 0, tiles: [{ picture, made: MADE, thumb: bytes }] },
  { type: 'coming', job: 1, coming: true },
  { type: 'look', job: 1, index: 0, look: LOOK },
  { type: 'prefs', prefs: PREFS },
  { type: 'resize', width: 400, height: 600 },
  { type: 'ask-palette' },
  { type: 'ask-image' },
  { type: 'ask-history' },
  { type: 'ask-presets' },
  { type: 'keep-preset', preset: PRESET },
  { type: 'forget-preset', id: 'shop01' },
  { type: 'fetch', id: 'a' },
  { type: 'restore', id: 'a' },
  { type: 'forget', id: 'a' },
  { type: 'keep-model', model: MODEL },
  { type: 'forget-model', id: 'own-mugs' },
  { type: 'copy-look', look: LOOK },
  { type: 'close' },
];
const TO_PANEL: PluginToUi[] = [
  { type: 'opened', mode: 'once', settings: SETTINGS, editor: 'figma', prefs: PREFS },
  { type: 'sketch', job: 1, index: 0, total: 1, sketch, look: LOOK },
  { type: 'refused', job: 1, refusal },
  { type: 'placed', job: 1, index: 0, name: 'Mug' },
  { type: 'done', job: 1, placed: 1, refused: [{ name: 'Jug', refusal }] },
  { type: 'palette', colours: [{ name: 'Brand/Red', colour: '#cc2200' }] },
  { type: 'image', bytes: null },
  { type: 'history', entries: [ENTRY], pruned: 0 },
  { type: 'presets', presets: [PRESET] },
  { type: 'fetched', id: 'a', png: bytes },
  { type: 'models', models: [MODEL] },
  { type: 'model-kept', id: 'own-mugs', kept: true },
  { type: 'told', text: 'Kept.' },
];
const FROM_WORKER: WorkerToUi[] = [
  { type: 'started' },
  { type: 'loaded', job: 1, runtime: 'WASM', models: [], studios: [], materials: [] },
  { type: 'progress', job: 1, stage: 'light', fraction: 0.5 },
  { type: 'picture', job: 1, picture: { ...picture, ms: { read: 1 } }, insight: null, parts: null },
  { type: 'shown', job: 1, shown: SHOWN, insight: null, parts: PARTS },
  { type: 'refused', job: 1, refusal },
  { type: 'crashed', job: 1, message: 'out of memory' },
];
const network = { card: {}, onnx: bytes };
const TO_WORKER: UiToWorker[] = [
  {
    type: 'load',
    job: 1,
    assets: { ort: bytes, brotli: bytes, resvg: bytes, models: [network], light: network, runtime: 'WASM' },
  },
  {
    type: 'load',
    job: 2,
    assets: {
      ort: { name: 'ort', bytes, packing: 'brotli' },
      prepared: { name: 'prepared', bytes, packing: 'gzip' },
      brotli: bytes,
      resvg: bytes,
      models: [network],
      light: network,
      runtime: 'WASM',
    },
  },
  { type: 'realize', job: 1, sketch, settings: SETTINGS, want: { insight: true, parts: true, draft: false } },
  { type: 'cancel', job: 1 },
];

/** A door is told every kind of wrong message: it lets in what is of the wire, and that alone. */
function besiege<T extends { type: string }>(good: readonly T[], open: () => Door<T>): void {
  for (const message of good) expect(open().read(message)).toEqual(message);
  const types = good.map(({ type }) => type);
  fc.assert(
    fc.property(mutated(good), (message) => {
      const door = open();
      const heard = door.read(message);
      expect(door.dropped).toBe(heard ? 0 : 1);
      if (!heard) return;
      expect(types).toContain(heard.type);
      // What was let in is whole: it goes through again unchanged, and brings nothing along.
      expect(open().read(heard)).toEqual(heard);
      expect(Object.keys(heard)).not.toContain('extra');
      expect(Object.getPrototypeOf(heard)).toBe(Object.prototype);
    }),
    runs(400),
  );
}

describe('no door obeys what is not of its wire', () => {
  it('the plugin', () => besiege(TO_PLUGIN, openPanelDoor));

  it('the panel, towards the plugin', () => besiege(TO_PANEL, openPluginDoor));

  it('the panel, towards its worker', () => besiege(FROM_WORKER, openWorkerDoor));

  it('the worker, to whom others may speak, too', () => besiege(TO_WORKER, openRequestDoor));
});

describe('a whole run among wrong messages', () => {
  it('places its pictures and nothing else', { timeout: 300_000 }, async () => {
    // What would rightly end or answer a run is left out: everything else must change nothing.
    const noise = fc.array(
      mutated(TO_PLUGIN).filter((message) => {
        const heard = openPanelDoor().read(message);
        return heard === null || heard.type === 'ready' || heard.type === 'ask';
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(noise, noise, async (before, after) => {
        const stage = await openStage((message, send) => {
          if (message.type !== 'sketch') return;
          before.forEach(send);
          send(pictureOf(message));
          after.forEach(send);
        });
        const frame = { width: 200, height: 200, y: 0 };
        const start = settle(stage, [
          stage.draw('FRAME', { ...frame, x: 0, name: 'A' }),
          stage.draw('FRAME', { ...frame, x: 900, name: 'B' }),
        ]);
        const run = await stage.run('realize');
        await run.closed;
        expect(stage.host.notices.at(-1)).toBe('2 pictures realized.');
        expect(picturesOn(stage, stage.page)).toHaveLength(2);
        // What Figma itself refuses to carry is its problem, not the plugin's.
        expect(
          run.problems.filter((problem) => !problem.startsWith("the window's message was refused")),
        ).toEqual([]);
        stage.store.undo();
        expect(stage.store.snapshot()).toBe(start);
      }),
      runs(8),
    );
  });
});
