import { expect, it } from 'vitest';
import { uncrossed } from '../../../src/core/scene/crossed-out.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { sceneOf } from '../parts/inked.ts';
import { see } from '../seen.ts';

function piecesOf(...paths: string[]): Piece[] {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.6"/>`).join('');
  return sceneOf(body).pieces.map((piece) => ({ ...piece, role: 'line' }));
}

function joints(...paths: string[]): string[] {
  return uncrossed(piecesOf(...paths))
    .filter(({ role }) => role === 'line')
    .map(({ shape }) => shape.d)
    .filter((d) => !paths.includes(d));
}

const SLASH = 'M1 1L9 9';
// A box with round corners; the slash cut it, and its upper right half ends short of it.
const LOWER = 'M2 2V8H8';
const UPPER = 'M3.5 2H8V6.5';

it('what a slash cut is whole again, and the slash is seen on it', () => {
  const pieces = piecesOf(LOWER, UPPER, SLASH);
  const print = uncrossed(pieces).filter(({ role }) => role === 'print');
  expect(print.map(({ shape }) => shape.d)).toEqual([SLASH]);
  const added = joints(LOWER, UPPER, SLASH);
  expect(added.map((d) => /^M([\d. ]+)C.* ([\d.]+ [\d.]+)$/.exec(d)!.slice(1))).toEqual([
    ['2 2', '3.5 2'],
    ['8 8', '8 6.5'],
  ]);
});

it('what lies on one side of it alone goes along it', () => {
  expect(joints(LOWER, SLASH)).toEqual(['M2 2L8 8']);
});

it.each([
  ['nothing is struck out', [LOWER, UPPER]],
  ['the slash cuts nothing', ['M5 2A3 3 0 0 1 5 8A3 3 0 0 1 5 2Z', SLASH]],
])('nothing is joined where %s', (_, paths) => {
  const pieces = piecesOf(...paths);
  expect(uncrossed(pieces)).toBe(pieces);
});

it('the last two ends go straight to each other', () => {
  // A camera's body and its lens in one line; the lens's foot was left out.
  const body = 'M2.6 2.6H1.4V8H7.8V7';
  expect(joints('M4.6 2.6H7.6V4L9.4 3V7', body, SLASH).at(-1)).toBe('M9.4 7L7.8 7');
});

it('ends side by side are not joined', () => {
  expect(joints(LOWER, 'M4 4V1.2', 'M5.3 4V1.2', SLASH)).toEqual(['M2 2L8 8']);
});

const drawing = (...paths: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="${paths.join('')}" fill="none" stroke="#111" stroke-width="0.8"/></svg>`;

it('a struck-out box is a body with a slash on it', async () => {
  const { at } = await see(drawing(LOWER, UPPER, SLASH));
  expect([at(3.5, 6.5)[3], at(6.5, 3.5)[3]]).toEqual([255, 255]);
  expect(Math.max(...at(3.5, 6.5).slice(0, 3))).toBeGreaterThan(60);
  expect(Math.max(...at(6, 6).slice(0, 3))).toBeLessThan(40);
});

it('struck-out lines that enclose nothing stay lines', async () => {
  const { at } = await see(drawing('M2 5H4.9', 'M6.6 5H8', 'M2 7.5H4', 'M8 2.5H6', SLASH));
  expect(at(3, 6)[3]).toBe(0);
  expect(at(3, 5)[3]).toBe(255);
});
