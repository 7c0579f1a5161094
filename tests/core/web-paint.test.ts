// What other tools write and Chromium draws: CSS's clips, markers, linear light, filters that move and
// outline; core's whole way.
import { describe, expect, it } from 'vitest';
import { see } from './seen.ts';

const GREEN = [42, 157, 143];
const RED = [230, 57, 70];
const AMBER = [255, 183, 3];
const BODY = '<rect x="30" y="30" width="140" height="140" rx="20" fill="#2A9D8F"/>';
const SQUARE = (attributes: string) =>
  `${BODY}<rect x="40" y="40" width="120" height="120" fill="#E63946" ${attributes}/>`;

async function expectColours(
  inner: string,
  ...points: (readonly [x: number, y: number, colour: readonly number[]])[]
): Promise<void> {
  const { at } = await see(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">${inner}</svg>`);
  for (const [x, y, colour] of points) {
    const seen = at(x, y);
    const off = Math.max(...colour.map((value, i) => Math.abs(value - seen[i]!)));
    expect({ x, y, seen, off: off > 8 || seen[3]! < 250 }).toEqual({ x, y, seen, off: false });
  }
}

describe('CSS’s clips', () => {
  it('cut as their shape does', () =>
    expectColours(
      SQUARE('style="clip-path:polygon(50% 10%, 90% 50%, 50% 90%, 10% 50%)"'),
      [100, 100, RED],
      [50, 50, GREEN],
      [150, 150, GREEN],
    ));

  it('of several masks each shows what it shows', () =>
    expectColours(
      '<mask id="a"><rect width="200" height="200" fill="#fff"/><circle cx="100" cy="100" r="40"/></mask><mask id="b"><rect x="100" width="100" height="200" fill="#fff"/></mask>' +
        SQUARE('style="mask:url(#a), url(#b)"'),
      [50, 50, RED],
      [80, 100, GREEN],
      [120, 100, RED],
    ));

  it('a gradient as a mask shows as much as it is opaque', async () => {
    const mask = 'style="mask-image:linear-gradient(to right, black 40%, transparent 80%)"';
    const { at } = await see(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">${SQUARE(mask)}</svg>`,
    );
    const reds = [60, 112, 150].map((x) => at(x, 100)[0]!);
    expect(reds[0]).toBeGreaterThan(222);
    expect(Math.abs(reds[1]! - (230 + 42) / 2)).toBeLessThan(12);
    expect(reds[2]).toBeLessThan(50);
  });

  it('a mask by its image’s property', () =>
    expectColours(
      `<mask id="m"><circle cx="100" cy="100" r="40" fill="#fff"/></mask>${SQUARE('style="mask-image:url(#m)"')}`,
      [100, 100, RED],
      [50, 50, GREEN],
    ));
});

describe('markers', () => {
  it('are drawn at their size and turn', () =>
    expectColours(
      '<marker id="a" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0L10 5L0 10Z" fill="#FFB703"/></marker>' +
        `${BODY}<path d="M100 60V130" stroke="#E63946" stroke-width="10" marker-end="url(#a)"/>`,
      [100, 80, RED],
      [100, 138, AMBER],
      [86, 114, AMBER],
      [86, 140, GREEN],
    ));
});

describe('what a use shows', () => {
  it('wears the use’s own paints where it asks for them', () =>
    expectColours(
      '<defs><path id="two" d="M60 60H140V140H60Z" fill="context-fill" style="stroke:context-stroke" stroke-width="20"/></defs>' +
        `${BODY}<use href="#two" fill="#E63946" stroke="#FFB703"/>`,
      [100, 100, RED],
      [60, 100, AMBER],
      [40, 40, GREEN],
    ));
});

describe('gradients', () => {
  it('mix in linear light where they say so', () =>
    expectColours(
      '<linearGradient id="g" color-interpolation="linearRGB"><stop stop-color="#E63946"/><stop offset="1" stop-color="#2A9DFF"/></linearGradient>' +
        '<rect x="30" y="30" width="140" height="140" fill="url(#g)"/>',
      [100, 100, [171, 120, 192]],
    ));
});

describe('filters', () => {
  const filter = (steps: string) =>
    `<filter id="f" x="-50%" y="-50%" width="200%" height="200%" color-interpolation-filters="sRGB">${steps}</filter>` +
    `${BODY}<circle cx="90" cy="90" r="30" fill="#FFB703" filter="url(#f)"/>`;

  it('a hard shadow is a thing below', () =>
    expectColours(
      filter('<feDropShadow dx="25" dy="25" stdDeviation="0" flood-color="#E63946"/>'),
      [90, 90, AMBER],
      [130, 130, RED],
      [60, 60, GREEN],
    ));

  it('an outline by dilation is a rim', () =>
    expectColours(
      filter(
        '<feMorphology in="SourceAlpha" operator="dilate" radius="12" result="d"/><feFlood flood-color="#E63946"/>' +
          '<feComposite in2="d" operator="in"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>',
      ),
      [90, 90, AMBER],
      [126, 90, RED],
      [90, 54, RED],
      [140, 90, GREEN],
    ));

  it('a shape that is dilated is thicker in its own colours', () =>
    expectColours(
      filter('<feMorphology operator="dilate" radius="12"/>'),
      [90, 90, AMBER],
      [126, 90, AMBER],
      [90, 54, AMBER],
      [140, 90, GREEN],
    ));

  it('an offset moves', () =>
    expectColours(filter('<feOffset dx="40"/>'), [130, 90, AMBER], [75, 90, GREEN]));

  it('a blur round a mask softens the mask’s border', async () => {
    const { at } = await see(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><mask id="m"><circle cx="100" cy="100" r="40" fill="#fff"/></mask>` +
        `<filter id="f"><feGaussianBlur stdDeviation="8"/></filter>${BODY}` +
        '<g filter="url(#f)"><g mask="url(#m)"><rect x="40" y="40" width="120" height="120" fill="#E63946"/></g></g></svg>',
    );
    const reds = [60, 54, 66].map((x) => at(x, 100)[0]!);
    expect(reds[0]).toBeGreaterThan(115);
    expect(reds[0]).toBeLessThan(140);
    expect(reds[1]).toBeLessThan(reds[0]! - 20);
    expect(reds[2]).toBeGreaterThan(reds[0]! + 20);
  });
});
