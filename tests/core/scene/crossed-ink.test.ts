import { expect, it } from 'vitest';
import { inkUncrossed } from '../../../src/core/scene/crossed-ink.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { sceneOf } from '../parts/inked.ts';
import { see } from '../seen.ts';

// A box of lines 0.8 broad, struck out from the top left: its upper right half ends short of the slash.
const CUT_BOX =
  'M1.28 0.72L9.28 8.72L8.72 9.28L7.84 8.4H1.6V2.16L0.72 1.28ZM2.4 2.96V7.6H7.04ZM4.2 1.6H8.4V6H7.6V2.4H4.2Z';
const inkOf = (d: string): Piece[] =>
  sceneOf(`<path d="${d}" fill-rule="evenodd"/>`).pieces.map((piece) => ({ ...piece, role: 'brush' }));

it('the slash is cut out of the ink, what it cut is whole again, and it is seen on that', () => {
  const ink = inkOf(CUT_BOX);
  const pieces = inkUncrossed(ink, ink);
  expect(pieces.map(({ role }) => role)).toEqual(['brush', 'line', 'line', 'print']);
  const ends = pieces.slice(1).map(({ shape }) => {
    const places = /^M(\S+) (\S+).*?(\S+) (\S+)$/.exec(shape.d.replaceAll(/[CL]/g, ' '))!;
    return places.slice(1).map((value) => Math.round(Number(value)));
  });
  expect(ends.slice(2)).toEqual([[1, 1, 9, 9]]);
  expect(ends.slice(0, 2).sort()).toEqual([
    [2, 3, 4, 2],
    [7, 8, 8, 6],
  ]);
});

it('ink without a slash stays as it is, and so does a slash that cuts nothing off', () => {
  for (const d of ['M1 1H9V9H1ZM2 2V8H8V2Z', 'M1 0.4L0.4 1L9 9.6L9.6 9ZM5 0.8H9V1.6H5ZM1 8.4H5V9.2H1Z']) {
    const pieces = inkOf(d);
    expect(inkUncrossed(pieces, pieces)).toBe(pieces);
  }
});

const drawing = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${body}</svg>`;

it('a struck-out box in outlined strokes is a body with a slash on it', async () => {
  const { at } = await see(drawing(`<path d="${CUT_BOX}" fill="#111" fill-rule="evenodd"/>`));
  expect([at(3.5, 6.5)[3], at(6.5, 3.5)[3]]).toEqual([255, 255]);
  expect(Math.max(...at(3.5, 6.5).slice(0, 3))).toBeGreaterThan(60);
  expect(Math.max(...at(6, 6).slice(0, 3))).toBeLessThan(40);
});

it('on a duotone body a slash is ink, no crease', async () => {
  const body = '<path d="M2 2H8V8H2Z" fill="#111" opacity="0.2"/>';
  const { at } = await see(drawing(`${body}<path d="${CUT_BOX}" fill="#111" fill-rule="evenodd"/>`));
  expect(at(3.5, 6.5)[3]).toBe(255);
  expect(Math.max(...at(6, 6).slice(0, 3))).toBeLessThan(40);
});
