import { expect, it } from 'vitest';
import { closingOf, listed } from '../../../src/core/colour/css-list.ts';

it('lists part at commas outside brackets', () => {
  expect(listed('in srgb, rgb(1, 2, 3) 20%')).toEqual(['in srgb', 'rgb(1, 2, 3) 20%']);
  expect(listed('a, :is(b, c) , [d="e,f"],')).toEqual(['a', ':is(b, c)', '[d="e,f"]']);
});

it('a bracket or quote is closed where its own one stands, not another’s', () => {
  const closed = (text: string, at: number): string => text.slice(at, closingOf(text, at) + 1);
  expect(closed('a(b[)]")")c)', 1)).toBe('(b[)]")")');
  expect(closed('"\\")" x', 0)).toBe('"\\")"');
  expect(closed('(never', 0)).toBe('(never');
});
