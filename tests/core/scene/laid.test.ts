import { expect, it } from 'vitest';
import { NOTHING_LAID, isFaint, isNoGlass } from '../../../src/core/scene/laid.ts';
import { sceneOf } from '../parts/inked.ts';
import { see } from '../seen.ts';

it('faint is what is seen through, by itself or with its group, and lies on nothing opaque', () => {
  const { shapes } = sceneOf(
    '<path d="M1 1h8v8z" fill="#000" fill-opacity=".5" stroke="#000"/>' +
      '<g opacity=".5"><path d="M1 1h8v8z" fill="#000" stroke="#000" stroke-opacity=".2"/></g>',
  ).drawing;
  const faint = (area: 'fill' | 'stroke', laid = NOTHING_LAID): boolean[] =>
    shapes.map((shape) => isFaint(shape, area, laid));
  expect(faint('fill')).toEqual([true, true]);
  expect(faint('stroke')).toEqual([false, true]);
  expect(faint('fill', { ...NOTHING_LAID, fills: new Set(shapes.slice(0, 1)) })).toEqual([false, true]);
});

it('what fades or mixes with what lies below is no glass', async () => {
  const { shapes } = sceneOf(
    '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="red" stop-opacity="0"/></linearGradient>' +
      '<path d="M1 1h8v8z" fill="url(#g)" stroke="#00f" stroke-opacity=".5"/>' +
      '<g style="mix-blend-mode:multiply"><path d="M1 1h8v8z" fill="#00f" fill-opacity=".5" stroke="#00f"/></g>',
  ).drawing;
  expect(shapes.map((shape) => isNoGlass(shape, 'fill'))).toEqual([true, true]);
  expect(shapes.map((shape) => isNoGlass(shape, 'stroke'))).toEqual([false, true]);
});

it('shields that multiply with a ground that is left out are solid, each darker than what it lies on', async () => {
  const shield = (d: string): string =>
    `<g opacity="0.5" style="mix-blend-mode:multiply"><path d="${d}" fill="#356EB6"/></g>`;
  const { at } = await see(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" fill="none"><rect width="200" height="200" fill="#419BFF"/>' +
      shield('M40 40H160V160H40Z') +
      shield('M70 70H130V130H70Z') +
      '<circle cx="100" cy="100" r="12" fill="#E63946"/></svg>',
  );
  const [outer, inner] = [at(50, 100), at(80, 100)];
  expect([outer[3], inner[3], at(10, 10)[3]]).toEqual([255, 255, 0]);
  expect(inner[2]).toBeLessThan(outer[2]! - 10);
});
