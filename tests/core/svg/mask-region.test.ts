import { expect, it } from 'vitest';
import { cuttingRegion, type Masked } from '../../../src/core/svg/mask-region.ts';
import { elementOf } from './elements.ts';

const PAGE = { x: 0, y: 0, width: 10, height: 10 };
const OWN = { x: 2, y: 2, width: 4, height: 2 };
const of = (attributes: string, size: number, masked: Partial<Masked> = {}) =>
  cuttingRegion(
    elementOf(`<mask ${attributes}><rect x="1" y="1" width="${size}" height="${size}"/></mask>`),
    PAGE,
    { box: () => OWN, isInside: () => false, ...masked },
  );
const region = 'maskUnits="userSpaceOnUse" x="1" y="1" width="4" height="4"';

it('cuts where the content reaches beyond it', () => {
  expect(of(region, 6)).toEqual({ x: 1, y: 1, width: 4, height: 4 });
  expect(of(region, 4)).toBeNull();
  expect(of('maskUnits="userSpaceOnUse" x="1" y="1" width="0" height="4"', 6)).toBeNull();
});

it('is told in shares of the element’s box where nothing else is said, a tenth more on each side', () => {
  expect(of('', 6)).toEqual({ x: 1.6, y: 1.8, width: 4.8, height: 2.4 });
  expect(of('x="0" y="0" width="50%" height="1"', 6)).toEqual({ x: 2, y: 2, width: 2, height: 2 });
  expect(of('', 6, { box: () => null })).toBeNull();
});

it('cuts nothing off what lies in it', () => {
  expect(of('', 6, { isInside: () => true })).toBeNull();
  expect(of('x="0" y="0" width="50%" height="1"', 6, { isInside: () => true })).toMatchObject({ width: 2 });
});

it('cuts where its content is told in shares as well', () => {
  expect(of('maskContentUnits="objectBoundingBox" x="0" y="0" width="1" height="1"', 6)).toEqual(OWN);
});
