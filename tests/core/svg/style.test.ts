import { expect, it } from 'vitest';
import {
  aroundMarkers,
  paintOrder,
  declarations,
  parseOpacity,
  reference,
  styleOf,
} from '../../../src/core/svg/style.ts';
import { elementOf } from './elements.ts';

it('inherits what SVG inherits, and nothing else', () => {
  const outer = { fill: 'red', opacity: '0.5', display: 'none' };
  expect(styleOf(elementOf('<g/>'), outer)).toEqual({ fill: 'red' });
});

it('the style attribute goes before attributes, both before what is inherited', () => {
  const element = elementOf('<g fill="blue" stroke="blue" style="stroke: green; mask: url(#m); left: 1px"/>');
  expect(styleOf(element, { fill: 'red', stroke: 'red', color: 'red' })).toEqual({
    fill: 'blue',
    stroke: 'green',
    color: 'red',
    mask: 'url(#m)',
  });
});

it('the current colour of `color` itself is the one around', () => {
  expect(styleOf(elementOf('<g color="currentColor"/>'), { color: 'red' })).toEqual({ color: 'red' });
});

it('inherit: as around it, own properties too', () => {
  const element = elementOf('<g opacity="inherit" fill="inherit"/>');
  expect(styleOf(element, { opacity: '0.5', fill: 'red' })).toEqual({ opacity: '0.5', fill: 'red' });
  expect(styleOf(element, {})).toEqual({});
});

it('the later declaration wins, but a wide colour does not override its sRGB one', () => {
  expect(declarations('fill:red;Fill: #fff !important;none')).toEqual({ fill: '#fff' });
  const wide = 'color(display-p3 1 0 0)';
  expect(declarations(`fill:#f00;fill:${wide};stroke:${wide}`)).toEqual({ fill: '#f00', stroke: wide });
});

it('opacities are numbers or per cent, 0…1; all else is opaque', () => {
  expect(['0.25', ' 40% ', '7', '-1', 'half', undefined].map(parseOpacity)).toEqual([0.25, 0.4, 1, 0, 1, 1]);
});

it('references by name', () => {
  expect(['url(#a)', ' url(#b) ', 'url(#c) red', '#d', 'url(x.svg#e)', undefined].map(reference)).toEqual([
    'a',
    'b',
    'c',
    null,
    null,
    null,
  ]);
});

it('unset and initial: as CSS has them for what is inherited and what is not', () => {
  const of = (style: string) => styleOf(elementOf(`<g style="${style}"/>`), { fill: 'red', opacity: '0.5' });
  expect(of('fill: unset; opacity: unset')).toEqual({ fill: 'red' });
  expect(of('fill: initial; stroke-dasharray: initial')).toEqual({ fill: 'black' });
});

it('fill, stroke and markers are drawn as paint-order says, the rest in its own order', () => {
  const of = (order: string) => paintOrder({ 'paint-order': order }).join(' ');
  expect(['normal', 'stroke', 'markers', 'markers stroke'].map(of)).toEqual([
    'fill stroke markers',
    'stroke fill markers',
    'markers fill stroke',
    'markers stroke fill',
  ]);
});

it('around markers are painted what comes before them and what after', () => {
  const of = (order: string) =>
    aroundMarkers({ fill: 'a', stroke: 'b', 'paint-order': order }).map(
      (one) => one && `${one['fill']} ${one['stroke']}`,
    );
  expect(['normal', 'markers', 'fill markers', 'stroke markers'].map(of)).toEqual([
    ['a b', null],
    [null, 'a b'],
    ['a none', 'none b'],
    ['none b', 'a none'],
  ]);
});
