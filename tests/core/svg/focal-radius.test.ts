import { expect, it } from 'vitest';
import { beginAtPoints } from '../../../src/core/svg/focal-radius.ts';
import { parseXml, type Element } from '../../../src/core/svg/xml.ts';

function settled(markup: string): Element {
  const root = parseXml(`<svg>${markup}</svg>`, 'svg')!;
  beginAtPoints(root, { x: 0, y: 0, width: 200, height: 100 });
  return root.children[0]!;
}
const offsets = ({ children }: Element): number[] =>
  children.map(({ attributes }) => Number(attributes['offset']));

it('stops begin where the inner circle ends', () => {
  const gradient = settled(
    '<radialGradient cx="100" cy="50" r="80" fr="20" gradientUnits="userSpaceOnUse"><stop/><stop offset="50%"/><stop offset="1"/></radialGradient>',
  );
  expect(offsets(gradient)).toEqual([0.25, 0.625, 1]);
  expect(gradient.attributes).toMatchObject({ cx: '100', cy: '50', r: '80', fx: '100', fy: '50' });
  expect(gradient.attributes['fr']).toBeUndefined();
});

it('an inner circle aside is the cone’s, seen from its tip', () => {
  // From radius 10 at 60 to 40 at 120: the radius is nought at 40.
  const gradient = settled(
    '<radialGradient cx="120" cy="0" r="40" fx="60" fy="0" fr="10" gradientUnits="userSpaceOnUse"><stop offset="0"/></radialGradient>',
  );
  expect(gradient.attributes).toMatchObject({ fx: '40', fy: '0' });
  expect(offsets(gradient)).toEqual([0.25]);
});

it('takes what it does not say from the gradient that it refers to', () => {
  const gradient = settled(
    '<radialGradient href="#b" fr="25%"/><linearGradient id="b"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient>',
  );
  expect(gradient.attributes).toMatchObject({ cx: '0.5', cy: '0.5', r: '0.5', fx: '0.5' });
  expect(offsets(gradient)).toEqual([0.5, 1]);
  expect(gradient.children[0]!.attributes['stop-color']).toBe('red');
});

it('two circles that are one have a hard edge', () => {
  expect(offsets(settled('<radialGradient fr="50%"><stop offset="0"/><stop offset="1"/></radialGradient>'))).toEqual([0.9999, 1]); // prettier-ignore
});

it('one that begins at a point stays as it is', () => {
  const markup = '<radialGradient fx="0.2" fr="0"><stop offset="1"/></radialGradient>';
  expect(settled(markup)).toEqual(parseXml(`<svg>${markup}</svg>`, 'svg')!.children[0]);
});
