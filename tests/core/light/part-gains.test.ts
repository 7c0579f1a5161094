import { materialChannels } from '../../../src/core/card.ts';
import { expect, it } from 'vitest';
import { type UpsampledForm } from '../../../src/core/form/upsample.ts';
import type { Surface } from '../../../src/core/light/pack.ts';
import { partGains } from '../../../src/core/light/part-gains.ts';
import type { shade } from '../../../src/core/light/shade.ts';
import { cards } from '../fake.ts';

const SIDE = 60;
const grid = { box: { x: 0, y: 0, width: SIDE, height: SIDE }, width: SIDE, height: SIDE };
const CHANNELS = materialChannels(cards.light);
const sampler = { row: () => undefined, pixel: () => undefined };
const form: UpsampledForm = {
  ...sampler,
  labels: { width: 1, height: 1, data: Int32Array.of(1) },
  over: () => sampler,
};

/** Two parts side by side, grey 100; the right one is of `metal`. */
function surfaceOf(metal: number): Surface {
  const labels = Int32Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < SIDE / 2 ? 1 : 2));
  const plane = { width: SIDE, height: SIDE };
  const values = (share: number): Float32Array =>
    Float32Array.from(CHANNELS, ({ name }) => (name === 'metal' ? share : name === 'roughness' ? 0.9 : 0));
  const part = { piece: null } as unknown as Surface['found']['parts'][number];
  return {
    found: {
      grid,
      labels: { ...plane, data: labels },
      alpha: { ...plane, data: new Uint8Array(SIDE * SIDE).fill(255) },
      parts: [part, part],
    },
    maps: {
      base: new Uint8Array(3 * SIDE * SIDE).fill(100),
      materials: [values(0), values(metal)],
      behind: [],
    },
    views: [],
    samplers: [sampler],
    zones: null,
    seams: { ...plane, data: new Float32Array(SIDE * SIDE) },
    relief: null,
    texture: null,
    gains: null,
    bounce: null,
  };
}

/** Lights the left part to one grey and the right to another. */
const litAs =
  (left: number, right: number): typeof shade =>
  ({ found }) => {
    const { width, height } = found.grid;
    const data = new Uint8Array(4 * width * height);
    found.labels.data.forEach((label, i) => {
      const grey = label === 1 ? left : right;
      if (label > 0) data.set([grey, grey, grey, 255], 4 * i);
    });
    return Promise.resolve({ width, height, data });
  };

const gains = async (lit: typeof shade, metal = 0): Promise<number[]> => {
  const network = () => Promise.reject(new Error('nothing is lit here'));
  const found = await partGains(surfaceOf(metal), { card: cards.light, network, forms: [form], lit });
  return [...found!];
};

it('what comes out as its fill needs no gain; what comes out darker more light, what brighter less', async () => {
  const [same, darker] = await gains(litAs(100, 90));
  expect(same).toBeCloseTo(1, 5);
  // (90 / 100) ^ 2.2 of the light is there; of what lacks 0.85 are given, in powers.
  expect(darker).toBeCloseTo(0.9 ** (-2.2 * 0.85), 4);
  expect((await gains(litAs(100, 108)))[1]).toBeCloseTo(1.08 ** (-2.2 * 0.85), 4);
});

it('no part is changed by more than it may be', async () => {
  const [dark, bright] = await gains(litAs(20, 255));
  expect(dark).toBeCloseTo(1.4, 5);
  expect(bright).toBeCloseTo(0.5, 5);
});

it('metal keeps the colour of what it mirrors', async () => {
  expect(await gains(litAs(90, 90), 1)).toEqual([expect.closeTo(0.9 ** (-2.2 * 0.85), 4), 1]);
});

it('light that was stopped gives none', async () => {
  const network = () => Promise.reject(new Error('nothing is lit here'));
  const stopped: typeof shade = () => Promise.resolve(null);
  const given = { card: cards.light, network, forms: [form], lit: stopped };
  expect(await partGains(surfaceOf(0), given)).toBeNull();
});
