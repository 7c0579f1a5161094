import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { isRefusal } from '../../../src/core/sketch.ts';

function cast(svg: string): readonly Piece[] {
  const drawing = readDrawing(svg);
  if (isRefusal(drawing)) throw new Error(`refused: ${drawing.refused}`);
  return castRoles(drawing).pieces;
}

const named = (pieces: readonly Piece[], name: string): Piece[] =>
  pieces.filter(({ shape }) => shape.names.includes(name));

describe('the stroke of a filled shape', () => {
  it('is a part of its own when it is broad and hardly any other surface has one', () => {
    const window = named(cast(readFileSync('samples/house.svg', 'utf8')), 'glass round window');
    expect(window.map(({ area, role, outlined }) => [area, role, outlined])).toEqual([
      ['fill', 'form', false],
      ['stroke', 'form', false],
    ]);
  });

  it('is an outline when the drawing outlines its surfaces, however broad', () => {
    const tile = (x: number): string =>
      `<rect id="tile" x="${x}" y="10" width="30" height="30" fill="#c33" stroke="#222" stroke-width="2"/>`;
    const tiles = cast(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60">${tile(5)}${tile(45)}${tile(85)}</svg>`,
    );
    expect(tiles.map(({ area, outlined }) => [area, outlined])).toEqual([
      ['fill', true],
      ['fill', true],
      ['fill', true],
    ]);
  });
});

it('several strokes on one layer are all what one of them is: a ring, white below red', () => {
  const ring = (stroke: string): string =>
    `<path d="M20 60A40 40 0 1 1 100 60A40 40 0 1 1 20 60Z" stroke="${stroke}" stroke-width="5"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" fill="none">`;
  const pieces = cast(`${svg}${ring('#fafafa')}${ring('#ff6c4b')}</svg>`);
  expect(pieces.map(({ role }) => role)).toEqual(['form', 'form']);
});

describe('in a drawing of lines', () => {
  const lines =
    '<rect x="10" y="10" width="100" height="70" rx="4"/><path d="M10 28H110"/><circle cx="20" cy="19" r="3"/>';
  const role = (curve: string, ink = '#111'): string[] =>
    named(
      cast(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 90" fill="none" stroke="${ink}" stroke-width="1">` +
          `${lines}<path id="curve" d="M20 70L45 45L70 60L100 38" ${curve}/></svg>`,
      ),
      'curve',
    ).map((piece) => piece.role);

  it('a curve of another hue than the ink is a thing in its own colour, however thin', () => {
    expect(role('stroke="#e11d48" stroke-width="1.5"')).toEqual(['form']);
    expect(role('stroke="#3b82f6"', '#1c274c')).toEqual(['form']);
  });

  it('one in the ink, in another grey or in a dark hue is a line', () => {
    for (const stroke of ['', 'stroke="#555"', 'stroke="#3a1408"']) expect(role(stroke)).toEqual(['line']);
    expect(role('stroke="#e11d48"', '#e11d48')).toEqual(['line']);
  });
});
