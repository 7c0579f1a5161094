import { expect, it } from 'vitest';
import { blendOf, blurOf, castsShadow, recolours } from '../../../src/core/svg/effects.ts';
import { idsOf } from './elements.ts';

const NO_IDS = idsOf('');
const filter = (id: string, steps: string): string => `<filter id="${id}">${steps}</filter>`;
const ids = idsOf(
  filter(
    'layer',
    '<feFlood/><feBlend result="shape"/><feGaussianBlur stdDeviation="2.5" result="effect1"/>',
  ) +
    filter('drop', '<feGaussianBlur stdDeviation="2"/><feBlend result="effect1_dropShadow_1_2"/>') +
    filter('plain', '<feDropShadow dx="1"/>') +
    filter('broken', '<feGaussianBlur stdDeviation="none"/>') +
    filter('negative', '<feGaussianBlur stdDeviation="-3"/>'),
);

it('blends by modes that CSS knows and that change something', () => {
  expect(
    ['multiply', 'plus-lighter', 'normal', 'plus-darker', 'no-such'].map((mode) =>
      blendOf({ 'mix-blend-mode': mode }),
    ),
  ).toEqual(['multiply', 'plus-lighter', null, null, null]);
  expect(blendOf({})).toBeNull();
});

it('is blurred by a filter that ends with a blur, not by one that blurs on the way', () => {
  expect(blurOf({ filter: 'url(#layer)' }, ids)).toBe(2.5);
  expect(blurOf({ filter: 'url(#drop)' }, ids)).toBe(0);
});

it('reads CSS’s own blur', () => {
  expect([blurOf({ filter: 'blur(4px)' }, NO_IDS), blurOf({ filter: 'blur( 1.5 )' }, NO_IDS)]).toEqual([
    4, 1.5,
  ]);
});

it('is not blurred by nothing, by what is not there, or by a number that is none', () => {
  const styles = [{}, { filter: 'url(#gone)' }, { filter: 'url(#broken)' }, { filter: 'url(#negative)' }];
  expect(styles.map((style) => blurOf(style, ids))).toEqual([0, 0, 0, 0]);
});

it('casts a shadow by Figma’s names, SVG’s element and CSS’s function', () => {
  const names = ['url(#drop)', 'url(#plain)', 'drop-shadow(1px 1px red)', 'url(#layer)', 'blur(2px)'];
  expect(names.map((name) => castsShadow({ filter: name }, ids))).toEqual([true, true, true, false, false]);
  expect(castsShadow({}, ids)).toBe(false);
});

it('a tint is one that changes colours alone; shadows, blurs and what lies behind are none', () => {
  const of = (steps: string): boolean => recolours({ filter: 'url(#f)' }, idsOf(filter('f', steps))) !== null;
  expect(of('<feColorMatrix in="SourceGraphic" values="0 0 0 0 1"/>')).toBe(true);
  expect(of('<feFlood flood-color="red"/><feComposite in2="SourceAlpha" operator="in"/>')).toBe(true);
  expect(of('<feComponentTransfer><feFuncR type="linear" slope="2"/></feComponentTransfer>')).toBe(true);
  expect(of('<feOffset dx="2"/><feColorMatrix values="0 0 0 0 1"/><feBlend in="SourceGraphic"/>')).toBe(
    false,
  );
  expect(of('<feFlood flood-opacity="0" result="BackgroundImageFix"/><feBlend/>')).toBe(false);
  expect(of('<feMerge/>')).toBe(false);
  expect(recolours({ filter: 'grayscale(1) brightness(50%)' }, NO_IDS)).toBe('grayscale(1) brightness(50%)');
  for (const other of [
    'none',
    'drop-shadow(0 0 2px red)',
    'blur(2px)',
    'grayscale(1) blur(2px)',
    'url(#gone)',
  ])
    expect(recolours({ filter: other }, NO_IDS)).toBeNull();
});
