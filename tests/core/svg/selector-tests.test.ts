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
  ['nth-last-child', '2', 'd'],
  ['nth-last-child', 'n+4', 'ab'],
  ['empty', '', 'abcde'],
])(':%s(%s) are %s', (name, inner, tags) => {
  expect(chosen(name, inner)).toBe(tags);
});

it('of a type are those with the same tag', () => {
  const mixed: ElementPlace = {
    element: elementOf('<g><a id="1"/><b id="2"/><a id="3"/><a id="4"/><c id="5"/></g>'),
    parent: null,
    index: 0,
  };
  const ids = (name: string, inner = ''): string =>
    mixed.element.children
      .filter((element, index) => placeTest(name, inner)!({ element, parent: mixed, index }))
      .map(({ attributes }) => attributes['id'])
      .join('');
  expect(ids('first-of-type')).toBe('125');
  expect(ids('last-of-type')).toBe('245');
  expect(ids('only-of-type')).toBe('25');
  expect(ids('nth-of-type', '2')).toBe('3');
  expect(ids('nth-last-of-type', 'odd')).toBe('1245');
});

it('a root has no parent, and is its own only child', () => {
  expect(placeTest('root', '')!(parent)).toBe(true);
  expect(placeTest('only-child', '')!(parent)).toBe(true);
});

it('a formula that is none is refused', () => {
  expect([placeTest('nth-child', ''), placeTest('nth-child', '2x')]).toEqual([null, null]);
});
