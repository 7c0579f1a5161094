// Thirty drawings: what the batch asks of the engine and answers the plugin, and what it remembers of it.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { lookOf, PLAIN } from '../../../src/core/sketch.ts';
import type { Look, Refusal, Settings } from '../../../src/core/sketch.ts';
import type { Refused, UiToPlugin } from '../../../src/protocol/plugin.ts';
import type { Current } from '../../../src/ui/current.ts';
import type { Loaded, Made } from '../../../src/ui/engine/connection.ts';
import type { EngineRequest } from '../../../src/ui/engine/supervisor.ts';
import { createMany } from '../../../src/ui/many/many.ts';
import { MANY } from '../../../src/words.ts';

const settings: Settings = {
  ...PLAIN,
  model: 'realize',
  studio: 'soft',
  size: 1024,
  parts: { cup: { colour: '#ff0000' } },
};
const sketch = (index: number) => ({ id: `1:${index}`, name: `Mug ${index}`, svg: '<svg/>' });
const made: Made = {
  picture: {
    png: new Uint8Array(3),
    width: 1024,
    height: 1024,
    box: { x: 0, y: 0, width: 320, height: 320 },
    ms: { light: 12.4, encode: 3 },
    notes: [],
  },
  insight: null,
  parts: null,
  runtime: 'WASM',
};
const settle = () => new Promise((done) => setTimeout(done));

function table(total = 3, offered = true, naming = '') {
  const posted: UiToPlugin[] = [];
  const asked: EngineRequest[] = [];
  const saved: { file: Uint8Array; name: string }[] = [];
  /** How much was posted when what was chosen was written. */
  const written: number[] = [];
  const answers: ((answer: Made | Refusal) => void)[] = [];
  const current: Current = {
    drawing: { job: 5, index: 0, total, sketch: sketch(0) },
    settings,
    parts: null,
    result: null,
    offer: offered ? ({} as Loaded) : null,
    how: { where: 'over', again: 'add' },
    scale: 2,
    naming,
    choose: () => undefined,
  };
  const many = createMany({
    post: (message) => posted.push(message),
    changed: () => undefined,
    now: () => current,
    flush: () => void written.push(posted.length),
    engine: {
      realize: (wish) => {
        asked.push(wish);
        return new Promise((answer) => answers.push(answer));
      },
      cancel: () => {
        for (const answer of answers) answer({ refused: 'cancelled' });
      },
    },
    thumb: async () => new Uint8Array(2),
    save: (file, name) => void saved.push({ file, name }),
  });
  return {
    many,
    current,
    saved,
    written,
    /** The same drawings, as another job. */
    sendAgain: (index: number) =>
      many.hear({ type: 'sketch', job: 6, index, total, sketch: sketch(index), look: null }),
    posted,
    asked,
    send: (index: number, look: Look | null = null) =>
      many.hear({ type: 'sketch', job: 5, index, total, sketch: sketch(index), look }),
    answer: async (n: number, answer: Made | Refusal) => {
      answers[n]?.(answer);
      await settle();
    },
    placed: (index: number) => many.hear({ type: 'placed', job: 5, index, name: '' }),
  };
}

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

test('cancel keeps what is done: it is told, and nothing is placed after it', async () => {
  const { many, posted, send, answer, placed } = table();
  many.start();
  await answer(0, made);
  placed(0);
  send(1);
  many.cancel();
  await settle();
  expect(posted.slice(1)).toEqual([
    { type: 'cancel', job: 5 },
    { type: 'ask', job: 0 },
  ]);
  expect(many.state.ended).toMatchObject({ placed: 1, total: 3, cancelled: true });
  many.dismiss();
  expect(many.state.ended).toBeNull();
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

test('what was cancelled goes on with what is left, whatever is selected then', async () => {
  const { many, posted, asked, send, answer, placed, sendAgain } = table();
  many.start();
  await answer(0, made);
  placed(0);
  send(1);
  many.cancel();
  expect(many.left).toBe(2);
  many.goOn();
  expect(posted.at(-1)).toEqual({ type: 'go-on', job: 5 });
  sendAgain(0);
  expect(posted.at(-1)).toEqual({ type: 'skip', job: 6, index: 0 });
  sendAgain(1);
  await answer(asked.length - 1, made);
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 6, index: 1 });
  many.hear({ type: 'placed', job: 6, index: 1, name: '' });
  sendAgain(2);
  await answer(asked.length - 1, made);
  many.hear({ type: 'placed', job: 6, index: 2, name: '' });
  many.hear({ type: 'done', job: 6, placed: 2, refused: [] });
  expect(many.state.ended).toMatchObject({ placed: 3, total: 3, cancelled: false });
  expect(many.left).toBe(0);
});

test('a download makes files of the size that is chosen, places nothing, and hands over one file', async () => {
  const { many, posted, asked, saved, send, answer } = table(2);
  many.start('download');
  expect(asked[0]).toMatchObject({ scale: 2 });
  await answer(0, made);
  expect(posted.at(-1)).toEqual({ type: 'skip', job: 5, index: 0 });
  send(1);
  await answer(1, made);
  many.hear({ type: 'done', job: 5, placed: 0, refused: [] });
  expect(posted.some(({ type }) => type === 'place')).toBe(false);
  expect(saved.map(({ name }) => name)).toEqual([MANY.zip]);
  expect(Object.keys(unzipSync(saved[0]!.file))).toEqual(['Mug 0.png', 'Mug 1.png']);
  expect(many.state.ended).toMatchObject({ placed: 2, kind: 'download', cancelled: false });
});

test('files are called as the user’s pattern has it; those of one name get a number', async () => {
  const { many, saved, send, answer } = table(2, true, 'Shop {seed}');
  many.start('download');
  await answer(0, made);
  send(1);
  await answer(1, made);
  many.hear({ type: 'done', job: 5, placed: 0, refused: [] });
  expect(Object.keys(unzipSync(saved[0]!.file))).toEqual(['Shop 1.png', 'Shop 1 2.png']);
});

test('placed ones are called by the pattern, too', async () => {
  const { many, posted, answer } = table(2, true, '{name}_{size}_{n}');
  many.start();
  await answer(0, made);
  expect(posted.at(-1)).toMatchObject({ type: 'place', name: `Mug 0_${made.picture.width}_{n}` });
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

test.each(['cancel', 'dismiss', 'other'] as const)(
  'what was asked for does not start by itself later: %s',
  (how) => {
    const { many, current, sendAgain } = table();
    current.drawing = { ...current.drawing!, index: 2 };
    many.start();
    if (how === 'other')
      many.hear({ type: 'sketch', job: 7, index: 0, total: 2, sketch: current.drawing.sketch, look: null });
    else many[how]();
    sendAgain(0);
    expect(many.state.running).toBeNull();
  },
);
