import { expect, it } from 'vitest';
import { lookOf, PLAIN } from '../../src/core/sketch.ts';
import { toPlace } from '../../src/ui/to-place.ts';

const settings = { ...PLAIN, model: 'realize', studio: 'soft', seed: 7, size: 1024 } as const;

it('a picture goes to the canvas with where it comes from and whole milliseconds, but not those of its stages', () => {
  const file = {
    png: new Uint8Array(2),
    width: 4,
    height: 3,
    box: { x: 0, y: 1, width: 8, height: 6 },
    notes: [],
  };
  const made = {
    picture: { ...file, ms: { read: 1.2, light: 40.4 } },
    runtime: 'WASM',
    insight: null,
    parts: null,
  } as const;
  const from = { from: '1:2', settings, runtime: 'WASM', ms: 42 };
  expect(toPlace(made, { id: '1:2' }, settings)).toEqual({ picture: file, made: from });
  expect(toPlace({ ...made, by: 'Realize 2' }, { id: '1:2' }, settings).made.by).toBe('Realize 2');
});

it('a look is what belongs to the drawing', () => {
  const { model, studio, lamps, seed, light, shading, relief, surface, parts, photo } = settings;
  expect(lookOf(settings)).toEqual({
    model,
    studio,
    lamps,
    seed,
    light,
    shading,
    relief,
    surface,
    parts,
    photo,
  });
  expect(Object.keys(lookOf(settings))).not.toContain('size');
});
