// The panel's doors: what fits comes in, what does not is dropped and counted.
import { expect, test } from 'vitest';
import { openPluginDoor, openWorkerDoor } from '../../src/ui/door.ts';

const sketch = {
  type: 'sketch',
  job: 1,
  index: 0,
  total: 1,
  sketch: { id: '1:2', name: 'Mug', svg: '<svg/>' },
  look: null,
};

test('a message of the plugin comes in as it is, without what does not belong to it', () => {
  const door = openPluginDoor();
  expect(door.read(sketch)).toEqual(sketch);
  expect(door.read({ ...sketch, extra: 1 })).toEqual(sketch);
  expect(
    door.read({ type: 'opened', mode: 'once', settings: null, editor: 'figjam', prefs: null }),
  ).not.toBeNull();
  expect(door.dropped).toBe(0);
});

test.each([
  ['nothing', undefined],
  ['text', 'sketch'],
  ['an unknown type', { type: 'eval', code: '1' }],
  ['a sketch without its drawing', { ...sketch, sketch: { id: '1:2', name: 'Mug' } }],
  ['a job that is no number', { ...sketch, job: '1' }],
  ['a reason that does not exist', { type: 'refused', job: 1, refusal: { refused: 'because' } }],
  [
    'settings of a size that is not offered',
    { type: 'opened', mode: 'once', editor: 'figma', settings: { size: 5 } },
  ],
])('%s is dropped and counted', (_what, message) => {
  const door = openPluginDoor();
  expect(door.read(message)).toBeNull();
  expect(door.dropped).toBe(1);
});

test('a worker cannot hand over a picture without bytes', () => {
  const door = openWorkerDoor();
  const picture = {
    png: [1, 2],
    width: 1,
    height: 1,
    box: { x: 0, y: 0, width: 1, height: 1 },
    ms: {},
    notes: [],
  };
  expect(door.read({ type: 'picture', job: 1, picture, insight: null, parts: null })).toBeNull();
  expect(
    door.read({
      type: 'picture',
      job: 1,
      picture: { ...picture, png: new Uint8Array(2) },
      insight: null,
      parts: null,
    }),
  ).not.toBeNull();
  expect(door.dropped).toBe(1);
});
