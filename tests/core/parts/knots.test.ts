import { expect, it } from 'vitest';
import { isKnot } from '../../../src/core/parts/knots.ts';
import { sceneOf } from './inked.ts';

function knotted(...paths: string[]): boolean {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.3"/>`).join('');
  return isKnot(sceneOf(body).pieces.map((piece) => ({ ...piece, role: 'line' })));
}
const EIGHT = 'M5 5C3 2 1 2 1 5C1 8 3 8 5 5C7 2 9 2 9 5C9 8 7 8 5 5Z';

it('one closed line that crosses itself', () => {
  expect(knotted('M6 2V8A1 1 0 1 0 7 7H2A1 1 0 1 0 3 8V2A1 1 0 1 0 2 3H7A1 1 0 1 0 6 2')).toBe(true);
  expect(knotted(EIGHT)).toBe(true);
  expect(knotted('M5 1L8 9L1 4H9L2 9Z')).toBe(true);
});

it('not a plain outline, an open line, one that goes back on itself, or one of several', () => {
  expect(knotted('M1 1H9V9H1Z')).toBe(false);
  expect(knotted('M1 1L9 9M9 1L1 9')).toBe(false);
  expect(knotted('M1 1L9 9L9 1L1 9')).toBe(false);
  expect(knotted('M1 1H9V9H5V5V9H1Z')).toBe(false);
  expect(knotted(EIGHT, 'M1 9H9')).toBe(false);
  expect(isKnot(sceneOf('<rect width="5" height="5"/>').pieces)).toBe(false);
  expect(isKnot([])).toBe(false);
});
