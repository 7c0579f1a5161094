import { expect, it } from 'vitest';
import { leadingNumbers, numbersOf } from '../../../src/core/svg/numbers.ts';

it.each([
  ['1 2,3 , 4', [1, 2, 3, 4]],
  ['-.5.5-1e-2+3', [-0.5, 0.5, -0.01, 3]],
  ['0.1.2.3', [0.1, 0.2, 0.3]],
  ['\n7\t', [7]],
  ['', []],
])('%j holds %j', (text, wanted) => {
  expect(numbersOf(text)).toEqual(wanted);
  expect(leadingNumbers(text)).toEqual(wanted);
});

// As Chromium 147 has it: what follows a fault counts for nothing, a point has digits after it.
it.each([
  ['1 2 x 3', [1, 2]],
  ['5. 6', [5]],
  ['3deg', [3]],
])('%j ends at its fault', (text, before) => {
  expect(numbersOf(text)).toBeNull();
  expect(leadingNumbers(text)).toEqual(before);
});
