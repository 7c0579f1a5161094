import { expect, it } from 'vitest';
import { isStruckOut } from '../../../src/core/scene/struck-out.ts';
import { sceneOf } from '../parts/inked.ts';

function struck(...paths: string[]): boolean {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.6"/>`).join('');
  return isStruckOut(sceneOf(body).pieces.map((piece) => ({ ...piece, role: 'line' })));
}
const RING = 'M5 2A3 3 0 0 1 5 8A3 3 0 0 1 5 2Z';

it('a slash with free ends over all that is drawn, in a path of its own or not', () => {
  expect(struck(RING, 'M1 1L9 9')).toBe(true);
  expect(struck(`${RING}M9 1L1 9`)).toBe(true);
});

it('a slash that lines end on, cut off by it, be that near its ends', () => {
  expect(struck('M8.6 8.6H1.6V2M3 1.6H8.4V7', 'M1 1L9 9')).toBe(true);
});

it('a slash that cuts bodies, whose cut sides lie on it up to its ends', () => {
  const upper = 'M5 5L1.3 1.3C1 1 1 1.3 1 2.5V4A1 1 0 0 0 2 5Z';
  const lower = 'M2 7A1 1 0 0 0 1 8A1 1 0 0 0 2 9H8.6L9 9L6 6Z';
  expect(struck(`${upper}${lower}M4 1H8A1 1 0 0 1 9 2V4`, 'M1 1L9 9')).toBe(true);
});

it('a slash at whose end a line ends, where it cuts others off, be it shorter than the drawing', () => {
  const lines = 'M2 8V3M2 2H8V6M9 9H0.5';
  expect(struck('M3 3H2V8', 'M6 6V9', lines, 'M1 1L9 9')).toBe(true);
  expect(struck('M0 3H3M0.2 8H8', 'M9.6 3V6', 'M1.5 1.5L9 9')).toBe(true);
  expect(struck('M0 3H2M0.2 8H7', 'M9.6 3V6', 'M1.5 1.5L9 9')).toBe(false);
});

it('not a crossing, a diagonal of a box, a handle, a slash alone', () => {
  expect(struck(RING, 'M1 1L9 9', 'M9 1L1 9')).toBe(false);
  expect(struck('M1 1H9V9H1Z', 'M1 1L9 9')).toBe(false);
  expect(struck('M4 1A3 3 0 0 1 4 7A3 3 0 0 1 4 1Z', 'M6 6L9 9')).toBe(false);
  expect(struck('M1 1L9 9')).toBe(false);
  expect(struck('M9 9H1V1', 'M1 1L9 9')).toBe(false);
  expect(isStruckOut(sceneOf('<rect width="5" height="5"/>').pieces)).toBe(false);
  expect(isStruckOut([])).toBe(false);
});
