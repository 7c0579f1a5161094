// One runs, one waits, the newest wins; a failure frees the queue.
import { expect, test } from 'vitest';
import { createQueue } from '../../src/worker/queue.ts';
import type { Job } from '../../src/worker/queue.ts';

/** Jobs that end when told to, and a diary of what happened. */
function stage() {
  const diary: string[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  const stops = new Map<number, () => boolean>();
  const queue = createQueue((number, error) => diary.push(`${number} threw ${String(error)}`));
  const job = (number: number): Job => ({
    number,
    run: (stopped) => {
      diary.push(`${number} runs`);
      stops.set(number, stopped);
      return new Promise((done, fail) => ends.set(number, (error) => (error ? fail(error) : done())));
    },
    dropped: () => diary.push(`${number} dropped`),
  });
  const end = async (number: number, error?: Error) => {
    ends.get(number)?.(error);
    await new Promise((done) => setTimeout(done));
  };
  return { queue, job, diary, end, stopped: (number: number) => stops.get(number)?.() };
}

test('a job runs at once when nothing else does', () => {
  const { queue, job, diary, stopped } = stage();
  queue.push(job(1));
  expect(diary).toEqual(['1 runs']);
  expect(stopped(1)).toBe(false);
  expect(queue.idle()).toBe(false);
});

test('a new job asks the running one to stop and waits for its end', async () => {
  const { queue, job, diary, end, stopped } = stage();
  queue.push(job(1));
  queue.push(job(2));
  expect(stopped(1)).toBe(true);
  expect(diary).toEqual(['1 runs']);
  await end(1);
  expect(diary).toEqual(['1 runs', '2 runs']);
  expect(stopped(2)).toBe(false);
});

test('of those that wait only the newest stays; the other is told', async () => {
  const { queue, job, diary, end } = stage();
  queue.push(job(1));
  queue.push(job(2));
  queue.push(job(3));
  expect(diary).toEqual(['1 runs', '2 dropped']);
  await end(1);
  await end(3);
  expect(diary).toEqual(['1 runs', '2 dropped', '3 runs']);
  expect(queue.idle()).toBe(true);
});

test('a job that throws is reported and frees the queue', async () => {
  const { queue, job, diary, end } = stage();
  queue.push(job(1));
  queue.push(job(2));
  await end(1, new Error('no more memory'));
  expect(diary).toEqual(['1 runs', '1 threw Error: no more memory', '2 runs']);
  await end(2);
  expect(queue.idle()).toBe(true);
});

test('cancel stops the running job, drops the waiting one, and ignores what has ended', async () => {
  const { queue, job, diary, end, stopped } = stage();
  queue.push(job(1));
  queue.push(job(2));
  queue.cancel(2);
  queue.cancel(7);
  expect(diary).toEqual(['1 runs', '2 dropped']);
  queue.cancel(1);
  expect(stopped(1)).toBe(true);
  await end(1);
  expect(queue.idle()).toBe(true);
});
