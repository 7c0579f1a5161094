import { expect, it } from 'vitest';
import { inheritedBy, maskMarkup, maskModeOf } from '../../../src/core/svg/mask.ts';
import { IDENTITY } from '../../../src/core/svg/transform.ts';
import { elementOf } from './elements.ts';

const PAGE = { x: 0, y: 0, width: 10, height: 10 };

it('is written in drawing coordinates; what is drawn with anything but flat paint is all or nothing when crisp', () => {
  const plain = elementOf('<mask style="mask-type:alpha"><path d="M0 0h1v1z"/></mask>');
  const flat = maskMarkup(
    'a',
    { element: plain, matrix: [2, 0, 0, 2, 3, 4], inherited: { fill: 'red' }, cut: null, mode: null },
    PAGE,
  );
  expect(flat.plain).toContain('mask-type="alpha"><g fill="red" transform="matrix(2 0 0 2 3 4)"');
  expect(flat.crisp).toBe(flat.plain);
  const faded = elementOf('<mask><path d="M0 0h1v1z" opacity="0.5"/></mask>');
  const soft = maskMarkup(
    'a',
    { element: faded, matrix: IDENTITY, inherited: {}, cut: 'clip-path="url(#c)"', mode: null },
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

it('what shows is told by the masked element first', () => {
  const element = elementOf('<mask mask-type="luminance"><path d="M0 0h1v1z"/></mask>');
  const of = { element, matrix: IDENTITY, inherited: {}, cut: null };
  expect(maskMarkup('a', { ...of, mode: 'alpha' }, PAGE).plain).toContain('mask-type="alpha"');
  expect(maskMarkup('a', { ...of, mode: null }, PAGE).plain).toContain('mask-type="luminance"');
  expect(
    [{ mask: 'url(#alpha)' }, { mask: 'url(#m) alpha' }, { mask: 'url(#m)', 'mask-mode': 'luminance' }].map(
      maskModeOf,
    ),
  ).toEqual([null, 'alpha', 'luminance']);
});

it('light is weighed linearly by greys as light as that, where it says so', () => {
  const of = (attributes: string) =>
    maskMarkup(
      'a',
      {
        element: elementOf(`<mask ${attributes}><path d="M0 0h1v1z" style="fill:#808080"/></mask>`),
        matrix: IDENTITY,
        inherited: { fill: '#ff0000' },
        cut: null,
        mode: null,
      },
      PAGE,
    ).plain;
  const linear = of('style="color-interpolation:linearRGB"');
  expect(linear).toContain('fill:#373737');
  expect(linear).toContain('<g fill="#363636"');
  expect(of('style="color-interpolation-filters:linearRGB"')).toContain('fill:#808080');
  expect(of('color-interpolation="linearRGB" mask-type="alpha"')).toContain('fill:#808080');
});
