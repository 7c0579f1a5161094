import { expect, it } from 'vitest';
import { makePlainReferences, targetOf } from '../../../src/core/svg/plain-references.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { parseXml, writeXml } from '../../../src/core/svg/xml.ts';

function plain(markup: string): string {
  const root = parseXml(`<svg>${markup}</svg>`, 'svg')!;
  makePlainReferences(root);
  return root.children.map(writeXml).join('');
}

it('references have no quotes', () => {
  expect(plain(`<path fill="url('#g') red" style="mask: url( &quot;#m&quot; )"/>`)).toBe(
    '<path fill="url(#g) red" style="mask: url(#m)"></path>',
  );
  expect(plain(`<image href="data:image/png;base64,url('x')"/>`)).toContain(`url('x')`);
});

it('names with brackets, spaces and the like are called otherwise where something refers to them', () => {
  expect(plain(`<path fill="url('#a (1)')"/><linearGradient id="a (1)"/><g id="b (2)"/>`)).toBe(
    '<path fill="url(#reference-0)"></path>' +
      '<linearGradient id="reference-0" data-name="a (1)"></linearGradient><g id="b (2)"></g>',
  );
  expect(
    plain(`<use href="#a b"/><use href="#reference-0"/><path id="a b"/><path id="reference-0"/>`),
  ).toContain('<use href="#reference-1"></use><use href="#reference-0"></use>');
});

it('what only looks like a reference is a word', () => {
  const markup = `<g id="url('#x')" data-name="url('#a b')"></g>`;
  expect(plain(markup)).toBe(markup);
});

it.each([
  ['#a', 'a'],
  [' #a ', 'a'],
  ['#a%20b', 'a b'],
  ['#50%', '50%'],
  ['x.svg#a', null],
  ['#', null],
])('%o refers to %o', (address, id) => {
  expect(targetOf(address)).toBe(id);
});

/** What is painted in red; `Q`: a quotation mark as XML writes it within one. */
const filled = (id: string, fill: string): string =>
  `<linearGradient id="${id}"><stop stop-color="red"/><stop offset="1" stop-color="#f00"/></linearGradient>` +
  `<path d="M0 0h9v9H0z" fill="${fill.replaceAll('Q', '&quot;')}"/>`;

// Each looked at in Chromium.
it.each([
  ['url(#무제_그라디언트_2)', '무제_그라디언트_2', 'drawn'],
  ['url(#Degradado_sin_t%C3%ADtulo)', 'Degradado_sin_título', 'drawn'],
  ['url(Q#swatch (2)Q)', 'swatch (2)', 'drawn'],
  ['url(#swatch\\(2\\))', 'swatch(2)', 'drawn'],
  ['url(#swatch\\20 2)', 'swatch 2', 'drawn'],
  ['url(#swatch(2))', 'swatch(2)', 'flat'],
  ['url(#g 1)', 'g 1', 'flat'],
  ['url(#g%201)', 'g 1', 'drawn'],
  ["url(Q#it'sQ)", "it's", 'drawn'],
  ['url(#a&amp;b)', 'a&amp;b', 'drawn'],
  ['URL(#g)', 'g', 'drawn'],
  ['url( #g )', 'g', 'drawn'],
  ['url(#a/b;c)', 'a/b;c', 'drawn'],
])('%s is a paint as browsers read it', (fill, id, kind) => {
  const drawing = readDrawing(`<svg viewBox="0 0 9 9">${filled(id, fill)}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  expect(drawing.shapes.map((shape) => shape.fill.kind)).toEqual([kind]);
});
