import { expect, it } from 'vitest';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { plainPiece } from '../../../src/core/scene/piece.ts';
import { area, filled, painted, stroked } from '../../../src/core/scene/pens.ts';
import { isRefusal } from '../../../src/core/sketch.ts';

function pieceOf(attributes: string) {
  const drawing = readDrawing(`<svg viewBox="0 0 9 9"><path d="M1 1H5V5Z" ${attributes}/></svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return { ...plainPiece(drawing.shapes[0]!), area: 'fill' as const };
}

it('an area is the inside, with the outline that belongs to it', () => {
  const piece = pieceOf('fill="red" fill-rule="evenodd" stroke="blue" stroke-width="2"');
  expect(area(piece, '#fff')).toBe(filled(piece.shape, '#fff'));
  expect(area({ ...piece, outlined: true }, '#fff', 3)).toBe(
    filled(piece.shape, '#fff') + stroked(piece.shape, '#fff', 3),
  );
  expect(area({ ...piece, area: 'stroke' }, '#fff')).toBe(stroked(piece.shape, '#fff'));
  expect(filled(piece.shape, '#fff')).toContain('fill-rule="evenodd"');
});

it('paint is as it was drawn', () => {
  expect(painted(pieceOf('fill="red" fill-opacity="0.5" opacity="0.5"'))).toMatch(
    /^<g opacity="0.25"><path .*fill="#ff0000"/,
  );
  expect(
    painted({ ...pieceOf('fill="red" stroke="blue" stroke-dasharray="2 1"'), area: 'stroke' }),
  ).toContain('stroke-dasharray="2 1"');
  expect(painted(pieceOf('fill="none" stroke="blue"'))).toBe('');
});
