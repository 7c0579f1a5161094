import { expect, it } from 'vitest';
import { basicShape } from '../../../src/core/svg/css-shapes.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { measure } from '../../../src/core/svg/polyline.ts';

const BOX = { x: 10, y: 20, width: 100, height: 50 };
const boxOf = (name: string, inner: string) => {
  const { x, y, width, height } = measure(polylines(basicShape(name, inner, BOX)!.d))!.box;
  return [x, y, width, height].map(Math.round);
};

it.each([
  ['inset', '10px 20%', [30, 30, 60, 30]],
  ['inset', '1px 2px 3px 4px round 8px', [14, 21, 94, 46]],
  ['inset', '0 round 10% / 20px 5px', [10, 20, 100, 50]],
  ['xywh', '10% 5px 30px 20px', [20, 25, 30, 20]],
  ['circle', '', [35, 20, 50, 50]],
  ['circle', '10px at left bottom', [0, 60, 20, 20]],
  ['circle', 'farthest-side at 50% 50%', [10, -5, 100, 100]],
  ['ellipse', '25% 10px at 30px 20px', [15, 30, 50, 20]],
  ['ellipse', 'closest-side farthest-side at 25% 50%', [10, 20, 50, 50]],
  ['polygon', '0 0, 50% 0, 50% 100%', [10, 20, 50, 50]],
  ['path', '"M0 0H20V30Z"', [10, 20, 20, 30]],
] as const)('%s(%s)', (name, inner, box) => {
  expect(boxOf(name, inner)).toEqual(box);
});

it('corners are round, and never longer than the side', () => {
  const area = (inner: string) => measure(polylines(basicShape('inset', inner, BOX)!.d))!.area;
  expect(area('0 round 25px')).toBeCloseTo(5000 - (4 - Math.PI) * 625, -2);
  expect(area('0 round 500px')).toBeCloseTo(5000 - (4 - Math.PI) * 625, -2);
  expect(area('0 round 25px 0 0 0')).toBeCloseTo(5000 - (1 - Math.PI / 4) * 625, -2);
});

it('says its rule; nothing of what it cannot read', () => {
  expect(basicShape('polygon', 'evenodd, 0 0, 1px 0, 1px 1px', BOX)!.rule).toBe('evenodd');
  expect(basicShape('polygon', '0 0, 1px', BOX)).toBeNull();
  expect(basicShape('polygon', '0 0, x 1px, 0 9px', BOX)).toBeNull();
  expect(basicShape('circle', 'calc(1px)', BOX)).toBeNull();
  expect(basicShape('inset', '10px x', BOX)).toBeNull();
  expect(basicShape('star', '5', BOX)).toBeNull();
});
