import { expect, it } from 'vitest';
import { makePlainClips } from '../../../src/core/svg/css-clips.ts';
import { parseXml, type Element } from '../../../src/core/svg/xml.ts';

function plain(attributes: string): Element {
  const root = parseXml(`<svg><rect x="2" y="2" width="4" height="4" ${attributes}/></svg>`, 'svg')!;
  makePlainClips(root, { x: 1, y: 1, width: 20, height: 20 });
  return root;
}
const pathOf = ({ children }: Element): string => children[1]!.children[0]!.attributes['d']!;

it('a basic shape becomes a clip path of the element’s own box', () => {
  const root = plain('style="fill:red;clip-path:inset(1px)"');
  expect(root.children[0]!.attributes).toMatchObject({
    'clip-path': 'url(#css-clip-0-of-realize)',
    style: 'fill:red',
  });
  expect(pathOf(root)).toContain('M3 3H5');
  expect(pathOf(plain('clip-path="polygon(evenodd, 0 0, 100% 0, 0 100%)"'))).toBe('M2 2L6 2L2 6Z');
});

it('in the box that it names', () => {
  const shape = 'stroke="red" stroke-width="2" clip-path="polygon(0 0, 100% 0, 0 100%)';
  expect(pathOf(plain(`${shape}"`))).toBe('M1 1L7 1L1 7Z');
  expect(pathOf(plain(`${shape} fill-box"`))).toBe('M2 2L6 2L2 6Z');
  expect(pathOf(plain('clip-path="view-box circle(50% at 0 0)"'))).toContain('M10 0');
});

it('several masks are one, white under each of them', () => {
  const root = plain('style="fill:red;mask:url(#a), url(#b)"');
  const [rect, mask] = root.children;
  expect(rect!.attributes).toMatchObject({ mask: `url(#${mask!.attributes['id']})`, style: 'fill:red' });
  expect(mask!.children.map(({ attributes }) => attributes['mask'])).toEqual(['url(#a)', 'url(#b)']);
  expect(plain('mask="url(#a)"').children).toHaveLength(1);
});

it('leaves references and what it cannot read; mask-image is a mask', () => {
  expect(plain('clip-path="url(#c)"').children).toHaveLength(1);
  expect(plain('clip-path="circle(calc(1px + 2px))"').children).toHaveLength(1);
  expect(plain('style="mask-image:url(#m)"').children[0]!.attributes['mask']).toBe('url(#m)');
});
