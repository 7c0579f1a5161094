// Ids, free names and likeness of what is kept under names.
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ownLightId } from '../../src/schemas/own-light.ts';
import { presetId } from '../../src/schemas/preset.ts';
import { MOST_OWN_NAME } from '../../src/schemas/values.ts';
import { freeName, isAlike, newId } from '../../src/ui/named.ts';

it('ids are what the file takes', () => {
  const id = newId();
  expect([v.is(presetId, id), v.is(ownLightId, id)]).toEqual([true, true]);
});

it('a name that another has gets a number, and stays as short as names are', () => {
  const all = [
    { id: 'a', name: 'Evening' },
    { id: 'b', name: 'Evening 2' },
  ];
  expect(freeName('Noon', all, null)).toBe('Noon');
  expect(freeName('Evening', all, null)).toBe('Evening 3');
  expect(freeName('Evening', all, 'a')).toBe('Evening');
  const long = 'x'.repeat(MOST_OWN_NAME);
  expect(freeName(long, [{ id: 'a', name: long }], null).length).toBeLessThanOrEqual(MOST_OWN_NAME);
});

it('likeness is of values, in whichever order they stand', () => {
  expect(isAlike({ a: 1, b: { c: null } }, { b: { c: null }, a: 1 })).toBe(true);
  expect(isAlike({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(isAlike([1, 2], [2, 1])).toBe(false);
  expect(isAlike(null, {})).toBe(false);
});
