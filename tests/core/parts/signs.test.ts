import { expect, it } from 'vitest';
import { regionsOf } from '../../../src/core/image/regions-of-mask.ts';
import { signCounters } from '../../../src/core/parts/signs.ts';
import type { Plane } from '../../../src/core/sketch.ts';

/** `#` is ink. */
function inkOf(...rows: string[]): Plane<Uint8Array> {
  const data = Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0));
  return { width: rows[0]!.length, height: rows.length, data };
}

/** Per region, the largest first, whether it is open. */
function openIn(ink: Plane<Uint8Array>): boolean[] {
  const { map, sizes } = regionsOf(ink, 1);
  return [...signCounters(map, sizes, ink)].slice(1).map((open) => open === 1);
}

it('a letter’s counter is open, what a ring encloses is not', () => {
  const letter = inkOf(
    '.........',
    '.#######.',
    '.##...##.',
    '.#######.',
    '.##...##.',
    '.##...##.',
    '.........',
  );
  expect(openIn(letter)).toEqual([true]);
  const ring = inkOf(
    '.........',
    '.#######.',
    '.#.....#.',
    '.#.....#.',
    '.#.....#.',
    '.#######.',
    '.........',
  );
  expect(openIn(ring)).toEqual([false]);
});

it('what is known for a body is no letter, little as it encloses', () => {
  const box = inkOf('.......', '.#####.', '.##..#.', '.#####.', '.......');
  const { map, sizes } = regionsOf(box, 1);
  expect(signCounters(map, sizes, box, [])[1]).toBe(1);
  expect(signCounters(map, sizes, box, [8])[1]).toBe(0);
});

it('a fuller counter is a letter’s where a letter stands beside it', () => {
  const bowl = ['.#######.', ...Array<string>(5).fill('.##...##.'), '.#######.', '.........'];
  const stem = ['.#####', '.###..', '.###..', '.#####', '....##', '.#####', '.#####', '......'];
  const beside = bowl.map((row, y) => row + stem[y]!);
  expect(openIn(inkOf('.........', ...bowl))).toEqual([false]);
  expect(openIn(inkOf('.'.repeat(15), ...beside))).toEqual([true]);
  // Under it, it is a thing of its own.
  const under = [...stem.map((row) => `${row}...`), ...bowl];
  expect(openIn(inkOf('.........', ...under))).toEqual([false]);
});

it('what is as large as a counter is open with it, but for what lies on a surface', () => {
  const letter = ['.#########.', '.####.####.', '.#########.', '.#########.', '...........'];
  const ring = ['.###...', '.#.#...', '.###...', '.......', '.......'];
  expect(openIn(inkOf('.'.repeat(18), ...letter.map((row, y) => row + ring[y]!)))).toEqual([true, true]);
  const held = ['#######.', '#.....#.', '#.###.#.', '#.#.#.#.', '#.###.#.', '#.....#.', '#######.'];
  const rows = ['...........', '...........', ...letter].map((row, y) => row + held[y]!);
  expect(openIn(inkOf('.'.repeat(19), ...rows))).toEqual([false, true, false]);
});

it('a small ring on a surface opens no hole in it', () => {
  const target = inkOf(
    '.............',
    '.###########.',
    '.#.........#.',
    '.#..#####..#.',
    '.#..##.##..#.',
    '.#..#####..#.',
    '.#.........#.',
    '.#.........#.',
    '.###########.',
    '.............',
  );
  expect(openIn(target)).toEqual([false, false]);
});

it('of two alike things both are bodies where one is: boxes on equal bars', () => {
  const bar = '###############';
  const small = [bar, '....#.....#....', '....#.....#....', '....#######....'];
  const large = [bar, '...#.......#...', '...#.......#...', '...#########...'];
  const gap = '...............';
  const none = [gap, ...small, gap, gap];
  expect(openIn(inkOf(...none))).toEqual([true]);
  expect(openIn(inkOf(...none, ...large, gap))).toEqual([false, false]);
});

it('a body of many cells is no letter, however broad its lines', () => {
  const cells = (count: number): Plane<Uint8Array> => {
    const row = (line: string): string => `.${line.repeat(count)}##.`;
    const blank = '.'.repeat(row('####').length);
    return inkOf(blank, row('####'), row('####'), ...Array<string>(4).fill(row('##..')), row('####'), row('####'), blank); // prettier-ignore
  };
  expect(openIn(cells(6))).toEqual(Array<boolean>(6).fill(false));
  expect(openIn(cells(2))).toEqual([true, true]);
});
