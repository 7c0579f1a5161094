import { expect, it } from 'vitest';
import { keepWhatHolds } from '../../../src/core/svg/conditions.ts';
import { parseXml, type Element } from '../../../src/core/svg/xml.ts';

/** Ids of what is left, in order. */
function left(markup: string): string {
  const root = parseXml(`<svg>${markup}</svg>`, 'svg')!;
  keepWhatHolds(root);
  const ids = ({ attributes, children }: Element): string =>
    (attributes['id'] ?? '') + children.map(ids).join('');
  return ids(root);
}

it.each([
  ['<p id="a" systemLanguage="de"/><p id="b" systemLanguage="fr, en-GB"/><p id="c"/>', 'bc'],
  ['<p id="a" requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"/><p id="b"/>', 'b'],
  ['<p id="a" requiredExtensions="http://www.w3.org/1999/xhtml"/>', 'a'],
  ['<g id="a"><p id="b" systemLanguage="de"/></g>', 'a'],
])('%s leaves %s', (markup, ids) => {
  expect(left(markup)).toBe(ids);
});

it('of a switch the first that holds, and of words in HTML what stands in for them', () => {
  expect(left('<switch><title/><g id="a" systemLanguage="de"/><g id="b"/><g id="c"/></switch>')).toBe('b');
  expect(left('<switch><foreignObject id="a"/><image id="b"/></switch>')).toBe('b');
  expect(left('<switch><foreignObject id="a"/></switch>')).toBe('');
});
