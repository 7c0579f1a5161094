import { expect, it } from 'vitest';
import type { ShapedForm } from '../../../src/core/relief/by-hand.ts';
import { withRods } from '../../../src/core/relief/rods.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { cards } from '../fake.ts';
import { partsFrom, rectangle } from './parts.ts';

const LINE = ['..........', '.11111111.', '.11111111.', '..........'];
// Its border: 8 above and below, 2 at each end.
const BORDER = 20;

interface Drawn {
  pen?: number;
  area?: Piece['area'];
  made?: string;
  form?: ShapedForm;
  open?: number;
  extent?: number;
  rows?: readonly string[];
}

/** The form of one part that a pen of `pen` drew, of whose border `open` is in the open. */
function formOf({
  pen = 2,
  area = 'stroke',
  made = 'matte_plastic',
  form = 'found',
  open = 1,
  extent = 100,
  rows = LINE,
}: Drawn): ShapedForm {
  const piece: Piece = { ...rectangle(1, 1, 9, 3), area };
  const parts = partsFrom(rows, [
    { ...piece, shape: { ...piece.shape, stroke: { ...piece.shape.stroke, width: pen } } },
    null,
  ]);
  const worn = [cards.light.materials.find(({ id }) => id === made)!, cards.light.materials[0]!];
  const beside = Math.round(BORDER * (1 - open));
  const contacts = beside > 0 ? [{ lower: 0, upper: 1, pixels: beside, over: 1 }] : [];
  const stacking = { contacts, open: Float32Array.of(BORDER - beside, 0) };
  return withRods([form, 'found'], { parts, stacking, worn, extent })[0]!;
}

it.each(['matte_plastic', 'rubber', 'leather', 'wood', 'brushed_metal'])(
  'a stroke of %s is a rod',
  (made) => {
    expect(formOf({ made })).toBe('round');
  },
);

it('metal that would be polished is, too; what has a form by its name keeps it', () => {
  expect(formOf({ made: 'polished_metal', form: 'polished' })).toBe('round');
  expect(formOf({ form: 'tufted' })).toBe('tufted');
});

it('a sheet, a pane and what was filled are none', () => {
  for (const made of ['paper', 'cardboard', 'screen', 'glazing', 'liquid'])
    expect(formOf({ made })).toBe('found');
  expect(formOf({ area: 'fill' })).toBe('found');
});

it('a hair, a board, a stub and a line on a thing are as found', () => {
  expect(formOf({ extent: 160 })).toBe('found');
  expect(formOf({ extent: 26 })).toBe('found');
  expect(formOf({ rows: ['......', '.1111.', '.1111.', '......'] })).toBe('found');
  expect(formOf({ open: 0.3 })).toBe('found');
  expect(formOf({ open: 0.5 })).toBe('round');
});
