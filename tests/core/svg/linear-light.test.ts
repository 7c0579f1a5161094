import { expect, it } from 'vitest';
import { mixInLinearLight } from '../../../src/core/svg/linear-light.ts';
import { parseXml, type Element } from '../../../src/core/svg/xml.ts';

const STOPS =
  '<stop offset="0" stop-color="#000"/><stop offset="100%" stop-color="#fff" stop-opacity="0.5"/>';

function mixed(markup: string): Element[] {
  const root = parseXml(`<svg>${markup}</svg>`, 'svg')!;
  mixInLinearLight(root);
  return root.children.flatMap((child) => (child.tag === 'g' ? child.children : [child]));
}
const halfway = (gradient: Element) =>
  gradient.children.find(({ attributes }) => attributes['offset'] === '0.5')?.attributes;

it('mixes in linear light: halfway from black to white is lighter than grey', () => {
  const [gradient] = mixed(`<linearGradient color-interpolation="linearRGB">${STOPS}</linearGradient>`);
  expect(halfway(gradient!)).toMatchObject({ 'stop-color': '#bcbcbc', 'stop-opacity': '0.75' });
  expect(gradient!.children).toHaveLength(9);
});

it('where a group says so, and with stops that stand elsewhere', () => {
  const [own, other] = mixed(
    `<g style="color-interpolation:linearRGB"><radialGradient id="a">${STOPS}</radialGradient><linearGradient href="#a"/></g>`,
  );
  expect(halfway(own!)).toEqual(halfway(other!));
});

it('leaves all others', () => {
  expect(mixed(`<linearGradient>${STOPS}</linearGradient>`)[0]!.children).toHaveLength(2);
});
