// Thirty drawings: what the batch asks of the engine and answers the plugin, and what it remembers of it.
import { expect, test } from 'vitest';
import { lookOf } from '../../../src/core/sketch.ts';
import type { Refused } from '../../../src/protocol/plugin.ts';
import { settings, sketch, made, table } from './table.ts';

test('is offered only where several are selected', () => {
  expect(table(1).many.waiting).toBe(0);
  expect(table(30).many.waiting).toBe(30);
  const { many, asked } = table(1);
  many.start();
  expect(asked).toEqual([]);
});

test('waits for the engine to tell which generators there are', () => {
  const { many, asked } = table(3, false);
  expect(many.ready).toBe(false);
  many.start();
  expect(asked).toEqual([]);
});

test('each drawing is made at full size and placed, and the end is summed up', async () => {
  const { many, posted, asked, send, answer, placed } = table();
  many.start();
  expect(asked[0]).toMatchObject({ settings, insight: false, parts: false });
  asked[0]?.progress('light', 0.5);
  expect(many.state.running).toMatchObject({ index: 0, name: 'Mug 0', fraction: 0.5 });
  await answer(0, made);
  expect(posted.at(-1)).toMatchObject({
    type: 'place',
    job: 5,
    index: 0,
    made: { from: '1:0', ms: 15 },
    how: { where: 'over' },
    thumb: new Uint8Array(2),
  });
  for (const index of [1, 2]) {
    expect(placed(index - 1)).toBe(true);
    expect(send(index)).toBe(true);
    await answer(index, made);
  }
  placed(2);
  expect(many.hear({ type: 'done', job: 5, placed: 3, refused: [] })).toBe(true);
  expect(many.state.running).toBeNull();
  expect(many.state.ended).toMatchObject({ placed: 3, total: 3, refused: [], cancelled: false });
  expect(posted.at(-1)).toEqual({ type: 'ask', job: 0 });
  expect(many.hear({ type: 'done', job: 5, placed: 3, refused: [] })).toBe(false);
});

test("the first drawing's parts are its own; another drawing's kept look is its", async () => {
  const { many, asked, send, answer } = table();
  many.start();
  await answer(0, made);
  send(1);
  expect(asked[1]?.settings).toMatchObject({ studio: 'soft', parts: {} });
  await answer(1, made);
  const look = lookOf({ ...settings, studio: 'rim', seed: 9, parts: { lid: {} } });
  send(2, look);
  expect(asked[2]?.settings).toMatchObject({ studio: 'rim', seed: 9, size: 1024, parts: { lid: {} } });
});

test('a failure of one does not stop the others, and is named at the end', async () => {
  const { many, posted, send, answer, placed } = table();
  many.start();
  await answer(0, { refused: 'nothing-closed' });
  expect(posted.at(-1)).toMatchObject({ type: 'refused', job: 5, index: 0 });
  send(1);
  await answer(1, made);
  many.hear({ type: 'refused', job: 5, refusal: { refused: 'image-refused' } }); // by Figma
  send(2);
  await answer(2, made);
  placed(2);
  const refused: Refused[] = [
    { name: 'Mug 0', refusal: { refused: 'nothing-closed' } },
    { name: 'Mug 1', refusal: { refused: 'image-refused' } },
  ];
  expect(many.state.running?.refused).toEqual(refused);
  many.hear({ type: 'done', job: 5, placed: 1, refused });
  expect(many.state.ended?.refused).toEqual(refused);
  expect(many.state.ended?.placed).toBe(1);
});

test('what Figma could not export never comes, and is named at the end', async () => {
  const { many, send, answer, placed } = table();
  many.start();
  await answer(0, made);
  placed(0);
  send(2);
  await answer(1, made);
  placed(2);
  const refused: Refused[] = [{ name: 'Mug 1', refusal: { refused: 'export-failed' } }];
  many.hear({ type: 'done', job: 5, placed: 2, refused });
  expect(many.state.ended).toMatchObject({ placed: 2, refused });
});

test('a run that a preview has overtaken is asked again, and never ends the whole job of the plugin', async () => {
  const { many, posted, asked, answer } = table();
  many.start();
  await answer(0, { refused: 'cancelled' });
  expect(asked).toHaveLength(2);
  await answer(1, { refused: 'cancelled' });
  await answer(2, { refused: 'cancelled' });
  expect(asked).toHaveLength(3);
  expect(posted).toEqual([{ type: 'refused', job: 5, index: 0, refusal: { refused: 'runtime-failed' } }]);
});

test('another selection ends the batch and belongs to the panel', async () => {
  const { many, posted, answer } = table();
  many.start();
  const other = { ...sketch(8), name: 'Vase' };
  expect(many.hear({ type: 'sketch', job: 6, index: 0, total: 1, sketch: other, look: null })).toBe(false);
  expect(many.state.running).toBeNull();
  await answer(0, made);
  expect(posted).toEqual([]);
});

test('what another job has placed passes by', () => {
  const { many } = table();
  many.start();
  expect(many.hear({ type: 'placed', job: 4, index: 0, name: 'Vase' })).toBe(false);
  expect(many.state.running).not.toBeNull();
});

test('with another than the first in view all of them are made none the less', async () => {
  const { many, posted, current, sendAgain, written } = table();
  current.drawing = { ...current.drawing!, index: 2 };
  many.start();
  expect(written).toEqual([0]); // what was chosen of the third is written before the first is shown
  expect(posted).toEqual([{ type: 'turn-to', job: 5, index: 0 }]);
  sendAgain(0);
  expect(many.state.running).toMatchObject({ job: 6, index: 0, total: 3, placed: 0 });
});
