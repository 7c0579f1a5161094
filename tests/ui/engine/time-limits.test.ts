// How long a silence may last: what this machine took before decides, and time in which nobody runs does not
// count.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createIdle } from '../../../src/ui/engine/idle.ts';
import { createTimeLimits, NO_LOAD } from '../../../src/ui/engine/time-limits.ts';
import { createWatchdog } from '../../../src/ui/engine/watchdog.ts';

const LEAST = 8_000;
const small = { pixels: 512 * 512, letters: 1000 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('on a machine that is quick, any silence may last some seconds', () => {
  const limits = createTimeLimits(LEAST);
  limits.saw('load', NO_LOAD, 1);
  expect(limits.of('encode', small)).toBe(LEAST);
});

test('a machine that took ten times as long to unpack is given ten times as long for all that follows', () => {
  const [quick, slow] = [createTimeLimits(0), createTimeLimits(0)];
  quick.saw('unpack', NO_LOAD, 250);
  slow.saw('unpack', NO_LOAD, 2500);
  for (const stretch of ['load', 'generate', 'light'] as const)
    expect(slow.of(stretch, small)).toBe(10 * quick.of(stretch, small));
});

test('a larger picture and a longer drawing may take longer, each where it costs', () => {
  const limits = createTimeLimits(0);
  const large = { pixels: 2048 * 2048, letters: 1000 };
  const long = { pixels: 512 * 512, letters: 2_000_000 };
  expect(limits.of('light', large)).toBe(16 * limits.of('light', small));
  expect(limits.of('generate', large)).toBe(limits.of('generate', small));
  expect(limits.of('lines', long)).toBe(100 * limits.of('lines', small));
});

test('what one busy moment taught is forgotten after many quick ones', () => {
  const limits = createTimeLimits(0);
  const before = limits.of('light', small);
  limits.saw('light', small, 600);
  expect(limits.of('light', small)).toBe(10 * before);
  for (let i = 0; i < 40; i++) limits.saw('light', small, 20);
  expect(limits.of('light', small)).toBe(before);
});

test('a minute in which nothing ran at all does not make a worker that hangs one for which one waits an hour', () => {
  const limits = createTimeLimits(LEAST);
  limits.saw('light', small, 60_000);
  for (const stretch of ['load', 'generate', 'light'] as const)
    expect(limits.of(stretch, small)).toBeLessThan(120_000);
});

test('after a doubt the next silence may last twice as long', () => {
  const limits = createTimeLimits(LEAST);
  limits.doubted();
  expect(limits.of('read', small)).toBe(2 * LEAST);
});

test('the alarm comes after a silence, once, and not after a sign of life or a stop', async () => {
  const alarms: number[] = [];
  const watchdog = createWatchdog(
    () => 1000,
    (silence) => alarms.push(silence),
  );
  await vi.advanceTimersByTimeAsync(5000);
  expect(alarms).toEqual([]); // nothing is awaited yet
  watchdog.heard();
  await vi.advanceTimersByTimeAsync(900);
  expect(watchdog.heard()).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(900);
  expect(alarms).toEqual([]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(alarms).toEqual([1000]);
  watchdog.heard();
  watchdog.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(alarms).toHaveLength(1);
});

test('an hour with the lid closed is no silence', async () => {
  const alarms: number[] = [];
  const watchdog = createWatchdog(
    () => 1000,
    (silence) => alarms.push(silence),
  );
  watchdog.heard();
  await vi.advanceTimersByTimeAsync(300);
  vi.setSystemTime(Date.now() + 3_600_000); // the clock has gone on, no timer has
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000);
  expect(watchdog.heard()).toBeLessThan(1000);
  expect(alarms).toEqual([]);
  vi.restoreAllMocks();
  watchdog.stop();
});

/** Idle on fake timers: how often it has rested. */
function idling() {
  let rests = 0;
  const idle = createIdle(
    () => rests++,
    (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  );
  return { idle, rests: () => rests };
}

test('five minutes without a wish: rest, once; each wish begins them anew', async () => {
  const { idle, rests } = idling();
  idle.stir();
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  idle.stir();
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  expect(rests()).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rests()).toBe(1);
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(rests()).toBe(1);
});

test('a hidden window rests soon; one that is seen again in time does not', async () => {
  const { idle, rests } = idling();
  idle.stir();
  idle.seen(false);
  await vi.advanceTimersByTimeAsync(20_000);
  idle.seen(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rests()).toBe(0);
  idle.seen(false);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(rests()).toBe(1);
});
