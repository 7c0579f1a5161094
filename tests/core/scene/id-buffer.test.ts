import { expect, it } from 'vitest';
import { topmost } from '../../../src/core/scene/id-buffer.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const { rasterise } = await fakeEngine();
const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
const { drawing, pieces } = sceneOf(
  '<rect id="low" x="1" y="1" width="6" height="6" fill="#ccc"/><rect id="high" x="4" y="4" width="5" height="5" fill="#888"/>',
);

/** Numbers along the diagonal, where both rectangles lie. */
const diagonal = (claims: (index: number) => boolean): number[] => {
  const { data } = topmost(
    { drawing, pieces },
    (piece) => claims(pieces.indexOf(piece)),
    { grid },
    rasterise,
  );
  return Array.from({ length: 10 }, (_, k) => data[11 * k]!);
};

it('the piece painted last is on top, by its index + 1; 0 where nothing is', () => {
  expect(pieces.map(({ shape }) => shape.names.at(-1))).toEqual(['low', 'high']);
  expect(diagonal(() => true)).toEqual([0, 1, 1, 1, 2, 2, 2, 2, 2, 0]);
});

it('what does not claim its pixels leaves them to what lies below', () => {
  expect(diagonal((index) => index === 0)).toEqual([0, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
  expect(diagonal(() => false)).toEqual(Array<number>(10).fill(0));
});

it('where a mask with a filter is left out, the mask is taken as it is', () => {
  const masked = sceneOf(
    '<mask id="m" style="mask-type:alpha"><rect width="10" height="10" fill="url(#g)"/></mask>' +
      '<linearGradient id="g"><stop stop-color="#4A00F6"/><stop offset="1" stop-color="#0BFFA6"/></linearGradient>' +
      '<rect x="2" y="2" width="6" height="6" fill="#888" mask="url(#m)"/>',
  );
  const asResvg: typeof rasterise = (svg, width, height) =>
    rasterise(
      svg.includes('<filter') ? svg.replace(/<g mask="[^"]*">/g, '<g opacity="0">') : svg,
      width,
      height,
    );
  const { data } = topmost(masked, () => true, { grid }, asResvg);
  expect(Array.from({ length: 10 }, (_, k) => data[11 * k])).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 0, 0]);
});
