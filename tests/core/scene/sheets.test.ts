import { expect, it } from 'vitest';
import { isBezel, isBorder, isInnerSheet, isPlate } from '../../../src/core/scene/sheets.ts';
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

it('a border round a ground may be broader for its frame, as small icons have it; with a name it is a thing', () => {
  const rect = (more: string) =>
    `<rect x="0.2" y="0.2" width="9.6" height="9.6" fill="none" stroke="#222" ${more}/>`;
  const drawing = shown(
    rect('stroke-width="0.4"') + rect('stroke-width="0.4" id="rim"') + rect('stroke-width="0.6"'),
  );
  const of = (onGround: boolean) =>
    drawing.shapes.map((shape) => isBorder(shape, drawing.box, drawing, onGround));
  expect(of(true)).toEqual([true, false, false]);
  expect(of(false)).toEqual([false, false, false]);
});

it('an outlined border is one, on all sides or along one; what reaches into the frame is none', () => {
  const ring = '<path fill-rule="evenodd" d="M0 0h10v10h-10zM0.1 0.1v9.8h9.8v-9.8z"/>';
  const pieces =
    '<path d="M0 0V-0.1H-0.1V0H0ZM10 0V0.2H0V-0.2H10V0ZM10 10H9.8V0H10.2V10H10ZM0 10V9.8H10V10.2H0Z"/>';
  const drawing = shown(
    `${ring}${pieces}<path d="M0 9.9h10v.1h-10z"/><rect width="10" height="10"/><path d="M0 0h10v.1h-5v3h-.1v-3h-4.9z"/><path d="M2 9.9h6v.1h-6z"/><path d="M0 9.95h10" fill="none" stroke="#ccc" stroke-width=".1"/><path d="M0 5h10" fill="none" stroke="#ccc" stroke-width=".1"/>`,
  );
  const of = (onGround: boolean) =>
    drawing.shapes.map((shape) => isBorder(shape, drawing.box, drawing, onGround));
  expect(of(true)).toEqual([true, true, true, false, false, false, true, false]);
  expect(of(false)).toEqual(Array(8).fill(false));
});

it('a bezel is broad, goes round the frame up to its corners, and is open', () => {
  const ring = (hole: string) =>
    `<path d="M1 0H9A1 1 0 0 1 10 1V9A1 1 0 0 1 9 10H1A1 1 0 0 1 0 9V1A1 1 0 0 1 1 0Z${hole}"/>`;
  const rect = '<rect x="0.4" y="0.4" width="9.2" height="9.2" fill="none" stroke="#222"';
  const drawing = shown(
    ring('M1 1V9H9V1Z') +
      `${rect} stroke-width="0.8"/>` +
      ring('M0.2 0.2V9.8H9.8V0.2Z') +
      `${rect} stroke-width="0.3"/>` +
      ring('M1 1V3H9V1Z') +
      '<circle cx="5" cy="5" r="4.6" fill="none" stroke="#222" stroke-width="0.8"/>',
  );
  const found = drawing.shapes.map((shape) => isBezel(shape, drawing));
  expect(found).toEqual([true, true, false, false, false, false]);
});
