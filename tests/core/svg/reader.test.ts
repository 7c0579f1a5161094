import { expect, it } from 'vitest';
import { Reader } from '../../../src/core/svg/reader.ts';
import { parseXml } from '../../../src/core/svg/xml.ts';

function read(markup: string, attributes = '') {
  const root = parseXml(`<svg ${attributes}>${markup}</svg>`, 'svg')!;
  return new Reader(root, { x: 0, y: 0, width: 10, height: 10 }).read(root);
}
const DOT = '<rect width="2" height="2"/>';

it('hands down what groups say, names and all', () => {
  const [shape] = read(`<g id="car" fill="red"><g id="wheel" transform="scale(2)">${DOT}</g></g>`);
  expect(shape!.names).toEqual(['car', 'wheel']);
  expect(shape!.measure.box.width).toBe(4);
  expect(shape!.fill).toMatchObject({ colour: { rgb: [255, 0, 0] } });
});

it('a group of several fades as one, a group of one passes it on', () => {
  const two = read(`<g opacity="0.5">${DOT}${DOT}</g><g opacity="0.5">${DOT}${DOT}</g>`);
  expect(two.map(({ within }) => within)).toEqual([
    ['opacity="0.5" data-layer="0"'],
    ['opacity="0.5" data-layer="0"'],
    ['opacity="0.5" data-layer="1"'],
    ['opacity="0.5" data-layer="1"'],
  ]);
  const [one] = read(`<g opacity="0.5"><g>${DOT}</g></g>`);
  expect([one!.veil, one!.opacity, one!.within]).toEqual([0.5, 0.5, []]);
  const [root] = read(DOT, 'opacity="0.5"');
  expect([root!.veil, root!.within]).toEqual([1, ['opacity="0.5" data-layer="0"']]);
});

it('keeps what is blended in a group, where anything is', () => {
  const blended = `<g style="isolation:isolate">${DOT}<rect width="1" height="1" style="mix-blend-mode:multiply"/></g>`;
  expect(read(blended).map(({ within }) => within)).toEqual([
    ['style="isolation:isolate" data-layer="0"'],
    ['style="isolation:isolate" data-layer="0"', 'style="mix-blend-mode:multiply" data-layer="1"'],
  ]);
  expect(read(`<g style="isolation:isolate">${DOT}${DOT}</g>`)[0]!.within).toEqual([]);
});

it('follows references in place, but not in circles', () => {
  expect(read(`<defs><g id="a">${DOT}</g></defs><use href="#a" x="3"/>`)[0]!.measure.box.x).toBe(3);
  expect(read('<g id="a"><use href="#a"/></g>')).toEqual([]);
});

it('a pen’s percentages are of its viewport’s diagonal by the root of two', () => {
  const line = '<path d="M0 5H20" stroke="red" stroke-width="10%"/>';
  const [thin] = read(`<svg viewBox="0 0 20 10" width="20" height="10">${line}</svg>`);
  expect(thin!.stroke.width).toBeCloseTo(0.1 * Math.sqrt((20 ** 2 + 10 ** 2) / 2), 3);
});
