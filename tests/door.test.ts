import * as v from 'valibot';
import { expect, it } from 'vitest';
import { openDoor } from '../src/door.ts';

const ping = v.object({ type: v.literal('ping'), job: v.number() });

it('lets in what fits, without what does not belong to it', () => {
  const door = openDoor(ping);
  expect(door.read({ type: 'ping', job: 1, extra: '!' })).toEqual({ type: 'ping', job: 1 });
  expect(door.dropped).toBe(0);
});

it('drops and counts the rest, each door for itself', () => {
  const door = openDoor(ping);
  for (const message of [undefined, 'ping', { type: 'ping' }]) expect(door.read(message)).toBeNull();
  expect(door.dropped).toBe(3);
  expect(openDoor(ping).dropped).toBe(0);
});
