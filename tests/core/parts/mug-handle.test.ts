import { expect, it } from 'vitest';
import { regionsOf } from '../../../src/core/image/regions-of-mask.ts';
import { mugHandle } from '../../../src/core/parts/mug-handle.ts';
import { areasOf } from '../../../src/core/parts/twins.ts';
import { see } from '../seen.ts';

/** Outlines of shapes, the first before the others: where a handle is. */
function handleIn(...shapes: ((x: number, y: number) => boolean)[]): [x: number, y: number] | null {
  const [width, height] = [120, 100];
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const own = shapes.findIndex((isIn) => isIn(x, y));
    const isRim = (u: number, v: number): boolean => shapes.findIndex((isIn) => isIn(u, v)) !== own;
    if (own >= 0 && (isRim(x - 2, y) || isRim(x + 2, y) || isRim(x, y - 2) || isRim(x, y + 2))) data[i] = 1;
  }
  const { map, sizes } = regionsOf({ width, height, data }, 4);
  const areas = areasOf(map, sizes.length);
  const found = mugHandle(map, areas, 8);
  return found === null ? null : [areas[found]!.box.x0, areas[found]!.box.y0];
}
const box = (x0: number, y0: number, x1: number, y1: number) => (x: number, y: number) =>
  x >= x0 && x < x1 && y >= y0 && y < y1;
const round = (cx: number, cy: number, rx: number, ry: number) => (x: number, y: number) =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;

const MUG = box(20, 20, 80, 90);

it('a D at one side of a body, on either side', () => {
  const right = handleIn(MUG, round(80, 50, 24, 19));
  expect(right?.[0]).toBeGreaterThan(79);
  const left = handleIn(box(40, 20, 100, 90), round(40, 50, 24, 19));
  expect(left?.[0]).toBeLessThan(40);
});

it.each([
  ['a battery’s contact, angular', [MUG, box(80, 36, 98, 66)]],
  [
    'a camera’s lens, which widens',
    [MUG, (x: number, y: number) => x >= 80 && x < 104 && Math.abs(y - 50) < x - 74],
  ],
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

it('so has one in outlined strokes', async () => {
  const d = 'M3 5H17V8H18A5 5 0 0 1 18 18H17V21H3ZM5 7V19H15V7ZM17 10V16H18A3 3 0 0 0 18 10Z';
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${d}" fill="#111" fill-rule="evenodd"/></svg>`,
  );
  expect([at(10, 13)[3], at(19, 13)[3]]).toEqual([255, 0]);
});
