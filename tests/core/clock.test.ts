import { expect, it } from 'vitest';
import { startClock } from '../../src/core/clock.ts';

it('tells of each stage, and adds up how long it ran', async () => {
  let now = 0;
  const told: [string, number][] = [];
  const clock = startClock(() => now, {
    progress: (stage, fraction) => void told.push([stage, fraction]),
    cancelled: () => {
      now += 100; // what others do meanwhile is nobody's time
      return Promise.resolve(false);
    },
  });
  expect(await clock.next('read', 0)).toBe(true);
  now += 5;
  await clock.next('parts', 0.4);
  now += 7;
  await clock.next('read', 0.6);
  now += 2;
  expect(clock.end()).toEqual({ read: 7, parts: 7 });
  expect(told).toEqual([
    ['read', 0],
    ['parts', 0.4],
    ['read', 0.6],
    ['encode', 1],
  ]);
});

it('stops where it is asked to, and the stage that was to begin takes no time', async () => {
  let now = 0;
  const clock = startClock(() => now++, {
    progress: () => undefined,
    cancelled: () => Promise.resolve(true),
  });
  expect(await clock.next('read', 0)).toBe(false);
  expect(clock.end()).toEqual({});
});
