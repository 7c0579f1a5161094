import { expect, it } from 'vitest';
import { withBodiesClosed } from '../../../src/core/scene/close-bodies.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { strokesOf } from '../../../src/core/scene/subpaths.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { see } from '../seen.ts';

function piecesOf(body: string) {
  const drawing = readDrawing(`<svg viewBox="0 0 10 10">${body}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return castRoles(drawing).pieces;
}

function closed(...paths: string[]) {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.4"/>`).join('');
  const pieces = piecesOf(body).map((piece) => ({ ...piece, role: 'line' as const }));
  const before = pieces.flatMap(strokesOf).map(({ shape }) => shape.d);
  const after = withBodiesClosed(pieces);
  const of = (role: string): string[] =>
    after.filter((piece) => piece.role === role).map(({ shape }) => shape.d);
  return { added: of('line').filter((d) => !before.includes(d) && after !== pieces), print: of('print') };
}

const CARD = 'M9 4V1H1V9H4';
const PLUS = 'M7.5 6V9M6 7.5H9';

it('a card’s corner is closed behind a plus, which is print', () => {
  const { added, print } = closed(CARD, PLUS);
  expect(added).toHaveLength(1);
  expect(added[0]).toMatch(/^M9 4L9 7\.5.*Q9 9 .*L4 9$/);
  expect(print).toHaveLength(2);
});

it('up to a badge, which is a body of its own', () => {
  const { added, print } = closed(CARD, 'M7.5 6A1.8 1.8 0 1 1 7.5 9.6A1.8 1.8 0 1 1 7.5 6Z');
  expect(added.map((d) => d.replace(/L.*/, ''))).toEqual(['M9 4', 'M4 9']);
  const [, down] = /L9 (.*)$/.exec(added[0]!)!;
  expect(Number(down)).toBeGreaterThan(5.8);
  expect(Number(down)).toBeLessThan(7.2);
  expect(print).toEqual([]);
});

it.each([
  ['only one end meets it', [CARD, 'M8 8H9.5']],
  ['the ends meet two things', ['M9 3V1H1V9H3', 'M8 6H9.6', 'M6 8V9.6']],
  ['what they meet is larger', ['M6 4V3H3V6H4', 'M1 8H8V1H9V9H1Z']],
  ['the ends run side by side', ['M2 6V2H8V6', 'M1 8H9']],
  ['it lies on a closed body', ['M0.5 0.5H9.5V9.5H0.5Z', 'M8 4V2H2V8H4', 'M7 6V8M6 7H8']],
  ['all is struck out', [CARD, PLUS, 'M0.2 0.2L9.8 9.8']],
])('an outline stays open where %s', (_, paths) => {
  expect(closed(...paths)).toEqual({ added: [], print: [] });
});

it('drawings with filled bodies are left alone', () => {
  const pieces = piecesOf('<rect width="5" height="5"/><path d="M9 4V1H1V9H4" fill="none" stroke="#000"/>');
  expect(withBodiesClosed(pieces)).toBe(pieces);
});

const drawing = (d: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${d}" fill="none" stroke="#111" stroke-width="2" stroke-linecap="round"/></svg>`;

it('a card behind a plus is a body, and the plus is seen on it', async () => {
  const { at } = await see(
    drawing('M21 10V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h6M18 14v8M14 18h8'),
  );
  expect([at(10, 10)[3], at(15, 15)[3], at(20, 20)[3]]).toEqual([255, 255, 255]);
  for (const [x, y] of [
    [18, 16],
    [16, 18],
  ] as const)
    expect(Math.max(...at(x, y).slice(0, 3))).toBeLessThan(40);
  expect(Math.max(...at(10, 10).slice(0, 3))).toBeGreaterThan(40);
});

it('the sign for power stays a ring', async () => {
  const { at } = await see(drawing('M18 6.5a8.5 8.5 0 1 1-12 0M12 2v9'));
  expect(at(8, 14)[3]).toBe(0);
});
