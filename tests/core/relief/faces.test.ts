import { expect, it } from 'vitest';
import { facesOf } from '../../../src/core/relief/faces.ts';
import { plainPiece } from '../../../src/core/scene/piece.ts';
import { sceneOf } from '../parts/inked.ts';

const GRID = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 100, height: 100 };
const LABELS = { width: 100, height: 100, data: new Int32Array(10_000) };
const ALPHA = { width: 100, height: 100, data: new Uint8Array(10_000) };
const box = { x0: 10, y0: 10, x1: 89, y1: 89 };
const disc = { piece: null, wire: false, pixels: (Math.PI / 4) * 6400, box };

/** Of the first of these parts, with an upright stroke on them. */
function isFace(parts: (typeof disc)[], x = 5): boolean {
  const [shape] = sceneOf(`<path d="M${x} 3V7" stroke="#000" stroke-width="0.5"/>`).drawing.shapes;
  const pieces = [{ ...plainPiece(shape!), role: 'print' as const }];
  return facesOf({ grid: GRID, labels: LABELS, alpha: ALPHA, parts }, pieces)[0]!;
}

it('a disc that lines enclose is a face where a sign stands on it', () => {
  expect(isFace([disc])).toBe(true);
  expect(isFace([disc], 9.9)).toBe(false);
});

it('no square, no bean, no wheel of something larger', () => {
  expect(isFace([{ ...disc, pixels: 6400 }])).toBe(false);
  expect(isFace([{ ...disc, box: { ...box, x1: 69 } }])).toBe(false);
  expect(isFace([disc, { ...disc, box: { ...box, x0: 0, x1: 99 } }])).toBe(false);
});
