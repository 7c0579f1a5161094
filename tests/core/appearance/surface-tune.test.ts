import { materialChannels } from '../../../src/core/card.ts';
import { expect, it } from 'vitest';
import { surfaceTuneOf, timesAsLarge, tuneSurface } from '../../../src/core/appearance/surface-tune.ts';
import { PLAIN } from '../../../src/core/sketch.ts';
import { cards } from '../fake.ts';

const channels = materialChannels(cards.light);
const values = { roughness: 0.4, coat: 0.6, bump: 0.2, grain_x: 40, grain_y: 8 } as const;

function tuned(roughness: number, scale: number): Partial<Record<string, number>> {
  const all = Float32Array.from(channels, ({ name }) =>
    name in values ? values[name as keyof typeof values] : 0,
  );
  tuneSurface(all, channels, { roughness, scale });
  return Object.fromEntries(
    channels.flatMap(({ name }, c) => (name in values ? [[name, Math.fround(all[c]!)] as const] : [])),
  );
}
const close = (wanted: Partial<typeof values> | Record<string, number>) =>
  Object.fromEntries(Object.entries({ ...values, ...wanted }).map(([k, v]) => [k, expect.closeTo(v, 5)]));

it('in the middle all is as the material has it', () => {
  expect(tuned(0.5, 0.5)).toEqual(close({}));
});

it('towards 0 it becomes a mirror and keeps its lacquer, towards 1 it is dull and bare', () => {
  expect(tuned(0, 0.5)).toEqual(close({ roughness: 0 }));
  expect(tuned(0.25, 0.5)).toEqual(close({ roughness: 0.2 }));
  expect(tuned(0.75, 0.5)).toEqual(close({ roughness: 0.7, coat: 0.3 }));
  expect(tuned(1, 0.5)).toEqual(close({ roughness: 1, coat: 0 }));
});

it('a grain that is twice as large has half as many waves of the same slope, within the card’s ranges', () => {
  expect(timesAsLarge(0.75)).toBe(2);
  expect(tuned(0.5, 0.75)).toEqual(close({ grain_x: 20, grain_y: 4, bump: 0.4 }));
  expect(tuned(0.5, 0)).toEqual(close({ grain_x: 128, grain_y: 32, bump: 0.05 }));
});

it('what was chosen for a part goes before what was for all', () => {
  const wished = { surface: { roughness: 0.9, scale: 0.2 }, parts: { lid: { scale: 1 } } };
  expect(surfaceTuneOf('lid', wished)).toEqual({ roughness: 0.9, scale: 1 });
  expect(surfaceTuneOf('body', { ...wished, surface: PLAIN.surface })).toEqual(PLAIN.surface);
});
