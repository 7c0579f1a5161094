// A promise with a limit: in time its value, after it LATE; errors within the limit go through, and no timer
// is left.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LATE, within } from '../src/timeout.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function after<T>(ms: number, end: () => T): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return end();
}

const broken = (): never => {
  throw new Error('broken');
};

test('what comes in time is given, and the clock is put away', async () => {
  const given = within(
    100,
    after(99, () => 7),
  );
  await vi.advanceTimersByTimeAsync(99);
  expect(await given).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

test('what comes too late is LATE', async () => {
  const given = within(
    100,
    after(101, () => 7),
  );
  await vi.advanceTimersByTimeAsync(100);
  expect(await given).toBe(LATE);
});

test('an error in time goes through', async () => {
  const given = within(100, after(50, broken));
  const told = expect(given).rejects.toThrow('broken');
  await vi.advanceTimersByTimeAsync(50);
  await told;
  expect(vi.getTimerCount()).toBe(0);
});

test('an error after the limit is nobody’s: it does not reach the process', async () => {
  const given = within(100, after(150, broken));
  await vi.advanceTimersByTimeAsync(200);
  expect(await given).toBe(LATE);
});
