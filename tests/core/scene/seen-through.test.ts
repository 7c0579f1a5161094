// Paint that is seen through in places: gradients that end in nothing, colours blurred into each other,
// patterns on a ground.
import { describe, expect, it } from 'vitest';
import { see } from '../seen.ts';

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" fill="none">${body}</svg>`;

const fading = (from: number, to: number, colour = '#E85D04'): string =>
  `<defs><linearGradient id="g" x1="20" y1="0" x2="180" y2="0" gradientUnits="userSpaceOnUse"><stop stop-color="${colour}" stop-opacity="${from}"/><stop offset="1" stop-color="${colour}" stop-opacity="${to}"/></linearGradient></defs>`;

/** Every channel within 12 of what is wanted. */
const near = (seen: readonly number[], wanted: readonly number[]): boolean =>
  wanted.every((value, i) => Math.abs(value - seen[i]!) < 12);

describe('a gradient', () => {
  const ribbon = '<rect x="20" y="80" width="160" height="40" fill="url(#g)"/>';
  const body = '<rect x="60" y="20" width="80" height="40" fill="#2A9D8F"/>';

  it('that ends in nothing covers less and less, in one colour, and is no glass', async () => {
    const { at } = await see(svg(body + ribbon + fading(1, 0)));
    const alphas = [36, 68, 100, 132].map((x) => Math.round(at(x, 100)[3]! / 25.5) / 10);
    expect(alphas).toEqual([0.9, 0.7, 0.5, 0.3]);
    expect(near(at(60, 100), [232, 93, 4])).toBe(true);
    expect(near(at(120, 100), [232, 93, 4])).toBe(true);
  });

  it('that is thinner at one end than at the other hides less there', async () => {
    const { at } = await see(svg(body + ribbon + fading(0.4, 1)));
    expect(at(30, 100)[3]! - 255 * 0.44).toBeLessThan(16);
    expect(at(175, 100)[3]).toBeGreaterThan(240);
  });

  it('of one faintness all over is glass as before, and one that its layer calls so', async () => {
    const pane = await see(svg(body + ribbon + fading(0.4, 0.4)));
    expect(pane.at(100, 100)[3]).toBe(128);
    const named = await see(svg(body + ribbon.replace('<rect', '<rect id="Glass"') + fading(0.8, 0)));
    expect(named.at(40, 100)[3]).toBe(128);
  });

  it('that lights up beside a body has no border of its own', async () => {
    const { at, parts } = await see(
      svg(
        `<rect x="60" y="60" width="80" height="80" rx="10" fill="#1D3557"/><path d="M0 200L60 60L140 60L200 200Z" fill="url(#r)"/><defs><linearGradient id="r" x1="0" y1="60" x2="0" y2="200" gradientUnits="userSpaceOnUse"><stop stop-color="#FFD60A" stop-opacity="0.5"/><stop offset="1" stop-color="#FFD60A" stop-opacity="0"/></linearGradient></defs>`,
      ),
    );
    expect(parts.filter(({ material }) => material === 'glass')).toEqual([]);
    expect(at(100, 195)[3]).toBeLessThan(20);
    expect(at(50, 110)[3]).toBeLessThan(95);
  });
});

describe('blurred colours in a tile', () => {
  const blur =
    '<filter id="f" x="-400" y="-400" width="1000" height="1000" filterUnits="userSpaceOnUse"><feGaussianBlur stdDeviation="25"/></filter>';
  const spots = [
    ['140', '60', '#1992D7'],
    ['210', '130', '#F6B03C'],
    ['40', '190', '#FF7D46'],
    ['-30', '60', '#7140FD'],
  ].map(([x, y, fill]) => `<g filter="url(#f)"><circle cx="${x}" cy="${y}" r="100" fill="${fill}"/></g>`);

  it('are seen to its far side, whatever hangs over it', async () => {
    const { at, parts } = await see(
      svg(
        `<circle cx="100" cy="100" r="60" fill="#222"/><mask id="m" maskUnits="userSpaceOnUse" x="40" y="40" width="120" height="120"><circle cx="100" cy="100" r="60" fill="#fff"/></mask><g mask="url(#m)">${spots.join('')}</g><defs>${blur}</defs>`,
      ),
    );
    expect(parts).toHaveLength(1);
    const [red, , blue] = at(150, 105);
    expect(red! - blue!).toBeGreaterThan(120);
    expect(at(115, 52)[2]! - at(115, 52)[0]!).toBeGreaterThan(110);
    expect(at(48, 80)[2]! - at(48, 80)[1]!).toBeGreaterThan(120);
  });
});

it('a wide glow alone in a slim frame is seen', async () => {
  const { at } = await see(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 432 80" fill="none"><mask id="m" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="432" height="80"><rect width="432" height="80" rx="10" fill="white"/></mask><g mask="url(#m)"><g filter="url(#f)"><circle cx="-20" cy="-72" r="276" fill="#4BD4FF"/></g></g><defs><filter id="f" x="-430" y="-482" width="820" height="820" filterUnits="userSpaceOnUse"><feGaussianBlur stdDeviation="67"/></filter></defs></svg>',
  );
  expect(near(at(40, 40), [75, 212, 255])).toBe(true);
});

describe('what is drawn on a coloured ground', () => {
  const ground = '<rect width="200" height="200" fill="#08C225"/>';
  const ball = '<circle cx="100" cy="120" r="40" fill="#FFD60A"/>';

  it('in its own colour from side to side is of the ground: rays, waves', async () => {
    const rays = '<path d="M0 0L100 120L30 0ZM200 0L100 120L170 0ZM0 200L100 120L60 200Z" fill="#18B02F"/>';
    const { at, parts } = await see(svg(ground + rays + ball));
    expect(parts).toHaveLength(1);
    expect(at(10, 5)[3]).toBe(0);
  });

  it('in another colour is a thing', async () => {
    const { at } = await see(svg(`${ground}<path d="M0 60L200 100V120L0 80Z" fill="#E63946"/>${ball}`));
    expect(at(20, 72)[3]).toBe(255);
  });

  it('as white words on black is a button', async () => {
    const letters = [30, 60, 90, 120, 150]
      .map((x, i) => `<path d="M${x} 85h${14 + 2 * i}v30h-${14 + 2 * i}Z" fill="white"/>`)
      .join('');
    const { at } = await see(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 60 200 80">${'<rect y="60" width="200" height="80" fill="#000"/>'}${letters}</svg>`,
    );
    expect(at(15, 100)[3]).toBe(255);
  });
});

it('a mask’s content inherits what the drawing says of fills', async () => {
  const mask =
    '<mask id="m" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="200" height="200"><path d="M0 0H200V200H0Z" fill="white"/><path d="M5 5H195V195H5Z" stroke="white" stroke-width="10"/></mask>';
  const { at } = await see(
    svg(`${mask}<g mask="url(#m)"><circle cx="100" cy="100" r="80" fill="#D7002B"/></g>`),
  );
  expect(near(at(100, 100), [215, 0, 43, 255])).toBe(true);
});

it('a breath of colour shows as faintly as it is drawn, and leaves what lies on it clean', async () => {
  const disc = '<circle cx="100" cy="100" r="90" fill="#5D34F2" fill-opacity="0.12"/>';
  const { at } = await see(svg(`${disc}<rect x="60" y="60" width="80" height="80" fill="#FFD5FF"/>`));
  expect(at(100, 30)[3]).toBeGreaterThan(24);
  expect(at(100, 30)[3]).toBeLessThan(38);
  // Just outside the square there is the disc alone.
  expect(at(57.5, 100)[3]).toBeLessThan(40);
});
