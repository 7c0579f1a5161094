import { expect, it } from 'vitest';
import { innerFormOf } from '../../../src/core/svg/inner-shadow.ts';
import { idsOf } from './elements.ts';

/** As Figma writes it: the shape's own alpha first, then the tint. */
const inner = (dy: number, grey: number, alpha = 0.25): string =>
  `<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0"/>
  <feOffset dy="${dy}"/><feGaussianBlur stdDeviation="2"/>
  <feComposite in2="hardAlpha" operator="arithmetic" k2="-1" k3="1"/>
  <feColorMatrix type="matrix" values="0 0 0 0 ${grey} 0 0 0 0 ${grey} 0 0 0 0 ${grey} 0 0 0 ${alpha} 0"/>
  <feBlend mode="normal" in2="shape" result="effect1_innerShadow_1_2"/>`;
const drop = `<feOffset dy="4"/><feComposite in2="hardAlpha" operator="out"/>
  <feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend mode="normal"/>`;
const formOf = (steps: string): string | null =>
  innerFormOf({ filter: 'url(#f)' }, idsOf(`<filter id="f">${steps}</filter>`));

it.each([
  ['dark from above', inner(4, 0), 'hollow'],
  ['dark from below', inner(-4, 0), 'round'],
  ['light from above', inner(4, 1), 'round'],
  ['light from below', inner(-4, 1), 'hollow'],
  ['on all sides alike', inner(0, 0), null],
  ['dark from below, light from above', inner(-4, 0) + inner(4, 1), 'round'],
  ['two that are at odds, the stronger', inner(4, 0, 0.5) + inner(4, 1, 0.2), 'hollow'],
  ['behind a drop shadow', drop + inner(-4, 0), 'round'],
  ['a drop shadow alone', drop, null],
  ['without a tint', inner(4, 0).replaceAll(/values="[^"]*"/g, ''), null],
])('%s', (_what, steps, form) => {
  expect(formOf(steps)).toBe(form);
});

it('what has no filter has none', () => {
  expect(innerFormOf({}, idsOf(''))).toBeNull();
});
