// A connection whose small runtime broke before: its answers tell why; refusals stay as they are.
import { expect, test } from 'vitest';
import type { Answer, Connection, RunRequest } from '../../../src/ui/engine/connection.ts';
import { telling } from '../../../src/ui/engine/fallen.ts';
import { whatRan } from '../../../src/ui/what-ran.ts';
import { START } from '../../../src/ui/start.ts';

const order: RunRequest = {
  job: 1,
  sketch: { id: '1:2', name: 'Mug', svg: '<svg/>' },
  settings: START.settings,
  want: { insight: false, parts: false, draft: true },
  progress: () => undefined,
};
const shown = { width: 1, height: 1, data: new Uint8Array(4), box: { x: 0, y: 0, width: 1, height: 1 } };
const drafted = {
  shown: { ...shown, ms: { light: 12.4 }, notes: [] },
  ...{ insight: null, parts: null, runtime: 'WASM' as const },
};

const answering = (answer: Answer): Connection => ({
  loaded: { type: 'loaded', job: 0, runtime: 'WASM', models: [], studios: [], materials: [] },
  ask: () => Promise.resolve(answer),
  cancel: () => undefined,
  close: () => undefined,
});

test('after the small runtime broke each answer says so, and the panel does', async () => {
  const answer = await telling(answering(drafted), 'unreachable').ask(order);
  if ('refused' in answer) throw new Error(answer.refused);
  expect(whatRan(answer, null)).toEqual([
    'light 12 ms',
    'The whole ONNX Runtime, as the small one broke: unreachable',
  ]);
});

test('where none broke nothing is told', async () => {
  expect(await telling(answering(drafted), null).ask(order)).toEqual(drafted);
  expect(whatRan(drafted, 'slower')).toEqual(['light 12 ms', 'WebGPU: slower']);
});

test('a refusal stays what it is', async () => {
  const refusal: Answer = { refused: 'cancelled' };
  expect(await telling(answering(refusal), 'unreachable').ask(order)).toEqual(refusal);
});
