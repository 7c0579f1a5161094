import { expect, it } from 'vitest';
import { hasRelativeLengths, makePlainLengths } from '../../../src/core/svg/plain-lengths.ts';
import { parseXml, writeXml } from '../../../src/core/svg/xml.ts';

function plain(markup: string, root = ''): string {
  const svg = parseXml(`<svg ${root}>${markup}</svg>`, 'svg')!;
  makePlainLengths(svg, { x: 0, y: 0, width: 200, height: 100 });
  return svg.children.map(writeXml).join('');
}

it.each([
  ['own font size', '<rect font-size="20" width="2em"/>', '<rect font-size="20" width="40"></rect>'],
  ['a group’s', '<g font-size="10"><p width=".5em"/></g>', '<g font-size="10"><p width="5"></p></g>'],
  ['half of the one around', '<g font-size="10"><p font-size="50%" width="2em"/></g>', '<g font-size="10"><p font-size="50%" width="10"></p></g>'], // prettier-ignore
  ['a shorthand', '<p style="font:bold 12px/2 serif;stroke-width:1em"/>', '<p style="font:bold 12px/2 serif;stroke-width:12"></p>'], // prettier-ignore
  ['no font size', '<p r="1em" x="2rem"/>', '<p r="16" x="32"></p>'],
  ['the window', '<p x="10vw" y="10vh" r="5vmin"/>', '<p x="20" y="10" r="5"></p>'],
])('lengths by %s', (_, markup, settled) => {
  expect(plain(markup)).toBe(settled);
});

it('the root’s own font size is that of all', () => {
  expect(plain('<p x="1em" y="2rem"/>', 'font-size="8"')).toBe('<p x="8" y="16"></p>');
});

it.each([
  ['calc(100px + 4*10px)', '140'],
  ['calc(50% - 1in)', '4'],
  ['min(40px, 10%)', '20'],
  ['clamp(1px, 90px, 60px)', '60'],
  ['calc((1em + 4px) * 2)', '40'],
  ['calc(1px +2px)', 'calc(1px +2px)'],
])('width %s is %s', (written, settled) => {
  expect(plain(`<p width="${written}"/>`)).toBe(`<p width="${settled}"></p>`);
});

it('shares are of one, angles in degrees, each dash by itself', () => {
  expect(
    plain('<p style="opacity:calc(10% * 5);rotate:calc(.25turn);stroke-dasharray:calc(1px * 2) 1em"/>'),
  ).toBe('<p style="opacity:0.5;rotate:90;stroke-dasharray:2 16"></p>');
});

it('leaves names and what is no length', () => {
  const markup = '<p id="1em" class="2rem" style="--w:1em;fill:red"></p>';
  expect(plain(markup)).toBe(markup);
});

it('is asked for by what hangs on something, and by nothing else', () => {
  const asks = [
    'width="2em"',
    'r:min(1px,2px)',
    'x="-.5vw"',
    'width="20px"',
    'd="M1e3 4z"',
    'fill="url(#min)"',
  ];
  expect(asks.map(hasRelativeLengths)).toEqual([true, true, true, false, false, false]);
});
