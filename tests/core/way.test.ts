import { expect, it } from 'vitest';
import { sideOf } from '../../src/core/way.ts';

const box = { x: 3, y: -2, width: 60.3, height: 241.6 };

it('is as large as was asked, or so many pixels a unit', () => {
  expect(sideOf({ size: 512 }, box)).toBe(512);
  expect(sideOf({ size: 512, scale: 1 }, box)).toBe(242);
  expect(sideOf({ size: 512, scale: 4 }, box)).toBe(966);
  expect(sideOf({ size: 512, scale: 1 }, { ...box, width: 0.1, height: 0.2 })).toBe(1);
});

it('or as many whole pixels a unit as can be, where less will do', () => {
  const of = (width: number) => sideOf({ size: 512, scale: 4, orLess: true }, { ...box, width });
  expect(of(1024)).toBe(4096);
  expect(of(1025)).toBe(3 * 1025);
  expect(of(2000.4)).toBe(4001);
  expect(of(4096)).toBe(4096);
  expect(of(5000)).toBe(4096);
});

it('refuses what is larger than the largest size', () => {
  expect(sideOf({ size: 512, scale: 4 }, { ...box, width: 1024 })).toBe(4096);
  expect(sideOf({ size: 512, scale: 4 }, { ...box, width: 1025 })).toEqual({
    refused: 'too-large',
    detail: 'at 4x it is 4100 pixels long; 4096 is the most',
  });
});
