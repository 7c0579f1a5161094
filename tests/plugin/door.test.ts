import { presetLookOf } from '../../src/protocol/preset.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPanelDoor } from '../../src/plugin/door.ts';
import type { UiToPlugin } from '../../src/protocol/plugin.ts';
import { PLAIN, lookOf } from '../../src/core/sketch.ts';

const settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024, seed: 7 } as const;
const look = lookOf(settings);
const place: Extract<UiToPlugin, { type: 'place' }> = {
  type: 'place',
  job: 1,
  index: 0,
  picture: {
    png: new Uint8Array([1, 2]),
    width: 4,
    height: 3,
    box: { x: 0, y: 0.5, width: 8, height: 6 },
    notes: ['outside-cut'],
  },
  made: { from: '1:2', settings, runtime: 'WASM', ms: 142 },
};
const preset = { id: 'shop01', name: 'Shop', look: presetLookOf(settings) };
const good: UiToPlugin[] = [
  { type: 'ready' },
  { type: 'ask', job: 3 },
  place,
  { type: 'refused', job: 1, index: 2, refusal: { refused: 'nothing-drawn', detail: 'an empty page' } },
  { type: 'cancel', job: 1 },
  { type: 'settings', settings },
  { ...place, how: { where: 'fill', again: 'update' }, thumb: new Uint8Array([3]), batch: true },
  { type: 'turn-to', job: 1, index: 2 },
  { type: 'place-many', job: 1, index: 0, tiles: [{ picture: place.picture, made: place.made }] },
  { type: 'look', job: 1, index: 0, look },
  { type: 'copy-look', look },
  {
    type: 'prefs',
    prefs: {
      where: 'layout',
      again: 'add',
      width: 400,
      height: 500,
      scale: 3,
      section: 'output',
      naming: '',
      welcomed: false,
    },
  },
  { type: 'resize', width: 400, height: 500 },
  { type: 'ask-palette' },
  { type: 'ask-image' },
  { type: 'ask-history' },
  { type: 'ask-presets' },
  { type: 'keep-preset', preset },
  { type: 'forget-preset', id: 'shop01' },
  { type: 'fetch', id: 'a' },
  { type: 'restore', id: 'a' },
  { type: 'forget', id: 'a' },
  { type: 'close' },
];

describe("the sandbox's door", () => {
  it.each(good.map((message) => [message.type, message] as const))('lets in "%s"', (_, message) => {
    const door = openPanelDoor();
    expect(door.read(message)).toEqual(message);
    expect(door.dropped).toBe(0);
  });

  it('drops and counts what is malformed', () => {
    const door = openPanelDoor();
    const bad: unknown[] = [
      null,
      'ready',
      { type: 'eval', code: '1' },
      { type: 'cancel' },
      { type: 'cancel', job: 1.5 },
      { ...place, index: '0' },
      { ...place, picture: { ...place.picture, png: [1, 2] } },
      { ...place, picture: { ...place.picture, width: 0 } },
      { ...place, picture: { ...place.picture, box: { x: 0, y: 0, width: Infinity, height: 1 } } },
      { ...place, made: { ...place.made, runtime: 'x'.repeat(100_000) } },
      { type: 'settings', settings: { ...settings, size: 4097 } },
      { ...place, how: { where: 'under', again: 'add' } },
      { ...place, batch: 'yes' },
      { type: 'place-many', job: 1, index: 0, tiles: [] },
      {
        type: 'place-many',
        job: 1,
        index: 0,
        tiles: Array(10).fill({ picture: place.picture, made: place.made }),
      },
      { type: 'look', job: 1, index: 0, look: { ...look, parts: { a: { colour: 'red' } } } },
      { type: 'look', job: 1, index: 0, look: { ...look, parts: { a: { form: 'oval' } } } },
      { type: 'look', job: 1, index: 0, look: { ...look, parts: { a: { edge: 1.1 } } } },
      { type: 'look', job: 1, index: 0, look: { ...look, relief: { ...look.relief, thickness: -1 } } },
      { type: 'look', job: 1, index: 0, look: { ...look, surface: { roughness: 2, scale: 0 } } },
      { type: 'keep-preset', preset: { ...preset, name: '' } },
      { type: 'keep-preset', preset: { ...preset, id: '../etc' } },
      { type: 'keep-preset', preset: { ...preset, look: { ...preset.look, background: 'beach' } } },
      { type: 'resize', width: -4, height: 500 },
      { type: 'fetch', id: 7 },
      { type: 'refused', job: 1, index: 0, refusal: { refused: 'because' } },
    ];
    for (const message of bad) expect(door.read(message)).toBeNull();
    expect(door.dropped).toBe(bad.length);
  });

  it('carries nothing along that is not of the message', () => {
    expect(openPanelDoor().read({ type: 'cancel', job: 1, extra: '!' })).toEqual({ type: 'cancel', job: 1 });
  });

  it('never throws', () => {
    const door = openPanelDoor();
    fc.assert(
      fc.property(fc.anything(), (message) => {
        door.read(message);
      }),
    );
  });
});
