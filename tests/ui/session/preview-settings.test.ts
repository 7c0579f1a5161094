// How large a preview is made, and which settings mean the same picture.
import { expect, it } from 'vitest';
import { PLAIN, type Settings } from '../../../src/core/sketch.ts';
import { isSame, previewOf, PREVIEW_SIZE } from '../../../src/ui/session/preview-settings.ts';

const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 2048, shadowApart: true };

it('makes a preview no larger than can be seen, with the shadow in the picture', () => {
  expect(previewOf(settings)).toEqual({ ...settings, size: PREVIEW_SIZE, shadowApart: false });
});

it('leaves a smaller size as it was chosen', () => {
  expect(previewOf({ ...settings, size: 512 }).size).toBe(512);
});

it('takes settings for the same in whatever order their keys and parts stand', () => {
  const { model, ...rest } = settings;
  const a = { ...settings, parts: { lid: { material: 'chrome' }, cup: {} } };
  const b = { ...rest, model, parts: { cup: {}, lid: { material: 'chrome' } } };
  expect(isSame(a, b)).toBe(true);
});

it.each([{ seed: 4 }, { studio: 'rim' }, { parts: { cup: {} } }, { light: { azimuth: 1, elevation: 0 } }])(
  'sees that %o makes another picture',
  (change) => {
    expect(isSame(settings, { ...settings, ...change })).toBe(false);
  },
);
