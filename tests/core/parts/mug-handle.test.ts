import { expect, it } from 'vitest';
import { mugHandle } from '../../../src/core/parts/mug-handle.ts';
import { areasOf } from '../../../src/core/parts/twins.ts';
import { see } from '../seen.ts';
import { box, outlined, round } from './outlined.ts';

/** Of outlines of shapes: where a handle is. */
function handleIn(...shapes: Parameters<typeof outlined>): [x: number, y: number] | null {
  const { map, sizes } = outlined(...shapes);
  const areas = areasOf(map, sizes.length);
  const found = mugHandle(map, areas, 8);
  return found === null ? null : [areas[found]!.box.x0, areas[found]!.box.y0];
}

const MUG = box(20, 20, 80, 90);

it('a D at one side of a body, on either side', () => {
  const right = handleIn(MUG, round(80, 50, 24, 19));
  expect(right?.[0]).toBeGreaterThan(79);
  const left = handleIn(box(40, 20, 100, 90), round(40, 50, 24, 19));
  expect(left?.[0]).toBeLessThan(40);
});

it('beside coffee on both sides of a rim', () => {
  const front = box(20, 20, 80, 90);
  const [behind, before] = [
    (x: number, y: number) => y < 20 && round(50, 20, 30, 14)(x, y),
    (x: number, y: number) => y >= 20 && round(50, 20, 30, 14)(x, y),
  ];
  expect(handleIn(behind, before, front, round(80, 50, 24, 19))?.[0]).toBeGreaterThan(79);
});

it('a small ring, on a body that is no broader than a mug', () => {
  expect(handleIn(MUG, round(80, 50, 22, 13))?.[0]).toBeGreaterThan(79);
});

it.each([
  ['a battery’s contact, angular', [MUG, box(80, 36, 98, 66)]],
  [
    'a camera’s lens, which widens',
    [MUG, (x: number, y: number) => x >= 80 && x < 104 && Math.abs(y - 50) < x - 74],
  ],
  ['a battery’s contact, round', [box(10, 25, 100, 85), round(100, 55, 10, 11)]],
  ['a knob', [MUG, round(80, 50, 14, 9)]],
  ['two ears', [box(40, 20, 80, 90), round(80, 50, 24, 19), round(40, 50, 24, 19)]],
  ['a lid', [box(20, 30, 80, 90), box(30, 10, 70, 30)]],
  ['a body alone', [MUG]],
])('%s is none', (_, shapes) => {
  expect(handleIn(...shapes)).toBeNull();
});

it('a mug of no such name has an open handle', async () => {
  const d = 'M4 6h12v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM16 9h1a4 4 0 0 1 0 8h-1';
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${d}" fill="none" stroke="#111" stroke-width="2"/></svg>`,
  );
  expect([at(10, 13)[3], at(18, 13)[3]]).toEqual([255, 0]);
});

it('a handle of two lines is a band round an open inside', () => {
  const band = round(80, 50, 32, 27);
  const inside = handleIn(MUG, round(80, 50, 24, 19), band);
  expect(inside?.[0]).toBeGreaterThan(79);
  expect(inside?.[1]).toBeGreaterThan(29);
});

it('so has one in outlined strokes', async () => {
  const d = 'M3 5H17V8H18A5 5 0 0 1 18 18H17V21H3ZM5 7V19H15V7ZM17 10V16H18A3 3 0 0 0 18 10Z';
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${d}" fill="#111" fill-rule="evenodd"/></svg>`,
  );
  expect([at(10, 13)[3], at(19, 13)[3]]).toEqual([255, 0]);
});
