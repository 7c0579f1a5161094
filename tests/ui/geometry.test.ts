// Drawing and picture lie over each other in the preview exactly as they do in the document, and stay where
// they are.
import { expect, test } from 'vitest';
import { relativeTo, steady, unionOf } from '../../src/ui/geometry.ts';

const drawing = { x: 0, y: 0, width: 100, height: 100 };

test('a picture that reaches out of its drawing makes the frame larger, and both keep their places', () => {
  const picture = { x: -20, y: 10, width: 160, height: 90 };
  const frame = unionOf(drawing, picture);
  expect(frame).toEqual({ x: -20, y: 0, width: 160, height: 100 });
  expect(relativeTo(frame, drawing)).toEqual({ x: 0.125, y: 0, width: 0.625, height: 1 });
  expect(relativeTo(frame, picture)).toEqual({ x: 0, y: 0.1, width: 1, height: 0.9 });
});

test('the frame does not move for a pixel at the border of a draft, and moves for another drawing', () => {
  expect(steady(null, drawing)).toBe(drawing);
  expect(steady(drawing, { x: -1, y: 0, width: 102, height: 100.5 })).toBe(drawing);
  const wider = { x: 0, y: 0, width: 110, height: 100 };
  expect(steady(drawing, wider)).toBe(wider);
  const beside = { x: 5, y: 0, width: 100, height: 100 };
  expect(steady(drawing, beside)).toBe(beside);
});
