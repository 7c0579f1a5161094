import { expect, it } from 'vitest';
import { openingsOf } from '../../../src/core/scene/openings.ts';
import { sceneOf } from '../parts/inked.ts';

function openings(reach: number, ...paths: string[]) {
  const body = paths
    .map((d, i) => `<path id="line ${i}" d="${d}" fill="none" stroke="#000" stroke-width="0.1"/>`)
    .join('');
  const { pieces } = sceneOf(body);
  expect(pieces.every(({ role }) => role === 'line')).toBe(true);
  return openingsOf(pieces, reach).map(({ name, from, to }) => `${name}: ${from.join()} ${to.join()}`);
}

it('two loose ends near each other are one opening, of one line or of two', () => {
  expect(openings(2, 'M1 5H4', 'M6 5H9')).toEqual(['line 0: 4,5 6,5']);
  expect(openings(1, 'M4 4H8V8H4V4.5')).toEqual(['line 0: 4,4 4,4.5']);
});

it('what touches is not open: end on end, end on a side, a line that comes round', () => {
  expect(openings(2, 'M1 1H5', 'M5 1V5', 'M5 5H1', 'M1 5V1')).toEqual([]);
  expect(openings(2, 'M1 5H9', 'M5 5V9')).toEqual([]);
  expect(openings(1, 'M5 9V2H8V5H5')).toEqual([]);
  expect(openings(3, 'M1 1H3V3Z')).toEqual([]);
});

it('where nothing is near an end, it alone is told, if ends are looked for everywhere', () => {
  expect(openings(1, 'M1 1H9')).toEqual([]);
  expect(openings(Infinity, 'M1 1H9')).toEqual(['line 0: 1,1 9,1']);
});

it('of a line that hangs at one end the other end is told, too', () => {
  expect(openings(0.5, 'M1 8H9', 'M2 7.5V2H7V5')).toEqual([
    expect.stringContaining('line 1: 2,7.5 '),
    'line 1: 7,5 7,5',
  ]);
});

it('of very many loose ends none is told', () => {
  expect(openings(5, ...Array.from({ length: 30 }, (_, i) => `M1 ${i / 4}H9`))).toEqual([]);
});
