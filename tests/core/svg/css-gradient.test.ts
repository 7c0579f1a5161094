import { expect, it } from 'vitest';
import { gradientOf } from '../../../src/core/svg/css-gradient.ts';

const BOX = { x: 10, y: 20, width: 40, height: 30 };
const made = (image: string) => gradientOf(image, BOX, 'g');

/** The gradient line's ends, rounded. */
const ends = (image: string): number[] => {
  const { attributes } = made(image)!;
  return ['x1', 'y1', 'x2', 'y2'].map((name) => Math.round(10 * Number(attributes[name])) / 10);
};
const stops = (image: string): string[] =>
  made(image)!.children.map(({ attributes }) => `${attributes['stop-opacity']} at ${attributes['offset']}`);

it('a linear gradient runs down, along its angle, to a side or a corner', () => {
  expect(ends('linear-gradient(black, transparent)')).toEqual([30, 20, 30, 50]);
  expect(ends('linear-gradient(90deg, black, transparent)')).toEqual([10, 35, 50, 35]);
  expect(ends('linear-gradient(to top, black, transparent)')).toEqual([30, 50, 30, 20]);
  expect(ends('linear-gradient(0.25turn, #000 10%, rgba(0, 0, 0, 0.5))')).toEqual([10, 35, 50, 35]);
  // The line to a corner is across the other diagonal: (30, 40) for a box of 40 by 30.
  const [x1, y1, x2, y2] = ends('linear-gradient(to bottom right, black, transparent)') as [number, number, number, number]; // prettier-ignore
  expect((x2 - x1) / (y2 - y1)).toBeCloseTo(30 / 40, 1);
});

it('a radial one reaches the farthest corner', () => {
  expect(made('radial-gradient(circle at left top, #000, transparent)')!.attributes).toMatchObject({
    r: '1',
    gradientTransform: 'matrix(50 0 0 50 10 20)',
  });
  const { gradientTransform } = made('radial-gradient(#000, transparent 70%)')!.attributes;
  expect(gradientTransform).toBe(`matrix(${20 * Math.SQRT2} 0 0 ${15 * Math.SQRT2} 30 35)`);
});

it('stops have their places, lengths too, or lie evenly; one may have two', () => {
  expect(stops('linear-gradient(90deg, #000, transparent 10px, #0008, #000)')).toEqual([
    '1 at 0',
    '0 at 0.25',
    `${0x88 / 255} at 0.625`,
    '1 at 1',
  ]);
  expect(stops('linear-gradient(#000 20% 40%, transparent)')).toEqual(['1 at 0.2', '1 at 0.4', '0 at 1']);
});

it('what is no gradient, or says what is not known, is none', () => {
  for (const image of ['url(#m)', 'none', 'conic-gradient(#000, #fff)', 'linear-gradient(to nowhere, #000, #fff)', 'linear-gradient(#000)', 'radial-gradient(closest-side, #000, #fff)'])
    expect(made(image)).toBeNull();
}); // prettier-ignore

it('a stop at a place in a unit that is not known here is not guessed, nor is any over a box without extent', () => {
  expect(made('linear-gradient(#000, transparent 10vw)')).toBeNull();
  expect(
    gradientOf('linear-gradient(#000 2px, transparent)', { ...BOX, width: 0, height: 0 }, 'g'),
  ).toBeNull();
});
