import { expect, it } from 'vitest';
import { makePlain } from '../../../src/core/svg/plain-style.ts';
import { parseXml, writeXml } from '../../../src/core/svg/xml.ts';

function plain(markup: string): string {
  const root = parseXml(`<svg>${markup}</svg>`, 'svg')!;
  makePlain(root);
  return root.children.map(writeXml).join('');
}

it('a stop keeps its sRGB colour where a wide one follows it', () => {
  expect(plain('<stop style="stop-color:#D62828;stop-color:color(display-p3 0.8 0.2 0.2)"/>')).toBe(
    '<stop style="stop-color:#D62828"></stop>',
  );
});

it('a wide colour alone, a variable and a share of alpha become what resvg reads', () => {
  expect(plain('<path fill="color(display-p3 1 0 0)" stroke="var(--s, #123456)"/>')).toBe(
    '<path fill="#ff0000" stroke="#123456"></path>',
  );
  expect(plain('<stop stop-color="rgb(255 0 0 / 50%)" stop-opacity="0.5"/>')).toBe(
    '<stop stop-color="#ff0000" stop-opacity="0.25"></stop>',
  );
});

it('pixels that shall be seen are asked for in SVG 1.1’s word', () => {
  expect(plain('<image image-rendering="pixelated"/>')).toBe(
    '<image image-rendering="optimizeSpeed"></image>',
  );
  expect(plain('<g style="image-rendering: -moz-crisp-edges"/>')).toBe(
    '<g style="image-rendering:optimizeSpeed"></g>',
  );
  expect(plain('<image image-rendering="optimizeQuality"/>')).toBe(
    '<image image-rendering="optimizeQuality"></image>',
  );
});

it('mask-type is an attribute too', () => {
  expect(plain('<mask style="mask-type:alpha"/>')).toBe(
    '<mask style="mask-type:alpha" mask-type="alpha"></mask>',
  );
});

it('paint servers and plain words are left alone', () => {
  const markup = '<path fill="url(#a)" style="stroke:red"></path>';
  expect(plain(markup)).toBe(markup);
});

it('a mixture with the current colour is made of the one that holds there', () => {
  expect(plain('<g color="#ff0000"><path fill="color-mix(in srgb, currentColor 50%, #0000ff)"/></g>')).toBe(
    '<g color="#ff0000"><path fill="#800080"></path></g>',
  );
});
