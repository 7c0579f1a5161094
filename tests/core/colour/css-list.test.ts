import { expect, it } from 'vitest';
import { listed } from '../../../src/core/colour/css-list.ts';

it('lists part at commas outside brackets', () => {
  expect(listed('in srgb, rgb(1, 2, 3) 20%')).toEqual(['in srgb', 'rgb(1, 2, 3) 20%']);
  expect(listed('a, :is(b, c) , [d="e,f"],')).toEqual(['a', ':is(b, c)', '[d="e,f"]']);
});
