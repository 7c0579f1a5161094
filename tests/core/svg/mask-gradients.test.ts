import { expect, it } from 'vitest';
import { knownOf } from '../../../src/core/svg/known.ts';
import { wearInMasks } from '../../../src/core/svg/mask-gradients.ts';
import { see } from '../seen.ts';
import { elementOf } from './elements.ts';

/** A mask as Figma writes it: white that ends in nothing once round, from the right clockwise. */
const conic =
  'background:conic-gradient(from 90deg,rgba(255, 255, 255, 1) 0deg,rgba(255, 255, 255, 0) 360deg);height:100%;opacity:1';
const mask = (shape: string): string =>
  '<mask id="mask0_1_2" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="200" height="200">' +
  '<g clip-path="url(#round)" data-figma-skip-parse="true"><g transform="matrix(0.08 0 0 0.08 100 100)">' +
  '<foreignObject x="-1012.5" y="-1012.5" width="2025" height="2025">' +
  `<div xmlns="http://www.w3.org/1999/xhtml" style="${conic}"></div></foreignObject></g></g>${shape}</mask>`;
const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" fill="none">${body}` +
  '<defs><clipPath id="round"><circle cx="100" cy="100" r="80"/></clipPath></defs></svg>';

it('an angular gradient in a mask shows as much as it says, within its shape', async () => {
  const worn = '<circle cx="100" cy="100" r="80" data-figma-gradient-fill="{}"/>';
  const green = '<g mask="url(#mask0_1_2)"><rect x="10" y="10" width="180" height="180" fill="#2a9d8f"/></g>';
  const body = '<rect x="10" y="10" width="180" height="180" fill="#ffffff"/>';
  const { at } = await see(svg(mask(worn) + body + green));
  const red = (x: number, y: number): number => at(x, y)[0]!;
  // From full to nothing by the angle: just begun, a quarter and three quarters round, nearly done.
  const around = [red(160, 106), red(100, 160), red(100, 40), red(160, 94)];
  const wanted = [0.98, 0.75, 0.25, 0.02].map((share) => 42 * share + 255 * (1 - share));
  around.forEach((value, i) => expect(Math.abs(value - wanted[i]!)).toBeLessThan(4));
  expect(red(20, 20)).toBeGreaterThan(250);
});

it('is worn as a pattern, in masks alone; a group that is no gradient stays', () => {
  const worn = '<circle cx="100" cy="100" r="80" data-figma-gradient-fill="{}"/>';
  const root = elementOf(`<svg><defs>${mask(worn)}</defs>${worn}</svg>`);
  const patterns: string[] = [];
  wearInMasks(knownOf(root), { x: 0, y: 0, width: 200, height: 200 }, patterns);
  expect(patterns).toHaveLength(1);
  const [inMask, beside] = [root.children[0]!.children[0]!, root.children[1]!];
  expect(inMask.children.map(({ attributes }) => attributes['fill'])).toEqual([
    'url(#figma-gradient-0-of-realize)',
  ]);
  expect(beside.attributes['fill']).toBeUndefined();
  const other = elementOf('<mask><g data-figma-skip-parse="true"><path/></g></mask>');
  wearInMasks(knownOf(other), { x: 0, y: 0, width: 9, height: 9 }, patterns);
  expect([other.children.length, patterns.length]).toEqual([1, 1]);
});
