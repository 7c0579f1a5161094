import { materialChannels } from '../../../src/core/card.ts';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/core/engine.ts';
import type { Sampler } from '../../../src/core/form/upsample.ts';
import { compose, openLightMemos, type Lighting } from '../../../src/core/light/compose.ts';
import type { Surface } from '../../../src/core/light/pack.ts';
import { practice } from '../../../src/core/light/practice.ts';
import { NotANumber, shade } from '../../../src/core/light/shade.ts';
import { cards } from '../fake.ts';
import { partsFrom, rectangle } from '../relief/parts.ts';

const card = cards.light;
const MATERIAL = new Float32Array(materialChannels(card).length);
const sampler: Sampler = { row: () => undefined, pixel: (_x, _label, to) => to.set([0, 0, 1, 1, 0.5]) };
/** 4 × 2 pixels, base colour (100, 50, 0); the second part's coverage is a half. */
function surfaceOf(rows: readonly string[] = ['11..', '1122']): Surface {
  const found = partsFrom(rows, [rectangle(0, 0, 2, 2), rectangle(2, 1, 4, 2)]);
  found.alpha.data.forEach((_, i) => {
    if (found.labels.data[i] === 2) found.alpha.data[i] = 128;
  });
  const square = { box: { x: 0, y: 0, width: 4, height: 4 }, width: 2, height: 2 };
  return {
    found,
    maps: {
      base: Uint8Array.from({ length: 24 }, (_, i) => [100, 50, 0][i % 3]!),
      materials: [MATERIAL, MATERIAL],
      behind: [],
    },
    views: [{ square }],
    samplers: [sampler],
    zones: null,
    seams: { width: 4, height: 2, data: new Float32Array(8) },
    relief: null,
    texture: null,
    gains: null,
    bounce: null,
  };
}
const asked: number[] = [];
/** The base colour, as opaque as told. */
const unlit =
  (opacity: number): Network =>
  ({ base }) => {
    const count = base!.data.length / 3;
    asked.push(count);
    const data = new Float32Array(4 * count).fill(opacity);
    data.set(base!.data);
    return Promise.resolve({ [card.output.tensor]: { shape: [1, 4, 1, count], data } });
  };
const lightingOf = (network: Network): Lighting => ({
  studio: card.studios[0]!,
  card,
  network,
  lit: shade,
  ...openLightMemos(),
});
const go = (): Promise<boolean> => Promise.resolve(true);
const pixel = (data: Uint8Array, i: number): number[] => [...data.subarray(4 * i, 4 * i + 4)];

describe('a lit surface', () => {
  it('lights covered pixels alone; alpha is the drawing’s times the material’s', async () => {
    asked.length = 0;
    const { data } = (await shade(surfaceOf(), lightingOf(unlit(0.5)), go))!;
    expect(asked).toEqual([6]);
    expect(pixel(data, 0)).toEqual([100, 50, 0, 128]);
    expect(pixel(data, 2)).toEqual([0, 0, 0, 0]);
    // A half of a half.
    expect(pixel(data, 6)).toEqual([100, 50, 0, 64]);
  });

  it('what is to come out brighter has a brighter pigment; an orange that cannot be one has more light', async () => {
    const surface = surfaceOf();
    const orange = Uint8Array.from({ length: 24 }, (_, i) => [255, 128, 51][i % 3]!);
    const dim: Network = async (given) => {
      const lit = (await unlit(1)(given))[card.output.tensor]!;
      lit.data.forEach((value, i) => (lit.data[i] = i < (3 * lit.data.length) / 4 ? 0.8 * value : value));
      return { [card.output.tensor]: lit };
    };
    // One that comes out at 0.8 in sRGB, and may be 1.4 times as bright in linear light.
    const gains = Float32Array.of(1.4, 1);
    const { data } = (await shade({ ...surface, gains }, lightingOf(dim), go))!;
    expect(pixel(data, 0)).toEqual([93, 47, 0, 255]);
    expect(pixel(data, 6)).toEqual([80, 40, 0, 128]);
    const maps = { ...surface.maps, base: orange };
    const [red, green, blue] = pixel(
      (await shade({ ...surface, maps, gains }, lightingOf(dim), go))!.data,
      0,
    );
    expect(red).toBeGreaterThan(225);
    expect(green! / red!).toBeCloseTo(128 / 255, 1);
    expect(blue! / red!).toBeCloseTo(51 / 255, 1);
  });

  it('goes strip by strip, and stops between two', async () => {
    asked.length = 0;
    const told: number[] = [];
    const stop = (fraction: number): Promise<boolean> => Promise.resolve(told.push(fraction) < 2);
    expect(await shade(surfaceOf(), lightingOf(unlit(1)), stop, 2)).toBeNull();
    expect([asked, told]).toEqual([
      [2, 2],
      [2 / 6, 4 / 6],
    ]);
  });

  it('is darker where glass lies in another part’s shadow; the light graph shades the rest', async () => {
    const at = materialChannels(card).findIndex(({ name }) => name === 'transmission');
    const surface = surfaceOf();
    surface.maps.materials = [MATERIAL.map((value, c) => (c === at ? 1 : value)), MATERIAL];
    const heights = { size: 2, labels: Int32Array.of(1, 1, 2, 2), own: new Float32Array(4) };
    surface.relief = {
      bevel: { x: new Int8Array(8), y: new Int8Array(8) },
      views: [
        {
          heights: {
            ...heights,
            data: heights.own,
            near: new Uint8Array(4),
            far: new Uint8Array(4),
            slivers: new Int32Array(),
          },
          sky: new Float32Array(4).fill(1),
        },
      ],
      seen: [Float32Array.of(0, 0, 0, 0)],
    };
    const { data } = (await shade(surface, lightingOf(unlit(1)), go))!;
    expect(pixel(data, 0)).toEqual([55, 28, 0, 255]);
    expect(pixel(data, 6)).toEqual([100, 50, 0, 128]);
  });

  it('is a little darker in seams', async () => {
    const surface = surfaceOf();
    surface.seams.data[0] = 1;
    const { data } = (await shade(surface, lightingOf(unlit(1)), go))!;
    expect([pixel(data, 0), pixel(data, 1)]).toEqual([
      [65, 33, 0, 255],
      [100, 50, 0, 255],
    ]);
  });

  it('is not, where it shines by itself: what a screen shows has no edge', async () => {
    const surface = surfaceOf();
    const emission = materialChannels(card).findIndex(({ name }) => name === 'emission');
    surface.seams.data.fill(1);
    surface.maps.materials[0] = MATERIAL.map((value, c) => (c === emission ? 0.85 : value));
    const { data } = (await shade(surface, lightingOf(unlit(1)), go))!;
    expect([pixel(data, 0)[0], pixel(data, 6)[0]]).toEqual([100, 65]);
  });

  it('what hangs in the air is ink as drawn, faint and unlit', async () => {
    const surface = surfaceOf();
    surface.found.parts[1]!.piece = { ...rectangle(2, 1, 4, 2), role: 'air' };
    const bright: Network = async (inputs) => {
      const made = await unlit(1)(inputs);
      made[card.output.tensor]!.data.fill(1);
      return made;
    };
    const { data } = (await shade(surface, lightingOf(bright), go))!;
    expect(pixel(data, 0)).toEqual([255, 255, 255, 255]);
    expect(pixel(data, 6)).toEqual([100, 50, 0, Math.round(0.3 * 128)]);
  });

  it('a network that gives no numbers, or too few, is told', async () => {
    await expect(shade(surfaceOf(), lightingOf(unlit(NaN)), go)).rejects.toThrow(NotANumber);
    const few: Network = () =>
      Promise.resolve({ [card.output.tensor]: { shape: [1], data: new Float32Array(1) } });
    await expect(shade(surfaceOf(), lightingOf(few), go)).rejects.toThrow(
      'the light gave 1, wanted 1 × 4 × 1 × 6',
    );
  });
});

it('what stands behind glass is lit too and laid under it, within the silhouette', async () => {
  const surface = surfaceOf(['1111', '1111']);
  const labels = { width: 4, height: 2, data: Int32Array.of(1, 1, 0, 0, 0, 0, 0, 0) };
  const alpha = { width: 4, height: 2, data: Uint8Array.of(255, 255, 0, 0, 0, 0, 0, 0) };
  const base = new Uint8Array(24).fill(200);
  const behind = [{ labels, alpha, base, materials: [MATERIAL], pieces: [], bends: [0] }];
  asked.length = 0;
  const { data } = (await compose(
    { ...surface, maps: { ...surface.maps, behind } },
    lightingOf(unlit(0.5)),
    go,
  ))!;
  expect(asked).toEqual([8, 2]);
  // Half of the front over half of what is behind: alpha 128/255 and the rest of the other's 128/255.
  const [r = 0, , , a] = pixel(data, 0);
  expect(a).toBeCloseTo(192, -0.5);
  expect(r).toBeCloseTo((100 * 128 + 200 * 64) / 192, -0.5);
  expect(pixel(data, 3)).toEqual([100, 50, 0, 128]);
});

it('practice: each material in each set-up, the same every time, normals that face the eye', () => {
  const all = [...practice(card)];
  expect(all).toHaveLength(card.studios.length);
  const channels = card.inputs.find(({ tensor }) => tensor === 'intrinsic')!.channels!;
  const first = channels.findIndex(({ name }) => name === 'normal.x');
  const { data } = all[0]!['intrinsic']!;
  const count = data.length / channels.length;
  expect(count).toBe(16 * card.materials.length);
  for (let k = 0; k < count; k += 7) {
    const [x, y, z] = [0, 1, 2].map((c) => data[(first + c) * count + k]!) as [number, number, number];
    expect(Math.hypot(x, y, z)).toBeCloseTo(1);
    expect(z).toBeGreaterThanOrEqual(0);
  }
  expect([...practice(card)][1]).toEqual(all[1]);
  // Set-ups are turned.
  expect(all[0]!['studio']!.data).not.toEqual(Float32Array.from(card.studios[0]!.vector));
});
