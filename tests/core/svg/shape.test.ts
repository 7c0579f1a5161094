import { expect, it } from 'vitest';
import {
  alphaOf,
  BLEND,
  colourOf,
  fadesAway,
  isBlended,
  isUneven,
  NOTHING,
  type Paint,
  type Shape,
} from '../../../src/core/svg/shape.ts';

const colour = { rgb: [1, 2, 3], alpha: 0.4 } as const;
const drawn = (image: boolean, least = 0.7, most = 0.7): Paint => ({
  kind: 'drawn',
  id: 'g',
  opacity: 1,
  mean: { rgb: [4, 5, 6], alpha: 0.7 },
  least,
  most,
  image,
});
const PAINTS: Paint[] = [
  NOTHING,
  { kind: 'flat', colour: { ...colour, rgb: [1, 2, 3] } },
  drawn(false),
  drawn(true),
  { kind: 'image', markup: '' },
];

it('hides as much as its colour, its mean, or all for an image', () => {
  expect(PAINTS.map(alphaOf)).toEqual([0, 0.4, 0.7, 0.7, 1]);
});

it('one colour stands for flat paints and gradients, none for images', () => {
  expect(PAINTS.map(colourOf)).toEqual([null, [1, 2, 3], [4, 5, 6], null, null]);
});

it('fades away where a gradient ends in nothing, and is uneven where it hides more or less', () => {
  const paints = [drawn(false, 0.95), drawn(false, 0.5), drawn(false, 0), drawn(true, 0), NOTHING];
  expect(paints.map(fadesAway)).toEqual([false, false, true, false, false]);
  expect(paints.map(isUneven)).toEqual([false, true, true, false, false]);
});

it('is blended where one of its groups is', () => {
  const of = (...within: string[]) => isBlended({ within } as unknown as Shape);
  expect([of('clip-path="url(#a)"'), of('clip-path="url(#a)"', `${BLEND}multiply"`), of()]).toEqual([
    false,
    true,
    false,
  ]);
});
