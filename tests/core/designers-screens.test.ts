// Cards, night scenes and banners of designers' files, small; core's whole way.
import { expect, it } from 'vitest';
import { see, type SeenPicture } from './seen.ts';

const drawing = (inner: string, box = '0 0 200 200'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="none">${inner}</svg>`;

/** Opaque and in these colours, each channel within 8. */
function expectColours(
  { at }: SeenPicture,
  ...points: (readonly [x: number, y: number, r: number, g: number, b: number])[]
): void {
  for (const [x, y, ...colour] of points) {
    const seen = at(x, y);
    const off = Math.max(...colour.map((value, i) => Math.abs(value - seen[i]!)));
    expect({ x, y, seen, off: off > 8 || seen[3]! < 250 }).toEqual({ x, y, seen, off: false });
  }
}

it('a card’s hairline at a sixth of its opacity encloses no body', async () => {
  const card = (x: number): string =>
    `<rect x="${x}" y="40" width="80" height="120" rx="8" stroke="#3600FF" stroke-opacity=".15" stroke-width="2"/>`;
  const sign = (x: number, colour: string): string => `<circle cx="${x}" cy="100" r="14" fill="${colour}"/>`;
  const seen = await see(drawing(card(10) + card(110) + sign(50, '#F9AB00') + sign(150, '#029DD1')));
  expectColours(seen, [50, 100, 249, 171, 0], [150, 100, 2, 157, 209]);
  expect(seen.at(50, 60)[3]).toBe(0);
  expect(seen.at(10, 100)[3]).toBeLessThan(80);
});

it('what is faint over a hole in a body is as faint there as it was drawn', async () => {
  const face =
    '<path fill-rule="evenodd" d="M20 20H180V180H20ZM60 100A40 40 0 1 0 140 100A40 40 0 1 0 60 100Z" fill="#E8EAF0"/>';
  const veil = '<circle cx="100" cy="100" r="40" fill="#1F2336" fill-opacity=".16"/>';
  const seen = await see(drawing(face + veil));
  expectColours(seen, [40, 40, 232, 234, 240]);
  expect(seen.at(100, 100)[3]).toBeGreaterThan(25);
  expect(seen.at(100, 100)[3]).toBeLessThan(60);
  expect(seen.parts.map(({ material }) => material)).not.toContain('glass');
});

it('a dark ground stays where words in white stand on it beside coloured things', async () => {
  const letters = [30, 60, 90, 120].map((x, i) => `M${x} 120h${16 + 8 * (i % 2)}v30h-${16 + 8 * (i % 2)}z`);
  const word = `<path d="${letters.join('')}" fill="#F3EFF1"/>`;
  const discs =
    '<circle cx="80" cy="70" r="30" fill="#EB001B"/><circle cx="120" cy="70" r="30" fill="#00A2E5"/>';
  const ground = (colour: string): string => `<rect width="200" height="200" fill="${colour}"/>`;
  const night = await see(drawing(ground('#3E202C') + discs + word));
  expectColours(night, [10, 10, 62, 32, 44], [36, 135, 243, 239, 241], [70, 70, 235, 0, 27]);
  // Without words, or with a badge below them, it is a frame's ground, and so is a pale one.
  expect((await see(drawing(ground('#3E202C') + discs))).at(10, 10)[3]).toBe(0);
  const badge = '<rect x="20" y="110" width="160" height="50" rx="25" fill="#111"/>';
  expect((await see(drawing(ground('#3E202C') + discs + badge + word))).at(10, 10)[3]).toBe(0);
  expect((await see(drawing(ground('#E8F4FF') + discs + word))).at(10, 10)[3]).toBe(0);
});

it('outlines in a pure blue stay blue, though that is dark', async () => {
  const panel =
    '<rect x="20" y="20" width="160" height="160" rx="8" fill="#fff" stroke="#1020E1" stroke-width="4"/>';
  const bar = '<path d="M20 60H180" stroke="#1020E1" stroke-width="4"/>';
  const sign = '<circle cx="100" cy="120" r="30" fill="#F0615F"/>';
  expectColours(await see(drawing(panel + bar + sign)), [20, 100, 16, 32, 225], [100, 60, 16, 32, 225]);
});
