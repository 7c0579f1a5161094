import { expect, it } from 'vitest';
import { cuttingRegion, inheritedBy, maskMarkup } from '../../../src/core/svg/mask.ts';
import { IDENTITY } from '../../../src/core/svg/transform.ts';
import { elementOf } from './elements.ts';

const PAGE = { x: 0, y: 0, width: 10, height: 10 };
const region = 'maskUnits="userSpaceOnUse" x="1" y="1" width="4" height="4"';

it('a region cuts where the content reaches beyond it, and only in the drawing’s own units', () => {
  const of = (attributes: string, size: number) =>
    cuttingRegion(
      elementOf(`<mask ${attributes}><rect x="1" y="1" width="${size}" height="${size}"/></mask>`),
      PAGE,
    );
  expect(of(region, 6)).toEqual({ x: 1, y: 1, width: 4, height: 4 });
  expect(of(region, 4)).toBeNull();
  expect(of('x="1" y="1" width="4" height="4"', 6)).toBeNull();
  expect(of('maskUnits="userSpaceOnUse" x="1" y="1" width="0" height="4"', 6)).toBeNull();
});

it('is written in drawing coordinates; what is drawn with anything but flat paint is all or nothing when crisp', () => {
  const plain = elementOf('<mask style="mask-type:alpha"><path d="M0 0h1v1z"/></mask>');
  const flat = maskMarkup(
    'a',
    { element: plain, matrix: [2, 0, 0, 2, 3, 4], inherited: { fill: 'red' }, cut: null },
    PAGE,
  );
  expect(flat.plain).toContain('mask-type="alpha"><g fill="red" transform="matrix(2 0 0 2 3 4)"');
  expect(flat.crisp).toBe(flat.plain);
  const faded = elementOf('<mask><path d="M0 0h1v1z" opacity="0.5"/></mask>');
  const soft = maskMarkup(
    'a',
    { element: faded, matrix: IDENTITY, inherited: {}, cut: 'clip-path="url(#c)"' },
    PAGE,
  );
  expect(soft.plain).toContain('mask-type="luminance"><g clip-path="url(#c)">');
  // Its filter is as wide as the mask.
  const regions = [...soft.crisp.matchAll(/Units="userSpaceOnUse" (x="[^"]*" y="[^"]*" width="[^"]*")/g)];
  expect(soft.crisp).toContain('<filter id="a-step"');
  expect(regions).toHaveLength(2);
  expect(regions[0]![1]).toBe(regions[1]![1]);
  expect(soft.crisp).toContain('luminanceToAlpha');
});

it('inherits paint, but no place', () => {
  expect(inheritedBy(elementOf('<g fill="red" stroke-width="2" transform="scale(2)" id="x"/>'))).toEqual({
    fill: 'red',
    'stroke-width': '2',
  });
});
