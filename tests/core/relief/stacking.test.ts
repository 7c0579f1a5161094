import { expect, it } from 'vitest';
import { stackingOf } from '../../../src/core/relief/stacking.ts';
import { badge, partsFrom, rectangle } from './parts.ts';

it('a smaller shape whose border runs over a larger one lies on it', () => {
  const { contacts, open } = stackingOf(badge());
  expect(contacts).toEqual([{ lower: 0, upper: 1, pixels: 16, over: 1 }]);
  expect([...open]).toEqual([40, 0]);
});

it('two shapes that end at each other lie side by side', () => {
  const rows = Array.from({ length: 8 }, () => '11112222');
  const { contacts } = stackingOf(partsFrom(rows, [rectangle(0, 0, 4, 8), rectangle(4, 0, 8, 8)]));
  expect(contacts).toEqual([{ lower: 0, upper: 1, pixels: 8, over: 0 }]);
});

it('the same picture with the first shape going on below the second is a stack', () => {
  const rows = Array.from({ length: 8 }, () => '11112222');
  const { contacts } = stackingOf(partsFrom(rows, [rectangle(0, 0, 8, 8), rectangle(4, 0, 8, 8)]));
  expect(contacts[0]?.over).toBe(1);
});

it('looks past the stroke that a shape has for an outline', () => {
  // The second shape begins at 6; its stroke reaches to 4, over the first, which ends at 6.
  const rows = Array.from({ length: 8 }, () => '111122222222');
  const outlined = rectangle(6, 0, 12, 8);
  const stroked = { ...outlined, outlined: true, shape: { stroke: { width: 4 } } as typeof outlined.shape };
  const { contacts } = stackingOf(partsFrom(rows, [rectangle(0, 0, 6, 8), stroked]));
  expect(contacts[0]?.over).toBe(0);
});

it('a region that only lines enclose lies on nothing', () => {
  const { contacts } = stackingOf({ ...badge(), parts: partsFrom(['12'], [null, null]).parts });
  expect(contacts.map(({ over }) => over)).toEqual([0]);
});
