import { expect, it } from 'vitest';
import { bridged } from '../../../src/core/scene/close-gaps.ts';
import { sceneOf } from '../parts/inked.ts';

/** The lines that are added, of strokes 0.1 wide: they reach 0.15 farther than the gap. */
function added(gap: number, ...paths: string[]): string[] {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.1"/>`).join('');
  const { pieces } = sceneOf(body);
  expect(pieces.every(({ role }) => role === 'line')).toBe(true);
  return bridged(pieces, gap)
    .slice(pieces.length)
    .map(({ border: _, shape }) => shape.d);
}

it('two loose ends within reach are joined, by either of them', () => {
  expect(added(2, 'M1 5H4', 'M6 5H9')).toEqual(['M4 5L6 5', 'M6 5L4 5']);
  expect(added(1.8, 'M1 5H4', 'M6 5H9')).toEqual([]);
  // Measured from ink to ink: 2 less than 1.9 and what the strokes themselves reach.
  expect(added(1.9, 'M1 5H4', 'M6 5H9')).toHaveLength(2);
});

it('a loose end goes to the nearest of several', () => {
  expect(added(2, 'M1 5H4', 'M5 5H9', 'M5.5 6V9')[0]).toBe('M4 5L5 5');
});

it('a loose end goes to the side of a line where no end is near', () => {
  const [bar, ...more] = added(1, 'M5 1V4', 'M1 5H9');
  expect(more).toEqual([]);
  const [from, to] = bar!
    .slice(1)
    .split('L')
    .map((pair) => pair.split(' ').map(Number));
  expect(from).toEqual([5, 4]);
  expect(to![0]).toBeCloseTo(5, 0);
  expect(to![1]).toBe(5);
});

it('both ends of one line are not joined, nor are closed lines', () => {
  expect(added(3, 'M4 4H6V6H4V4.5')).toEqual([]);
  expect(added(3, 'M1 1H3V3Z', 'M4 1H6V3Z')).toEqual([]);
});

it('hatching stays as it is', () => {
  const hatch = Array.from({ length: 201 }, (_, i) => `M${i / 30} 1V4`).join('');
  expect(added(1, hatch)).toEqual([]);
});
