import { describe, expect, it } from 'vitest';
import { thin } from '../../../src/core/image/skeleton.ts';
import { maskFrom, rowsOf } from '../small.ts';

describe('thinning (Zhang–Suen)', () => {
  it('leaves a line that is one pixel wide as it is', () => {
    const line = ['........', '.######.', '........'];
    expect(rowsOf(thin(maskFrom(line)))).toEqual(line);
  });

  it('makes a bar three pixels high its middle row, a little shorter', () => {
    const thinned = rowsOf(
      thin(maskFrom(['........', '.######.', '.######.', '.######.', '........', '........'])),
    );
    expect(thinned.filter((_, y) => y !== 2).join('')).not.toContain('#');
    expect(thinned[2]).toMatch(/^\.+#{3,6}\.+$/);
  });

  it('keeps a ring a ring, its hole open', () => {
    const ring = thin(
      maskFrom([
        '........',
        '.######.',
        '.######.',
        '.##..##.',
        '.##..##.',
        '.######.',
        '.######.',
        '........',
      ]),
    );
    const at = (x: number, y: number): number => ring.data[8 * y + x]!;
    expect([at(3, 3), at(4, 3), at(3, 4), at(4, 4)]).toEqual([0, 0, 0, 0]);
    // From the hole every straight way out crosses it.
    for (const k of [3, 4]) {
      expect(at(k, 1) + at(k, 2)).toBeGreaterThan(0);
      expect(at(k, 5) + at(k, 6)).toBeGreaterThan(0);
      expect(at(1, k) + at(2, k)).toBeGreaterThan(0);
      expect(at(5, k) + at(6, k)).toBeGreaterThan(0);
    }
  });

  it('takes no ink on the picture’s rim', () => {
    expect(rowsOf(thin(maskFrom(['####', '....', '....', '####'])))).toEqual(Array(4).fill('....'));
  });
});
