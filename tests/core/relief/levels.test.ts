import { expect, it } from 'vitest';
import { levelsOf, type Body } from '../../../src/core/relief/levels.ts';
import { stackingOf } from '../../../src/core/relief/stacking.ts';
import { badge, partsFrom, rectangle } from './parts.ts';

const usual: Body = { thickness: 1, raised: 1, edge: 1, carries: 1 };

it('what lies on nothing is at level 0 and is rounded towards nothing alone', () => {
  const { level, edge, outer } = levelsOf(badge(), stackingOf(badge()), [usual, usual], 1000);
  expect([level[0], edge[0]]).toEqual([0, 0]);
  expect(outer[0]).toBeGreaterThan(0);
});

it('a badge is as thick as its width and the rim around it say, never more than a share of the object', () => {
  const levels = (extent: number): number =>
    levelsOf(badge(), stackingOf(badge()), [usual, usual], extent).level[1]!;
  // Its mean width is 2 × 16 / 16, the rim's 2 × 84 / 56.
  expect(levels(1000)).toBeCloseTo(0.35 * 2, 5);
  expect(levels(10)).toBeCloseTo(0.18, 5);
});

it.each<[string, Body[], number]>([
  ['half as thick in a material that says so', [usual, { ...usual, thickness: 0.5 }], 0.35],
  ['without thickness where its material has none', [usual, { ...usual, thickness: 0 }], 0],
  ['deeper than its frame where its material lies in it', [usual, { ...usual, thickness: -0.5 }], -0.35],
  ['print on what carries none', [{ ...usual, carries: 0 }, usual], 0],
  ['print on paper', [{ ...usual, carries: 0.15 }, usual], 0.105],
  [
    'twice as thick by hand, whatever lies below',
    [
      { ...usual, raised: 0.1 },
      { ...usual, raised: 2 },
    ],
    1.4,
  ],
])('%s', (_what, bodies, wanted) => {
  expect(levelsOf(badge(), stackingOf(badge()), bodies, 1000).level[1]).toBeCloseTo(wanted, 5);
});

it('what lies on what lies on something is higher by both', () => {
  const rows = ['111111', '122221', '123321', '123321', '122221', '111111'];
  const stack = partsFrom(rows, [rectangle(0, 0, 6, 6), rectangle(1, 1, 5, 5), rectangle(2, 2, 4, 4)]);
  const contacts = [
    { lower: 0, upper: 1, pixels: 16, over: 1 },
    { lower: 1, upper: 2, pixels: 8, over: 1 },
  ];
  const { level } = levelsOf(
    stack,
    { contacts, open: Float32Array.of(24, 0, 0) },
    [usual, usual, usual],
    1000,
  );
  expect(level[1]).toBeGreaterThan(0);
  expect(level[2]! - level[1]!).toBeCloseTo(0.35, 5);
});

it('what ends where the part below ends is an overlay, thinner than what lies free', () => {
  const free = levelsOf(badge(), stackingOf(badge()), [usual, usual], 1000).level[1]!;
  const wrapped = { contacts: stackingOf(badge()).contacts, open: Float32Array.of(40, 16) };
  expect(levelsOf(badge(), wrapped, [usual, usual], 1000).level[1]!).toBeLessThan(0.5 * free);
});

it('a frame is rounded towards what lies deeper in it, no further than it is deep', () => {
  const edges = (thickness: number): number[] => [
    ...levelsOf(badge(), stackingOf(badge()), [usual, { ...usual, thickness }], 1000).edge,
  ];
  expect(edges(-0.5)[0]).toBeCloseTo(1.6 * 0.35, 5);
  expect(edges(-0.5)[1]).toBe(0);
  expect(edges(0.5)[0]).toBe(0);
});

it('a flap that ends where its envelope does is no print on it', () => {
  const { contacts } = stackingOf(badge());
  const paper = { ...usual, carries: 0.15 };
  const thick = (open: number): number =>
    levelsOf(badge(), { contacts, open: Float32Array.of(40, open) }, [paper, usual], 1000).level[1]!;
  expect(thick(16)).toBeGreaterThan(1.4 * thick(0));
});

it('edges are as broad as said, and meet in the middle at most', () => {
  const broad = (edge: number): number =>
    levelsOf(badge(), stackingOf(badge()), [usual, { ...usual, edge }], 1000).outer[1]!;
  expect(broad(1)).toBeCloseTo(0.3 * 2, 5);
  expect(broad(1.5)).toBeCloseTo(0.3 * 1.5 * 2, 5);
  expect(broad(3)).toBeCloseTo(0.5 * 2, 5);
});
