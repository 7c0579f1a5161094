import { expect, it } from 'vitest';
import { BODIES, bodyOf } from '../../../src/core/relief/bodies.ts';
import { cards } from '../fake.ts';

it.each(Object.keys(BODIES))('%s is a material of the light', (id) => {
  expect(cards.light.materials.map((material) => material.id)).toContain(id);
});

it('paper is thinner than what is not listed, and fabric thicker', () => {
  expect(bodyOf('paper').thickness).toBeLessThan(bodyOf('ceramic').thickness);
  expect(bodyOf('fabric').thickness).toBeGreaterThan(bodyOf('ceramic').thickness);
});

it('what lies on paper or on a screen is print, on all else a thing', () => {
  for (const id of ['paper', 'screen', 'glazing']) expect(bodyOf(id).carries).toBeLessThan(0.2);
  for (const id of ['ceramic', 'cardboard']) expect(bodyOf(id).carries).toBe(1);
});
