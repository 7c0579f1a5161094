import { expect, it } from 'vitest';
import { isPattern, isStrip, isVeil } from '../../../src/core/scene/laid-ground.ts';
import { sceneOf } from '../parts/inked.ts';

const { drawing } = sceneOf(
  '<rect width="10" height="10" fill="#264653"/><rect width="10" height="10" fill="#fff" fill-opacity="0.2"/>' +
    '<path d="M0 4L10 5V6L0 5Z" fill="#2A4A58"/><path d="M0 4L10 5V6L0 5Z" fill="#E63946"/>' +
    '<rect y="7" width="10" height="3" fill="#ddd"/><rect x="2" y="7" width="6" height="3" fill="#ddd"/>',
);
const [plate, veil, wave, ribbon, floor, box] = drawing.shapes;

it('a veil over all of it, a pattern in its colour from side to side, wall and floor', () => {
  expect([veil, plate].map((shape) => isVeil(shape!, drawing.box, drawing))).toEqual([true, false]);
  expect([wave, ribbon].map((shape) => isPattern(shape!, drawing.box, drawing, [plate!]))).toEqual([
    true,
    false,
  ]);
  expect([floor, box].map((shape) => isStrip(shape!, drawing.box, drawing))).toEqual([true, false]);
});
