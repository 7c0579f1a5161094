// A batch that is cancelled: what is done is kept, what is left can go on.
import { expect, test } from 'vitest';
import { made, settle, table } from './table.ts';

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
  sendAgain(0, 5);
  expect(posted.at(-1)).toEqual({ type: 'skip', job: 6, index: 0 });
  sendAgain(1, 5);
  await answer(asked.length - 1, made);
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 6, index: 1 });
  many.hear({ type: 'placed', job: 6, index: 1, name: '' });
  sendAgain(2, 5);
  await answer(asked.length - 1, made);
  many.hear({ type: 'placed', job: 6, index: 2, name: '' });
  many.hear({ type: 'done', job: 6, placed: 2, refused: [] });
  expect(many.state.ended).toMatchObject({ placed: 3, total: 3, cancelled: false });
  expect(many.left).toBe(0);
});

test('what is selected by then may come first: the rest goes on when it comes, fewer of them if some are gone', () => {
  const { many, current, send, placed, sendAgain } = table();
  many.start();
  placed(0);
  send(1);
  many.cancel();
  many.goOn();
  const selected = { type: 'sketch', job: 7, index: 0, sketch: current.drawing!.sketch, look: null } as const;
  expect(many.hear({ ...selected, total: 3 })).toBe(false);
  expect(many.hear({ type: 'refused', job: 7, refusal: { refused: 'nothing-selected' } })).toBe(false);
  expect(many.state.running).toBeNull();
  expect(sendAgain(0, 4)).toBe(false); // another one's rest
  expect(sendAgain(0, 5, 2)).toBe(true);
  expect(many.state.running).toMatchObject({ job: 6, total: 2, placed: 1 });
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
