import { expect, it } from 'vitest';
import { parseXml, quoted, writeXml } from '../../../src/core/svg/xml.ts';

it('reads a tree without prefixes, declarations and comments', () => {
  const text = '<?xml version="1.0"?><!-- c --><s:svg xlink:href="#a"><g>one<b/>two</g></s:svg>';
  expect(parseXml(text, 'svg')).toEqual({
    tag: 'svg',
    attributes: { href: '#a' },
    children: [
      {
        tag: 'g',
        attributes: {},
        children: [{ tag: 'b', attributes: {}, children: [], text: '' }],
        text: 'onetwo',
      },
    ],
    text: '',
  });
});

it('takes an attribute without a prefix before one with it, in either order', () => {
  for (const both of ['id="Group-1" serif:id="Group 1"', 'serif:id="Group 1" id="Group-1"'])
    expect(parseXml(`<svg xmlns:serif="s" ${both} xlink:href="#a"/>`, 'svg')!.attributes).toEqual({
      id: 'Group-1',
      href: '#a',
    });
});

it('is null where the root is another one, and throws on what is no XML', () => {
  expect(parseXml('<html/>', 'svg')).toBeNull();
  expect(() => parseXml('<svg><g></svg', 'svg')).toThrow();
});

it('reads characters by number, but not those that XML forbids', () => {
  const of = (text: string) => parseXml(`<svg id="${text}"/>`, 'svg')!.attributes['id'];
  expect([of('&#195;'), of('&#xe4;'), of('&amp;&lt;&#34;')]).toEqual(['Ã', 'ä', '&<"']);
  expect([of('&#0;'), of('&#xd800;')]).toEqual(['', '']);
});

it('writes what it read, marks as entities, without namespaces', () => {
  const text = '<svg xmlns="x" id="a&amp;&quot;&lt;"><style>a &lt; b</style></svg>';
  expect(writeXml(parseXml(text, 'svg')!)).toBe('<svg id="a&amp;&quot;&lt;"><style>a &lt; b</style></svg>');
  expect(quoted('<"&>')).toBe('&lt;&quot;&amp;>');
});
