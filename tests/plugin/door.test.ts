import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDoor } from '../../src/plugin/door.ts';
import type { UiToPlugin } from '../../src/protocol.ts';
import { PLAIN } from '../../src/core/sketch.ts';

const settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024, seed: 7 } as const;
const place: UiToPlugin = {
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
const good: UiToPlugin[] = [
  { type: 'ready' },
  { type: 'ask', job: 3 },
  place,
  { type: 'refused', job: 1, index: 2, refusal: { refused: 'nothing-drawn', detail: 'an empty page' } },
  { type: 'cancel', job: 1 },
  { type: 'settings', settings },
  { type: 'close' },
];

describe("the sandbox's door", () => {
  it.each(good.map((message) => [message.type, message] as const))('lets in "%s"', (_, message) => {
    const door = openDoor();
    expect(door.enter(message)).toEqual(message);
    expect(door.dropped).toBe(0);
  });

  it('drops and counts what is malformed', () => {
    const door = openDoor();
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
      { type: 'settings', settings: { ...settings, size: 4096 } },
      { type: 'refused', job: 1, index: 0, refusal: { refused: 'because' } },
    ];
    for (const message of bad) expect(door.enter(message)).toBeNull();
    expect(door.dropped).toBe(bad.length);
  });

  it('carries nothing along that is not of the message', () => {
    expect(openDoor().enter({ type: 'cancel', job: 1, extra: '!' })).toEqual({ type: 'cancel', job: 1 });
  });

  it('never throws', () => {
    const door = openDoor();
    fc.assert(
      fc.property(fc.anything(), (message) => {
        door.enter(message);
      }),
    );
  });
});
