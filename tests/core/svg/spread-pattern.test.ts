import { beforeAll, describe, expect, it } from 'vitest';
import { spreadPattern } from '../../../src/core/svg/spread-pattern.ts';
import { idsOf } from './elements.ts';
import { openPaint, type Paint } from './painted.ts';

const BOX = { x: 10, y: 20, width: 40, height: 30 };

function spread(pattern: string, painted = BOX) {
  const ids = idsOf(pattern);
  return spreadPattern(ids.get('p')!, { box: BOX, painted, ids, id: 'new' });
}
const dots = (attributes: string, dot = '<circle cx="4" cy="4" r="2"/>') =>
  `<pattern id="p" patternUnits="userSpaceOnUse" width="10" height="10" ${attributes}>${dot}</pattern>`;

describe('a pattern whose tiles do not meet', () => {
  it('becomes one tile that covers the shape', () => {
    const { attributes, children } = spread(dots('x="3"'))!;
    expect(attributes).toMatchObject({ id: 'new', x: '3', y: '20', width: '50', height: '30' });
    expect(children).toHaveLength(15);
    expect(children[6]!.attributes).toEqual({ transform: 'matrix(1 0 0 1 10 10)' });
  });

  it('has its units, its viewBox and what it refers to settled, and keeps its paint', () => {
    const pattern =
      '<pattern id="q" viewBox="0 0 5 5" fill="red"><circle cx="2" cy="2" r="1"/></pattern>' +
      '<pattern id="p" href="#q" width=".25" height=".5" patternTransform="scale(2)"/>';
    const { attributes, children } = spread(pattern, { x: 20, y: 40, width: 80, height: 60 })!;
    expect(attributes).toEqual({
      fill: 'red',
      id: 'new',
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'matrix(2 0 0 2 0 0)',
      ...{ x: '10', y: '20', width: '40', height: '30' },
    });
    // 5 units are 10 across, in the middle of 15 down.
    expect(children[0]!.children[0]!.attributes).toEqual({ transform: 'matrix(2 0 0 2 0 2.5)' });
  });

  it('has so many tiles in one as can be drawn', () => {
    const { children } = spread(dots(''), { x: 0, y: 0, width: 9000, height: 9000 })!;
    expect(children).toHaveLength(1600);
    expect(spread(dots(''), { x: 0, y: 0, width: 9, height: 9 })).toBeNull();
  });

  it('of stripes, is spread across them alone', () => {
    const { attributes } = spread(dots('', '<rect width="5" height="10"/>'))!;
    expect(attributes).toMatchObject({ x: '10', width: '40', y: '0', height: '10' });
  });
});

it.each([
  ['that fills its tile', dots('', '<rect width="10" height="10"/>')],
  ['with strokes, that may meet', dots('', '<path d="M0 5H9" stroke="red"/>')],
  ['in shares of the viewport', dots('').replace('width="10"', 'width="10%"')],
  ['without a size', dots('').replace('width="10"', '')],
])('a pattern %s stays', (_, pattern) => {
  expect(spread(pattern)).toBeNull();
});

describe('painted', () => {
  let paint: Paint;
  beforeAll(async () => {
    paint = await openPaint();
  });

  it('tiles lie where they belong, however far from the first', () => {
    const pattern =
      '<pattern id="p" patternUnits="userSpaceOnUse" width="6.5" height="6.5"><rect width="3" height="3" fill="#F00"/></pattern>';
    const { at } = paint(`${pattern}<rect width="100" height="100" fill="url(#p)"/>`);
    // The 13th of its tiles begins at 78; were they 7 wide each, it would begin at 84.
    expect([79, 82].map((x) => at(x, 79)[3]! > 127)).toEqual([true, false]);
  });
});
