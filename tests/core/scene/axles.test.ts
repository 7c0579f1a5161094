import { expect, it } from 'vitest';
import { hasAxles } from '../../../src/core/scene/axles.ts';
import { sceneOf } from '../parts/inked.ts';

function drawn(...paths: string[]): boolean {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.3"/>`).join('');
  return hasAxles(sceneOf(body).pieces.map((piece) => ({ ...piece, role: 'line' })));
}
const ring = (x: number, y: number, r = 1.5): string =>
  `M${x} ${y + r}A${r} ${r} 0 1 0 ${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}`;
const [BACK, FRONT] = [ring(2, 7), ring(8, 7)];

it('two equal rings with a line to the middle of one: wheels', () => {
  expect(drawn(BACK, FRONT, 'M2 7L4 3H7L8 7')).toBe(true);
  expect(drawn(BACK, FRONT, 'M2 7H5')).toBe(true);
  expect(drawn(BACK, `${FRONT}M8 7L6 2`)).toBe(true);
});

it('not where no line goes in, or it stays in there, or the ring is alone or has no twin', () => {
  expect(drawn(BACK, FRONT, 'M2 5.5L4 3H7')).toBe(false);
  expect(drawn(BACK, FRONT, 'M2 7L2.8 7.8')).toBe(false);
  expect(drawn(ring(5, 5, 3), 'M5 5L9 1')).toBe(false);
  expect(drawn(ring(3, 5, 2.5), ring(8, 7, 1), 'M8 7L9 1')).toBe(false);
  expect(drawn(ring(5, 5, 3), ring(5, 5, 3.1), 'M5 5L9 1')).toBe(false);
  expect(drawn(ring(2, 7, 0.3), ring(8, 7, 0.3), 'M2 7L5 2L8 7')).toBe(false);
});

it('not what is no ring, nor lines on surfaces', () => {
  expect(drawn('M0.5 5.5H3.5V8.5H0.5Z', 'M6.5 5.5H9.5V8.5H6.5Z', 'M2 7H5')).toBe(false);
  expect(hasAxles(sceneOf('<circle cx="5" cy="5" r="4"/>').pieces)).toBe(false);
  expect(hasAxles([])).toBe(false);
});
