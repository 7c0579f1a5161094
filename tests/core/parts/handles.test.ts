import { expect, it } from 'vitest';
import { regionsOf } from '../../../src/core/image/regions-of-mask.ts';
import { areasOf } from '../../../src/core/parts/twins.ts';
import { handleRegions, type HandlePlace } from '../../../src/core/parts/handles.ts';
import { outlined, round } from './outlined.ts';

/** `#` is ink. Per region, the largest first, whether it is a handle's inside. */
function heldIn(place: HandlePlace | null, ...rows: string[]): boolean[] {
  const data = Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0));
  const { map, sizes } = regionsOf({ width: rows[0]!.length, height: rows.length, data }, 1);
  return [...handleRegions(map, sizes.length, { place, pen: 1 })].slice(1).map((held) => held === 1);
}

const MUG = [
  '.............',
  '.########....',
  '.#......####.',
  '.#......#..#.',
  '.#......#..#.',
  '.#......####.',
  '.#......#....',
  '.########....',
  '.............',
];
const BAG = [
  '...........',
  '...#####...',
  '...#...#...',
  '...#...#...',
  '.#########.',
  '.#.......#.',
  '.#.......#.',
  '.#########.',
  '.#.......#.',
  '.#.......#.',
  '.#########.',
];

it('what stands out beside a mug, or above a bag in two pieces', () => {
  expect(heldIn('beside', ...MUG)).toEqual([false, true]);
  expect(heldIn('above', ...BAG)).toEqual([false, false, true]);
});

it('what stands out above or beside a watering can', () => {
  expect(heldIn('around', ...MUG)).toEqual([false, true]);
  expect(heldIn('around', ...BAG)).toEqual([false, false, true]);
});

it('not on the other side, nor where the name says nothing of a handle', () => {
  expect(heldIn('above', ...MUG)).toEqual([false, false]);
  expect(heldIn('beside', ...BAG)).toEqual([false, false, false]);
  expect(heldIn(null, ...MUG)).toEqual([false, false]);
});

it('not a head above shoulders, which stands off from them', () => {
  const off = [...BAG.slice(0, 4), '...#####...', '...........', ...BAG.slice(4)];
  expect(heldIn('above', ...off)).toEqual([false, false, false]);
});

it('not a lid, which is as broad as what it lies on', () => {
  const lid = ['...........', '.#########.', '.#.......#.', ...BAG.slice(4)];
  expect(heldIn('above', ...lid)).toEqual([false, false, false]);
});

const GEAR = [
  '..#######..',
  '.#.......#.',
  '.#..###..#.',
  '.#.#...#.#.',
  '.#.#...#.#.',
  '.#.#...#.#.',
  '.#..###..#.',
  '.#.......#.',
  '..#######..',
];

it('the hub in a gear’s middle', () => {
  expect(heldIn('middle', ...GEAR)).toEqual([false, true]);
  expect(heldIn('above', ...GEAR)).toEqual([false, false]);
});

it('not what lies off the middle, nor what is nearly as large', () => {
  const off = GEAR.map((row) => `${row.slice(0, 8)}${row[8] === '#' ? '##' : '..'}${row.slice(8)}`);
  expect(heldIn('middle', ...off)).toEqual([false, false]);
  expect(
    heldIn('middle', '#######', '#.....#', '#.###.#', '#.#.#.#', '#.###.#', '#.....#', '#######'),
  ).toEqual([false, true]);
  expect(heldIn('middle', '#####', '#####', '##.##', '#####', '#####')).toEqual([false]);
});

it('the inside of a handle of two lines, not the band round it', () => {
  const two = [
    '.##############......',
    '.#............######.',
    '.#............#....#.',
    '.#............####.#.',
    '.#............#..#.#.',
    '.#............#..#.#.',
    '.#............####.#.',
    '.#............#....#.',
    '.#............######.',
    '.##############......',
  ];
  expect(heldIn('beside', ...two)).toEqual([false, false, true]);
});

it('a handle at a round body, over whose box it reaches, and no spout, which narrows', () => {
  const heldOf = (...shapes: Parameters<typeof outlined>): number[] => {
    const { map, sizes } = outlined(...shapes);
    const held = handleRegions(map, sizes.length, { place: 'beside', pen: 4 });
    return areasOf(map, sizes.length).flatMap(({ box: { x0 } }, region) => (held[region] ? [x0] : []));
  };
  const [body, handle] = [round(55, 50, 32, 36), round(88, 52, 22, 20)];
  const spout = (x: number, y: number): boolean =>
    x > 60 && x < 115 && Math.abs(y - 60 + 0.8 * (x - 70)) < 13 - (x - 70) / 5;
  expect(heldOf(body, handle)).toHaveLength(1);
  expect(heldOf(body, spout)).toEqual([]);
});
