import { describe, expect, it } from 'vitest';
import {
  isSet,
  laySet,
  litFromBelow,
  setSubjectOf,
  roomFor,
  shadowOn,
} from '../../../src/core/light/studio-set.ts';
import { BACKGROUNDS } from '../../../src/core/sketch.ts';
import { cards } from '../fake.ts';

const BOX = { x: 10, y: 20, width: 40, height: 20 };
const UP = [0, 1, 0] as const;

it('sets are those backgrounds that are a studio’s', () => {
  expect(BACKGROUNDS.filter(isSet)).toEqual(['sweep', 'gradient', 'table']);
});

it('a thing stands on its lowest foot, or on its box where nothing stands', () => {
  const grid = { box: { x: 0, y: 10, width: 50, height: 50 }, width: 100, height: 100 };
  const foot = (low: number) => ({ grid, low }) as Parameters<typeof setSubjectOf>[1][number];
  expect(setSubjectOf(BOX, [], UP).foot).toBe(40);
  // Row 50 of 100 over 50 units from 10 on.
  expect(setSubjectOf(BOX, [foot(40), foot(50)], UP)).toEqual({ box: BOX, foot: 35, towards: UP });
});

it('has room beside, above and below, by the longer side', () => {
  const { x, y, width, height } = roomFor(BOX);
  expect([x, y, width, height].map((v) => Number(v.toFixed(3)))).toEqual([1.2, 12, 57.6, 34.4]);
});

it('a shadow has the tone of what it falls on', () => {
  const studio = { ...cards.light.studios[0]! };
  studio.shadow = { ...studio.shadow, colour: [0.2, 0.2, 0.2] };
  expect(shadowOn('#ff8000', studio).shadow.colour.map((v) => Number(v.toFixed(3)))).toEqual([0.2, 0.1, 0]);
  expect(() => shadowOn('none', studio)).toThrow(/backdrop's colour is none, wanted #rrggbb/);
});

it('what stands on a coloured ground has less light from below, in that colour, and the same from elsewhere', () => {
  const { light } = cards;
  const studio = light.studios[0]!;
  const { at } = light.studioVector.find(({ name }) => name === 'ambient_bottom')!;
  const red = litFromBelow('#ff0000', studio, light).vector;
  const [r, g, b] = [0, 1, 2].map((c) => red[at + c]! / studio.vector[at + c]!);
  expect(r).toBeGreaterThan(1);
  expect(g).toBeLessThan(0.5);
  expect(b).toBe(g);
  expect(red.filter((value, k) => value !== studio.vector[k])).toHaveLength(3);
  const black = litFromBelow('#000000', studio, light).vector;
  expect(black[at]! / studio.vector[at]!).toBeCloseTo(0.25, 6);
});

describe('a set behind a picture', () => {
  const place = setSubjectOf({ x: 4, y: 2, width: 2, height: 4 }, [], UP);
  const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
  const laid = (name: 'sweep' | 'gradient' | 'table', colour = '#808080') => {
    const picture = { width: 10, height: 10, data: new Uint8Array(400) };
    picture.data.set([1, 2, 3, 255], 4 * 55);
    laySet(picture, grid, { name, colour, place });
    return (x: number, y: number): number[] => [
      ...picture.data.subarray(4 * (10 * y + x), 4 * (10 * y + x) + 4),
    ];
  };

  it('is opaque everywhere, and leaves what is opaque', () => {
    const at = laid('sweep');
    expect([at(0, 0)[3], at(9, 9)[3], at(5, 5)]).toEqual([255, 255, [1, 2, 3, 255]]);
  });

  it('a gradient is darker below and paler above, the same to both sides', () => {
    const at = laid('gradient');
    expect(at(4, 9)[0]).toBeLessThan(at(4, 1)[0]!);
    expect(at(0, 3)).toEqual(at(9, 3));
  });

  it('a table ends where its wall begins, which is darker', () => {
    const at = laid('table');
    // Its foot is at y = 6; the wall begins 0.19 of 4 units above.
    expect(at(5, 6)[0]).toBeGreaterThan(at(5, 4)[0]!);
    expect(at(0, 0)[0]).toBeLessThan(at(5, 3)[0]!);
  });

  it('is in its own colour, paler than which no channel is cut off', () => {
    const at = laid('sweep', '#fe8000');
    const [red, green, blue] = at(0, 0) as [number, number, number];
    expect([green / red, blue]).toEqual([expect.closeTo(0x80 / 0xfe, 1), 0]);
    // In the pool of light.
    const [most, pale, least] = at(5, 6) as [number, number, number];
    expect([most, pale > 0x80, least > 0]).toEqual([254, true, true]);
  });
});
