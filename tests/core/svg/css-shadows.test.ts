import { beforeAll, expect, it } from 'vitest';
import { shadowsOf } from '../../../src/core/svg/css-shadows.ts';
import { openPaint, type Paint } from './painted.ts';

let paint: Paint;
beforeAll(async () => {
  paint = await openPaint();
});

const BLUE = { rgb: [0, 0, 255], alpha: 1 };
const OWN = { dx: 0, dy: 0, grow: 0, blur: 0, colour: null };

it.each([
  ['drop-shadow(8px 4px 0 blue)', BLUE],
  ['drop-shadow(rgb(0, 0, 255) 8px 4px)', BLUE],
  ['drop-shadow(8px 4px)', { rgb: [255, 0, 0], alpha: 1 }],
])('%s is a copy below', (filter, colour) => {
  expect(shadowsOf(filter, 'red')).toEqual([{ ...OWN, dx: 8, dy: 4, colour }, OWN]);
});

it('a second one falls from the first, too', () => {
  const copies = shadowsOf('drop-shadow(8px 0 3px blue) drop-shadow(0 5px 4px blue)', 'black')!;
  expect(copies.map(({ dx, dy, blur }) => [dx, dy, blur])).toEqual([
    [8, 5, 5],
    [0, 5, 4],
    [8, 0, 3],
    [0, 0, 0],
  ]);
});

it.each([
  'none',
  'blur(3px)',
  'drop-shadow(8px 4px) blur(3px)',
  'drop-shadow(8px)',
  'drop-shadow(8px 4px no)',
])('%s is none that we know', (filter) => {
  expect(shadowsOf(filter, 'black')).toBeNull();
});

it.each(['drop-shadow(8px 8px 0 blue)', 'drop-shadow(8px 8px blue)'])(
  '%s is drawn with its border',
  (filter) => {
    const { at } = paint(
      '<path d="M10 10H90V90H10Z" fill="#ccc"/>' +
        `<g style="filter:${filter}"><path d="M30 30H70V70H30Z" fill="#f00"/></g>`,
    );
    expect([50, 74, 80].map((x) => at(x, 60))).toEqual([
      [255, 0, 0, 255],
      [0, 0, 255, 255],
      [204, 204, 204, 255],
    ]);
  },
);
