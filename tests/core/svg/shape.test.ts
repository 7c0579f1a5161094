import { expect, it } from 'vitest';
import {
  alphaOf,
  BLEND,
  colourOf,
  isBlended,
  NOTHING,
  type Paint,
  type Shape,
} from '../../../src/core/svg/shape.ts';

const colour = { rgb: [1, 2, 3], alpha: 0.4 } as const;
const drawn = (image: boolean): Paint => ({
  kind: 'drawn',
  id: 'g',
  opacity: 1,
  mean: { rgb: [4, 5, 6], alpha: 0.7 },
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

it('is blended where one of its groups is', () => {
  const of = (...within: string[]) => isBlended({ within } as unknown as Shape);
  expect([of('clip-path="url(#a)"'), of('clip-path="url(#a)"', `${BLEND}multiply"`), of()]).toEqual([
    false,
    true,
    false,
  ]);
});
