import { expect, it } from 'vitest';
import { withMarks } from '../../../src/core/scene/marks.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const { rasterise } = await fakeEngine();
const WHOLE = { x: 0, y: 0, width: 10, height: 10 };
const stroke = (d: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="#000" stroke-width="${width}" stroke-linejoin="round"/>`;
const BOX = stroke('M1 1H9V9H1Z', 0.3);
/** The role of every piece of strokes that are taken for lines. */
function roles(body: string): string[] {
  const { drawing, pieces } = sceneOf(body);
  const lines = pieces.map((piece) => ({ ...piece, role: 'line' as const }));
  return withMarks(drawing, lines, { object: WHOLE, closing: 0 }, rasterise).map(({ role }) => role);
}

it('broad ink that stands alone in what the others enclose is print', () => {
  expect(roles(BOX + stroke('M4 5H6', 0.6))).toEqual(['line', 'print']);
});

it('thin ink is a seam, ink that touches the outline is of the form, ink outside is none of it', () => {
  expect(roles(BOX + stroke('M4 5H6', 0.2))).toEqual(['line', 'line']);
  expect(roles(BOX + stroke('M4 5H9', 0.6))).toEqual(['line', 'line']);
  const small = stroke('M5 5H9V9H5Z', 0.3);
  expect(roles(small + stroke('M1 2H3', 0.6))).toEqual(['line', 'line']);
});

it('a ring is a part: it encloses more than half of its box; a narrow loop is a letter', () => {
  expect(roles(BOX + stroke('M3 3H7V7H3Z', 0.5))).toEqual(['line', 'line']);
  expect(roles(BOX + stroke('M4 3H5V7H4Z', 0.6))).toEqual(['line', 'print']);
});

it('so is a sign as wide as high whose counter lies aside of its middle, but no ring with a thick pen', () => {
  expect(roles(BOX + stroke('M7.5 3H4.5A1 1 0 0 0 4.5 5.2H6M6 3V7.5M7.2 3V7.5', 0.5))).toEqual([
    'line',
    'print',
    'print',
    'print',
  ]);
  expect(roles(BOX + stroke('M4 4H6V6H4Z', 0.9))).toEqual(['line', 'line']);
});

it('the parts of one path are judged each by itself', () => {
  expect(roles(BOX + stroke('M4 5H6M4 3H9', 0.6))).toEqual(['line', 'print', 'line']);
});

it('so is what is solid and as broad as the pen: a tick on a sheet, no solid body', () => {
  const solid = (d: string): string => `<path d="${d}" fill="#000"/>`;
  const cast = (d: string): string[] => {
    const { drawing, pieces } = sceneOf(stroke('M1 1H9V9H1Z', 0.6) + solid(d));
    return withMarks(drawing, pieces, { object: WHOLE, closing: 0 }, rasterise).map(({ role }) => role);
  };
  expect(cast('M3.6 5L4.4 5.8L6.4 3.8L7 4.4L4.4 7L3 5.6Z')).toEqual(['line', 'print']);
  expect(cast('M4 4H6V6H4Z')).toEqual(['line', 'form']);
});
