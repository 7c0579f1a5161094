import { expect, it } from 'vitest';
import { gradientWorn, imageIn } from '../../../src/core/svg/own-paint.ts';
import { elementOf } from './elements.ts';

const PLACE = { matrix: [2, 0, 0, 2, 0, 0] as const, across: 10, down: 10, style: {} };

it('an image brings its pixels, as large as its viewport says; its place fades and cuts it', () => {
  const image = imageIn(
    elementOf(
      '<image width="50%" height="4" transform="scale(9)" opacity=".5" style="mask:url(#m)" href="data:,x"/>',
    ),
    PLACE,
  )!;
  expect(image.frame).toBe('M0 0h5v4h-5Z');
  expect(image.paint).toMatchObject({
    markup: '<image href="data:,x" x="0" y="0" width="5" height="4" transform="matrix(2 0 0 2 0 0)"></image>',
  });
  expect(imageIn(elementOf('<image width="5" height="4" href="https://x"/>'), PLACE)).toBeNull();
  expect(imageIn(elementOf('<image width="5" href="data:,x"/>'), PLACE)).toBeNull();
});

it('an image is enlarged as what it stands in says', () => {
  const place = { ...PLACE, style: { 'image-rendering': 'optimizeSpeed' } };
  const { paint } = imageIn(elementOf('<image width="5" height="4" href="data:,x"/>'), place)!;
  expect(paint).toMatchObject({
    markup: expect.stringContaining('image-rendering="optimizeSpeed"') as string,
  });
});

it('a gradient of Figma’s is worn as a pattern by what has an area', () => {
  const stop = (at: number, alpha: number) => ({ at, colour: { rgb: [255, 0, 0] as const, alpha } });
  const gradient = {
    kind: 'angular',
    stops: [stop(0, 1), stop(1, 0.5)],
    matrix: PLACE.matrix,
    share: () => 0,
    opacity: 0.5,
    weighed: true,
  } as const;
  const patterns: string[] = [];
  const paint = gradientWorn(gradient, elementOf('<rect width="4" height="4"/>'), PLACE, patterns);
  expect(paint).toMatchObject({ kind: 'drawn', id: 'figma-gradient-0-of-realize', least: 0.25 });
  expect(patterns).toHaveLength(1);
  expect(gradientWorn(gradient, elementOf('<path d="M0 0H5"/>'), PLACE, patterns)).toBeNull();
});
