import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { meanOf, patternOf, readFigmaGradient } from '../../../src/core/svg/figma-gradient.ts';
import { IDENTITY } from '../../../src/core/svg/transform.ts';
import { elementOf, idsOf } from './elements.ts';

const BOX = { x: -1, y: -1, width: 2, height: 2 };

const angular = (stops: string): string =>
  '<g data-figma-skip-parse="true"><g><foreignObject><div style="background:conic-gradient(from 90deg,' +
  `${stops});height:100%;opacity:1"/></foreignObject></g></g>`;
const DIAMOND = '<g><g transform="scale(2)"><rect fill="url(#d)" opacity="0.5"/></g></g>';
const ids = idsOf(
  '<linearGradient id="d" x1="0" y1="0" x2="0.5" y2="0.5"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>',
);

/** Colours of the pattern over −1…1 at places of the box, 0…1. */
function seen(gradient: NonNullable<ReturnType<typeof readFigmaGradient>>) {
  const markup = patternOf(gradient, 'p', BOX, IDENTITY);
  const { width, data } = decode(Buffer.from(/base64,([^"]+)/.exec(markup)![1]!, 'base64'));
  return (u: number, v: number): number[] => {
    const at = 4 * (Math.floor(v * width) * width + Math.floor(u * width));
    return [...data.subarray(at, at + 4)];
  };
}

it('an angular gradient runs clockwise from where it starts', () => {
  const gradient = readFigmaGradient(elementOf(angular('#000000 0deg, rgb(200 0 0 / 1) 360deg')), ids)!;
  // From 90° in CSS is to the right; y runs down.
  expect([gradient.share(1, 0), gradient.share(0, 1), gradient.share(-1, 0), gradient.share(0, -1)]).toEqual([
    0, 0.25, 0.5, 0.75,
  ]);
  const at = seen(gradient);
  expect(at(0.5, 0.99)[0]).toBeCloseTo(50, -0.5);
  expect(at(0.01, 0.5)[0]).toBeCloseTo(100, -0.5);
  expect(meanOf(gradient)).toEqual({ rgb: [100, 0, 0], alpha: 1 });
});

it('between a clear stop and another an angular gradient has the other’s colour, as CSS mixes; a diamond one does not', () => {
  const round = readFigmaGradient(elementOf(angular('rgba(255,255,255,0) 0deg, #c80000 360deg')), ids)!;
  expect(seen(round)(0.01, 0.5).slice(0, 3)).toEqual([200, 0, 0]);
  const faded = idsOf(
    '<linearGradient id="d" x1="0" y1="0" x2="0.5" y2="0.5"><stop stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000"/></linearGradient>',
  );
  const pixel = seen(readFigmaGradient(elementOf(DIAMOND), faded)!)(0.001, 0.5);
  expect(pixel[0]).toBeCloseTo(128, -0.5);
  expect(pixel[3]).toBeCloseTo(64, -0.5);
});

it('a diamond gradient is the same in all four quarters, in the coordinates around its group', () => {
  const gradient = readFigmaGradient(elementOf(DIAMOND), ids)!;
  expect([gradient.share(0, 0), gradient.share(0.5, 0.5), gradient.share(-0.5, 0.5)]).toEqual([0, 1, 1]);
  expect(gradient.share(0.5, 0)).toBe(0.5);
  const at = seen(gradient);
  // Its own unit is two around it: black at (±1, ±1), half way on the sides' middles; opacity 0.5.
  expect(at(0.5, 0.5)).toEqual([254, 254, 254, 128]);
  expect(at(0.999, 0.999)[0]).toBeLessThan(3);
  expect(at(0.001, 0.5)[0]).toBeCloseTo(128, -0.5);
});

it('the mean of stops weighs alpha; clear ones hide nothing', () => {
  const clear = readFigmaGradient(elementOf(angular('rgba(0,0,0,0) 0deg, rgba(9,9,9,0) 180deg')), ids)!;
  expect(meanOf(clear).alpha).toBe(0);
});

it('is null for groups without a gradient that we know', () => {
  const groups = [
    '<g/>',
    '<g><g/></g>',
    '<g><g><rect fill="red"/></g></g>',
    '<g><g><foreignObject/></g></g>',
  ];
  expect(groups.map((markup) => readFigmaGradient(elementOf(markup), ids))).toEqual([null, null, null, null]);
});
