import { expect, it } from 'vitest';
import { boxOf } from '../../../src/core/svg/box-of.ts';
import { elementOf } from './elements.ts';

const box = (markup: string) => boxOf(elementOf(markup), 200, 100);

it('is that of a group’s shapes in the group’s own coordinates: its transform is left out, theirs count', () => {
  const markup =
    '<g transform="scale(9)"><rect width="2" height="3"/><g transform="translate(10 0)"><path d="M0 4H6"/></g></g>';
  expect(box(markup)).toEqual({ x: 0, y: 0, width: 16, height: 4 });
});

it('leaves strokes out, and takes percentages of the viewport', () => {
  expect(box('<rect x="50%" y="50%" width="10%" height="10%" stroke="red" stroke-width="9"/>')).toEqual({
    x: 100,
    y: 50,
    width: 20,
    height: 10,
  });
});

it('is null where nothing is drawn', () => {
  expect(box('<g><rect width="0" height="3"/><title>none</title></g>')).toBeNull();
});
