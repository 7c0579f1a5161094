import { expect, it } from 'vitest';
import {
  attributeTest,
  classesOf,
  placeTest,
  type ElementPlace,
} from '../../../src/core/svg/selector-tests.ts';
import { elementOf } from './elements.ts';

const parent: ElementPlace = { element: elementOf('<g><a/><b/><c/><d/><e/></g>'), parent: null, index: 0 };
const children = parent.element.children.map((element, index): ElementPlace => ({ element, parent, index }));
/** The tags of those of the five children that a pseudo-class selects. */
const chosen = (name: string, inner = ''): string =>
  children
    .filter(placeTest(name, inner)!)
    .map(({ element }) => element.tag)
    .join('');

it('classes stand between spaces', () => {
  expect(classesOf(elementOf('<p class="one  two"/>'))).toEqual(['one', 'two']);
});

it.each([
  [undefined, '', true],
  ['=', 'st0 Lid', true],
  ['=', 'st0', false],
  ['~=', 'Lid', true],
  ['~=', 'Li', false],
  ['^=', 'st', true],
  ['^=', 'Lid', false],
  ['$=', 'Lid', true],
  ['$=', 'st0', false],
  ['*=', '0 L', true],
  ['*=', 'x', false],
  ['*=', '""', false],
  ['^=', '""', false],
  ['$=', '""', false],
] as const)('class="st0 Lid" against [class%s%s]: %s', (relation, value, holds) => {
  const element = elementOf('<p class="st0 Lid"/>');
  expect(attributeTest('class', relation, value, false)({ element, parent: null, index: 0 })).toBe(holds);
});

it('a language is the word itself or its beginning up to a hyphen', () => {
  const of = (lang: string) =>
    attributeTest(
      'lang',
      '|=',
      'en',
      false,
    )({ element: elementOf(`<p lang="${lang}"/>`), parent: null, index: 0 });
  expect([of('en'), of('en-GB'), of('english')]).toEqual([true, true, false]);
});

it('letters count by their case, but where `i` says otherwise; prefixes and quotes fall away', () => {
  const place: ElementPlace = { element: elementOf('<p href="A.svg"/>'), parent: null, index: 0 };
  expect(attributeTest('href', '=', '"a.svg"', false)(place)).toBe(false);
  expect(attributeTest('xlink:href', '=', "'a.svg'", true)(place)).toBe(true);
  expect(attributeTest('src', undefined, '', false)(place)).toBe(false);
});

it.each([
  ['first-child', '', 'a'],
  ['last-child', '', 'e'],
  ['only-child', '', ''],
  ['root', '', ''],
  ['hover', '', ''],
  ['nth-child', '3', 'c'],
  ['nth-child', 'odd', 'ace'],
  ['nth-child', 'even', 'bd'],
  ['nth-child', '2n + 3', 'ce'],
  ['nth-child', '-n+2', 'ab'],
  ['nth-child', 'n+4', 'de'],
  ['nth-child', '3n-1', 'be'],
])(':%s(%s) are %s', (name, inner, tags) => {
  expect(chosen(name, inner)).toBe(tags);
});

it('a root has no parent, and is its own only child', () => {
  expect(placeTest('root', '')!(parent)).toBe(true);
  expect(placeTest('only-child', '')!(parent)).toBe(true);
});

it('a formula that is none is refused', () => {
  expect([placeTest('nth-child', ''), placeTest('nth-child', '2x')]).toEqual([null, null]);
});
