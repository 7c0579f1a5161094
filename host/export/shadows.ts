// A drop or inner shadow → its part of a filter, word for word as Figma writes it. In:
// effect, names. Out: filter primitives.
import type { Effect } from '@figma/plugin-typings/plugin-api-standalone';
import { cssBlend } from './paint.ts';
import { element, num } from './text.ts';

type Shadow = Extract<Effect, { type: 'DROP_SHADOW' | 'INNER_SHADOW' }>;

const HARD_ALPHA = element('feColorMatrix', {
  in: 'SourceAlpha',
  type: 'matrix',
  values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0',
  result: 'hardAlpha',
});

export function dropShadow(shadow: Shadow, below: string, result: string): string[] {
  const { showShadowBehindNode } = shadow as Extract<Shadow, { type: 'DROP_SHADOW' }>;
  return [
    HARD_ALPHA,
    ...spread(shadow, result, 'dilate'),
    ...offset(shadow),
    ...(showShadowBehindNode === true ? [] : [element('feComposite', { in2: 'hardAlpha', operator: 'out' })]),
    tint(shadow),
    element('feBlend', { mode: cssBlend(shadow.blendMode), in2: below, result }),
  ];
}

export function innerShadow(shadow: Shadow, below: string, result: string): string[] {
  return [
    HARD_ALPHA,
    ...spread(shadow, result, 'erode'),
    ...offset(shadow),
    element('feComposite', { in2: 'hardAlpha', operator: 'arithmetic', k2: '-1', k3: '1' }),
    tint(shadow),
    element('feBlend', { mode: cssBlend(shadow.blendMode), in2: below, result }),
  ];
}

function spread({ spread: width = 0 }: Shadow, result: string, grow: 'dilate' | 'erode'): string[] {
  if (width === 0) return [];
  const operator = width > 0 === (grow === 'dilate') ? 'dilate' : 'erode';
  return [element('feMorphology', { radius: num(Math.abs(width)), operator, in: 'SourceAlpha', result })];
}

const offset = ({ offset: { x, y }, radius }: Shadow): string[] => [
  element('feOffset', { dx: x || undefined, dy: y || undefined }),
  ...(radius > 0 ? [element('feGaussianBlur', { stdDeviation: num(radius / 2) })] : []),
];

const tint = ({ color: { r, g, b, a } }: Shadow): string =>
  element('feColorMatrix', {
    type: 'matrix',
    values: [0, 0, 0, 0, r, 0, 0, 0, 0, g, 0, 0, 0, 0, b, 0, 0, 0, a, 0].map(num).join(' '),
  });
