import { expect, it } from 'vitest';
import { backdropShape } from '../../../src/core/scene/backdrop-shape.ts';
import { sceneOf } from '../parts/inked.ts';

const dots = (...places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y]) => `<path d="M${x} ${y}h.5v.5h-.5z" fill="#82d"/>`).join('');
const INSIDE = [1, 2, 3, 4, 5].map((x) => [x + 1, 5] as const);
const BEYOND = [0, 3, 6].map((y) => [9.2, y] as const);
const SCENE = dots(...INSIDE, ...BEYOND);
const patch = (rest = 'fill-opacity=".5"'): string => `<path d="M1 1h7v8h-7z" fill="#dbf" ${rest}/>`;
const isBackdrop = (body: string): boolean => {
  const { shapes } = sceneOf(body).drawing;
  const found = backdropShape(shapes, 10);
  return found !== null && found === shapes[0];
};

it('a pale patch that comes first, and beside which things lie, is one', () => {
  expect(isBackdrop(patch() + SCENE)).toBe(true);
  expect(isBackdrop(SCENE + patch())).toBe(false);
});

it('opaque, outlined, small or called a vessel it is none', () => {
  for (const rest of [
    '',
    'fill-opacity=".5" stroke="#000"',
    'fill-opacity=".5" id="jar"',
    'fill-opacity=".5" id="glass"',
  ])
    expect(isBackdrop(patch(rest) + SCENE)).toBe(false);
  expect(isBackdrop(`<path d="M1 1h2v2h-2z" fill="#dbf" fill-opacity=".5"/>${SCENE}`)).toBe(false);
});

it('what holds all else, or carries little, is none', () => {
  expect(isBackdrop(patch() + dots(...INSIDE, ...INSIDE))).toBe(false);
  expect(isBackdrop(patch() + dots(...BEYOND))).toBe(false);
});
