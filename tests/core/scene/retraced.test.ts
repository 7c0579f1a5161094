import { expect, it } from 'vitest';
import { withoutRetraced } from '../../../src/core/scene/retraced.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';

/** Ids of the lines that stay, each a path and how wide; the pen is 2 wide. */
function staying(lines: Record<string, readonly [d: string, width: number]>): string[] {
  const body = Object.entries(lines).map(
    ([id, [d, width]]) => `<path id="${id}" d="${d}" stroke="#222" stroke-width="${width}"/>`,
  );
  const drawing = readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body.join('')}</svg>`,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const { pieces } = castRoles(drawing);
  expect(pieces.map(({ role }) => role)).toEqual(pieces.map(() => 'line'));
  return withoutRetraced(pieces).map(({ shape }) => shape.names.at(-1)!);
}

const LINE = ['M10 20H90', 2] as const;

it('a second try beside a line is gone, the thinner of both', () => {
  expect(staying({ first: LINE, second: ['M12 21C40 18 60 23 88 20', 1.4] })).toEqual(['first']);
  expect(staying({ thin: ['M12 21C40 18 60 23 88 20', 1.4], thick: LINE })).toEqual(['thick']);
});

it('so is one that strays by two pens on its way, and one that goes over two lines', () => {
  expect(staying({ first: LINE, second: ['M12 20H50L60 24L70 20H88', 2] })).toEqual(['first']);
  const [left, right] = [['M10 20H50', 2] as const, ['M50 20H90', 2] as const];
  expect(staying({ left, right, over: ['M30 21H70', 1.4] })).toEqual(['left', 'right']);
});

it('one that closes a gap between two lines stays', () => {
  const [left, right] = [['M10 20H46', 2] as const, ['M54 20H90', 2] as const];
  expect(staying({ left, right, over: ['M20 21H80', 1.4] })).toEqual(['left', 'right', 'over']);
});

it('of three tries one stays', () => {
  expect(staying({ a: LINE, b: ['M11 21H89', 2], c: ['M12 19.5H88', 2] })).toEqual(['a']);
});

it.each([
  ['beside it by two pens and a half', 'M12 25H88'],
  ['across it', 'M50 10V30'],
  ['that leaves it', 'M12 20H60L80 60'],
  ['at an angle', 'M10 20L90 26'],
  ['too short to be one', 'M40 20.5H50'],
])('a line %s stays', (_what, d) => {
  expect(staying({ first: LINE, other: [d, 1.4] })).toEqual(['first', 'other']);
});

it('rings, one inside the other, stay', () => {
  const ring = (r: number): string => `M${50 - r} 50a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  expect(staying({ outer: [ring(30), 2], inner: [ring(25), 2] })).toEqual(['outer', 'inner']);
});
