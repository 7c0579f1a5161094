import { expect, it } from 'vitest';
import type { ElementPlace } from '../../../src/core/svg/selector-tests.ts';
import { parseSelector, selects } from '../../../src/core/svg/selectors.ts';
import { elementOf } from './elements.ts';

/** svg > g.icon > (path, rect#r.k, rect, g > circle) */
const ROOT: ElementPlace = {
  element: elementOf(
    '<svg><g class="icon"><path/><rect id="r" class="k"/><rect/><g><circle id="c"/></g></g></svg>',
  ),
  parent: null,
  index: 0,
};

function all(place: ElementPlace): ElementPlace[] {
  const { children } = place.element;
  return [place, ...children.flatMap((element, index) => all({ element, parent: place, index }))];
}

const chosen = (text: string): string =>
  all(ROOT)
    .filter((place) => selects(parseSelector(text)!, place))
    .map(({ element }) => element.tag + (element.attributes['id'] ?? ''))
    .join(' ');

it.each([
  ['rect', 'rectr rect'],
  ['*.k', 'rectr'],
  ['#c', 'circlec'],
  ['rect[id]', 'rectr'],
  ['.icon > rect', 'rectr rect'],
  ['svg > rect', ''],
  ['svg rect.k', 'rectr'],
  ['.icon circle', 'circlec'],
  ['path + rect', 'rectr'],
  ['path ~ rect', 'rectr rect'],
  ['rect + rect', 'rect'],
  ['rect ~ path', ''],
  // An ancestor farther out is tried where the nearest one does not fit.
  ['svg > g circle', 'circlec'],
  ['.icon g > circle', 'circlec'],
  ['rect:not(.k)', 'rect'],
  [':is(path, circle)', 'path circlec'],
  ['g:where(.icon)', 'g'],
  ['rect::before', ''],
  ['rect:nth-child(2)', 'rectr'],
  ['g:has(> path)', 'g'],
  ['g:has(circle)', 'g g'],
  ['rect:has(+ g)', 'rect'],
  ['path:has(~ .k, x)', 'path'],
  ['svg:has(> circle)', ''],
  // As CSS Nesting writes out what stands in another rule.
  [':is(.icon) > rect', 'rectr rect'],
  [':is(.icon, #r).k', 'rectr'],
])('%s selects: %s', (text, tags) => {
  expect(chosen(text)).toBe(tags);
});

it.each([
  ['*', 0],
  ['rect', 1],
  ['g rect', 2],
  ['.k', 1_000],
  ['[id]', 1_000],
  ['rect:first-child', 1_001],
  ['#r.k', 1_001_000],
  [':where(#r)', 0],
  [':not(.a, #r)', 1_000_000],
  [':has(.a, #r)', 1_000_000],
])('%s weighs %i', (text, weight) => {
  expect(parseSelector(text)!.weight).toBe(weight);
});

it('tells by what its subject can be found', () => {
  const keys = ['g rect', 'rect.k', 'rect.k#r', '#r.k', '.icon', '*', '[id]'].map(
    (s) => parseSelector(s)!.key,
  );
  expect(keys).toEqual(['rect', '.k', '#r', '#r', '.icon', '', '']);
});

it('reads what is escaped', () => {
  expect(parseSelector('.md\\:k')!.key).toBe('.md:k');
});

it.each(['', '?', 'rect, path', 'rect >', ':not(?)', ':is(rect', ':nth-child(x)', ':has(?)'])(
  '“%s” is refused',
  (text) => {
    expect(parseSelector(text)).toBeNull();
  },
);
