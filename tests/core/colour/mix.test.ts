import { expect, it } from 'vitest';
import { readMix } from '../../../src/core/colour/mix.ts';

it('shares: half each, what the other one leaves, and what both leave clear', () => {
  const of = (text: string) => readMix(`color-mix(in oklab, ${text})`);
  expect(of('red, blue')).toEqual({
    space: 'oklab',
    way: 'shorter',
    colours: ['red', 'blue'],
    share: 0.5,
    alpha: 1,
  });
  expect(of('20% red, blue')).toMatchObject({ share: 0.8, colours: ['red', 'blue'] });
  expect(of('red, blue 20%')).toMatchObject({ share: 0.2, alpha: 1 });
  expect(of('red 25%, blue 25%')).toMatchObject({ share: 0.5, alpha: 0.5 });
  expect(of('red 0%, blue 0%')).toBeNull();
});

it('names the spaces as culori does, Oklab where none is named; others and third colours are not read', () => {
  expect(readMix('color-mix(in srgb-linear, red, blue)')?.space).toBe('lrgb');
  expect(readMix('color-mix(in hsl shorter hue, red, blue)')?.space).toBe('hsl');
  expect(readMix('color-mix(in hsl longer hue, red, blue)')?.way).toBe('longer');
  expect(readMix('color-mix(red, blue)')).toMatchObject({ space: 'oklab', colours: ['red', 'blue'] });
  expect(readMix('color-mix(in hsl wider hue, red, blue)')).toBeNull();
  expect(readMix('color-mix(in nowhere, red, blue)')).toBeNull();
  expect(readMix('color-mix(in srgb, red, blue, green)')).toBeNull();
  expect(readMix('rgb(1 2 3)')).toBeNull();
});
