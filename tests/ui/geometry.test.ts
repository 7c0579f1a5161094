// Drawing and picture lie over each other in the preview exactly as they do in the document.
import { expect, test } from 'vitest';
import { frameBoth, viewBoxOf } from '../../src/ui/geometry.ts';

test('a picture that reaches out of its drawing makes the frame larger, and both keep their places', () => {
  const { aspect, drawing, picture } = frameBoth(
    { x: 0, y: 0, width: 100, height: 100 },
    { x: -20, y: 10, width: 160, height: 90 },
  );
  expect(aspect).toBeCloseTo(1.6);
  expect(drawing).toEqual({ x: 0.125, y: 0, width: 0.625, height: 1 });
  expect(picture).toEqual({ x: 0, y: 0.1, width: 1, height: 0.9 });
});

test.each([
  ['<svg viewBox="0 0 320 200" width="10">', { x: 0, y: 0, width: 320, height: 200 }],
  ["<?xml version='1.0'?><svg viewBox='-4,-2.5 8 5'>", { x: -4, y: -2.5, width: 8, height: 5 }],
  ['<svg width="64" height="48px">', { x: 0, y: 0, width: 64, height: 48 }],
  ['<svg width="64">', null],
  ['no drawing', null],
])('the coordinates of %s', (svg, box) => {
  expect(viewBoxOf(svg)).toEqual(box);
});
