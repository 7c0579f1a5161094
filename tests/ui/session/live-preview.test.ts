// Drafts follow the hand, one at a time; a full picture follows when it rests. Time is made by hand.
import { expect, test } from 'vitest';
import { createLive } from '../../../src/ui/session/live-preview.ts';

const settle = () => new Promise((done) => setTimeout(done));

function table(first = false) {
  const drafts: { parts: boolean; done: (seen: boolean) => void }[] = [];
  let fulls = 0;
  const timers: { ms: number; work: () => void; off: boolean }[] = [];
  const live = createLive(
    {
      draft: (parts) => new Promise((done) => drafts.push({ parts, done })),
      full: () => (fulls += 1),
      isFirst: () => first,
    },
    (ms, work) => {
      const timer = { ms, work, off: false };
      timers.push(timer);
      return () => (timer.off = true);
    },
  );
  const answer = async (n: number, seen = true) => {
    drafts[n]?.done(seen);
    await settle();
  };
  return { live, drafts, timers, answer, fulls: () => fulls };
}

test('while a draft runs, many changes become one more draft', async () => {
  const { live, drafts, answer } = table();
  live.touch(false);
  for (let i = 0; i < 20; i++) live.touch(false);
  expect(drafts.length).toBe(1);
  await answer(0);
  expect(drafts.length).toBe(2);
  await answer(1);
  expect(drafts.length).toBe(2);
});

test('a turn of the light does not ask for the parts again, unless something else changed with it', async () => {
  const { live, drafts, answer } = table();
  live.touch(false);
  live.touch(true);
  live.touch(false);
  expect(drafts[0]?.parts).toBe(false);
  await answer(0);
  expect(drafts[1]?.parts).toBe(true);
});

test('the full picture waits until the hand rests, and the next change calls it off', async () => {
  const { live, answer, timers, fulls } = table();
  live.touch(true);
  await answer(0);
  expect(timers).toMatchObject([{ ms: 600, off: false }]);
  live.touch(true);
  expect(timers[0]?.off).toBe(true);
  await answer(1);
  timers[1]?.work();
  expect(fulls()).toBe(1);
});

test('the first picture of a drawing is followed by the full one at once', async () => {
  const { live, answer, timers } = table(true);
  live.touch(true);
  await answer(0);
  expect(timers[0]?.ms).toBe(0);
});

test('no full picture follows a draft that showed nothing, or one that was stopped', async () => {
  const { live, drafts, answer, timers } = table();
  live.touch(true);
  await answer(0, false);
  expect(timers).toEqual([]);
  live.touch(true);
  live.stop();
  live.touch(true);
  expect(drafts.length).toBe(3);
  await answer(1);
  expect(timers).toEqual([]);
  await answer(2);
  expect(timers.length).toBe(1);
});
