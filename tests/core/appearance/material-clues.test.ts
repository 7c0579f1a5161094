import { expect, it } from 'vitest';
import {
  cluesOf,
  opacityOfPiece,
  paintOfPiece,
  regionNames,
} from '../../../src/core/appearance/material-clues.ts';
import type { Part } from '../../../src/core/parts/parts.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { sceneOf } from '../parts/inked.ts';

const piecesOf = (body: string): readonly Piece[] => sceneOf(body).pieces;
const [LID] = piecesOf(
  '<g id="jar"><path id="lid" d="M1 1h8v8h-8z" fill="#c33" fill-opacity="0.5" opacity="0.8"/></g>',
);

it('a piece’s own names come after those around it', () => {
  const clues = cluesOf(LID!, { names: ['drawing'], colour: [1, 2, 3], wheel: true, likely: 'wood' });
  expect(clues).toMatchObject({
    names: ['drawing', 'jar', 'lid'],
    colour: [1, 2, 3],
    wheel: true,
    likely: 'wood',
  });
  expect(clues.alpha).toBeCloseTo(0.4);
  expect(cluesOf(null, { names: ['drawing'], colour: [1, 2, 3], wheel: false })).toMatchObject({
    names: ['drawing'],
    alpha: 1,
  });
});

it('what is bare, or paint on something, is as opaque as what it is on', () => {
  expect(opacityOfPiece(LID!)).toBeCloseTo(0.4);
  expect([
    opacityOfPiece({ ...LID!, bare: true }),
    opacityOfPiece({ ...LID!, paint: true }),
    opacityOfPiece(null),
  ]).toEqual([1, 1, 1]);
});

it('the paint is that of the area', () => {
  const [shape] = piecesOf('<path d="M1 1h8v8h-8z" fill="#c33" stroke="#36c"/>').map((piece) => piece.shape);
  const piece = { ...LID!, shape: shape! };
  expect(paintOfPiece({ ...piece, area: 'fill' })).toBe(shape!.fill);
  expect(paintOfPiece({ ...piece, area: 'stroke' })).toBe(shape!.stroke.paint);
});

it('a region is called as the closed line whose box it has', () => {
  const pen = 'fill="none" stroke="#000" stroke-width="0.2"';
  const pieces = piecesOf(
    `<path id="plate" d="M0.9 0.9h6v6h-6z" ${pen}/><path id="seam" d="M1 1H7" ${pen}/><path id="far" d="M0 0h9v9h-9z" ${pen}/>`,
  );
  expect(pieces.every(({ role }) => role === 'line')).toBe(true);
  const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
  const part = (x0: number, x1: number): Part => ({
    piece: null,
    wire: false,
    pixels: 1,
    box: { x0, y0: 1, x1, y1: 6 },
  });
  expect(regionNames(part(1, 6), grid, pieces, 'thing')).toEqual(['thing', 'plate']);
  expect(regionNames(part(1, 4), grid, pieces, 'thing')).toEqual(['thing']);
  expect(regionNames({ ...part(1, 6), piece: LID! }, grid, pieces, 'thing')).toEqual(['thing']);
});
