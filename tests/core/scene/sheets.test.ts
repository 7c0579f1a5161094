import { expect, it } from 'vitest';
import { isBorder, isInnerSheet, isPlate } from '../../../src/core/scene/sheets.ts';
import { sceneOf } from '../parts/inked.ts';

const shown = (body: string) => sceneOf(body).drawing;

it('a plate is opaque and as large as the frame', () => {
  const drawing = shown(
    '<rect width="10" height="10" fill="#264653"/><rect width="10" height="10" rx="2" fill="#264653"/>' +
      '<rect width="10" height="10" fill="#264653" fill-opacity="0.5"/><circle cx="5" cy="5" r="2"/>',
  );
  expect(drawing.shapes.map((shape) => isPlate(shape, drawing, false))).toEqual([true, false, false, false]);
});

it('a white sheet inside has room for its border, and holds all else', () => {
  const sheet = '<rect x="0.2" y="0.2" width="9.6" height="9.6" fill="#fff"/>';
  const held = shown(`${sheet}<circle cx="5" cy="5" r="2"/>`);
  expect(isInnerSheet(held.shapes[0]!, held)).toBe(true);
  const over = shown(`${sheet}<circle cx="5" cy="9" r="2"/>`);
  expect(isInnerSheet(over.shapes[0]!, over)).toBe(false);
});

it('a border is thin and goes round the frame', () => {
  const rect = (more: string) => `<rect x="0.1" y="0.1" width="9.8" height="9.8" ${more}/>`;
  const drawing = shown(
    rect('fill="none" stroke="#ccc" stroke-width="0.2"') + rect('fill="none" stroke="#ccc" stroke-width="1"'),
  );
  expect(drawing.shapes.map((shape) => isBorder(shape, drawing.box, drawing, false))).toEqual([true, false]);
});
