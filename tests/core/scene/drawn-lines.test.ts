import { expect, it } from 'vitest';
import { drawnLines } from '../../../src/core/scene/drawn-lines.ts';
import type { PieceRole } from '../../../src/core/scene/piece.ts';
import { sceneOf } from '../parts/inked.ts';

function found(role: PieceRole, d: string, most = 9) {
  const pieces = sceneOf(`<path d="${d}" fill="none" stroke="#000"/>`).pieces.map((piece) => ({
    ...piece,
    role,
  }));
  const { strokes, lines } = drawnLines(pieces, most);
  return [strokes.length, lines.length];
}

const TWO = 'M1 1H8V1.8H1ZM1 4H8V4.8H1Z';

it('strokes and outlined strokes, line by line', () => {
  expect(found('line', 'M1 1H8M1 4H8')).toEqual([2, 2]);
  expect(found('brush', TWO)).toEqual([2, 2]);
});

it('nothing of too many, of bodies, or of several kinds', () => {
  expect(found('line', 'M1 1H8M1 4H8', 1)[1]).toBe(0);
  expect(found('form', TWO)).toEqual([1, 0]);
  const [one] = sceneOf('<path d="M1 1H8" stroke="#000"/>').pieces;
  const { lines } = drawnLines(
    [
      { ...one!, role: 'line' },
      { ...one!, role: 'brush' },
    ],
    9,
  );
  expect(lines).toEqual([]);
});
