import { expect, it } from 'vitest';
import { ESCAPED, unescaped } from '../../../src/core/svg/css-escapes.ts';

it.each([
  ['st0', 'st0'],
  ['\\31 st', '1st'],
  ['\\000031st', '1st'],
  ['a\\.b\\:c', 'a.b:c'],
  ['Gr\\f6\u00dfe', 'Gr\u00f6\u00dfe'],
  ['\\1f436 dog', '\u{1f436}dog'],
  ['\\0 x', '\ufffdx'],
  ['\\ffffffx', '\ufffdx'],
])('%s stands for %s', (written, meant) => {
  expect(unescaped(written)).toBe(meant);
});

it('an escape is one character of a name, with the space that ends it', () => {
  const escapes = new RegExp(ESCAPED, 'g');
  expect('\\31 a\\.b\\f6\u00df c'.match(escapes)).toEqual(['\\31 ', '\\.', '\\f6']);
});
