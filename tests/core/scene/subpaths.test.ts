import { expect, it } from 'vitest';
import { plainPiece } from '../../../src/core/scene/piece.ts';
import { islandsOf, strokesOf } from '../../../src/core/scene/subpaths.ts';
import { sceneOf } from '../parts/inked.ts';

const pieceOf = (d: string) => plainPiece(sceneOf(`<path d="${d}" fill-rule="evenodd"/>`).drawing.shapes[0]!);
const RING = 'M0 0H4V4H0ZM1 1H3V3H1Z';

it('an island takes its holes along, and what lies in a hole is one of its own', () => {
  expect(islandsOf(pieceOf(`${RING}M6 6H8V8H6Z`)).map(({ shape }) => shape.measure.box.width)).toEqual([
    4, 2,
  ]);
  expect(
    islandsOf(pieceOf(`${RING}M1.5 1.5H2V2H1.5Z`)).map(({ border }) => border.match(/M/g)!.length),
  ).toEqual([2, 1]);
  const one = pieceOf(RING);
  expect(islandsOf(one)).toEqual([one]);
});

it('each subpath of a stroke is a line', () => {
  expect(strokesOf(pieceOf('M0 0H4M0 2H3')).map(({ border }) => border)).toEqual(['M0 0H4', 'M0 2H3']);
  const one = pieceOf('M0 0H4');
  expect(strokesOf(one)).toEqual([one]);
});
