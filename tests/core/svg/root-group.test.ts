import { expect, it } from 'vitest';
import { rootGroup } from '../../../src/core/svg/root-group.ts';
import { parseXml } from '../../../src/core/svg/xml.ts';

const BOX = { x: 10, y: 0, width: 100, height: 50 };
const group = (attributes: string) =>
  rootGroup(parseXml(`<svg viewBox="10 0 100 50" ${attributes}><rect/></svg>`, 'svg')!, BOX);

it('wears the filter, clip and mask of the root, from attributes and style', () => {
  expect(group('fill="red" style="filter:grayscale(1)" mask="url(#m)"').attributes).toMatchObject({
    filter: 'grayscale(1)',
    mask: 'url(#m)',
  });
});

it('is cut in the pixels of the page, and holds the drawing where it was', () => {
  const { attributes, children } = group('clip-path="url(#c)" width="200"');
  expect(attributes['transform']).toBe('matrix(0.5 0 0 0.5 10 0)');
  expect(group('clip-path="url(#c)"').attributes['transform']).toBe('matrix(1 0 0 1 10 0)');
  expect(children[0]!.children[0]!.tag).toBe('rect');
});

it('is nothing but a group where the root wears nothing', () => {
  expect(group('fill="red"').attributes).toEqual({});
});
