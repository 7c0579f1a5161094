// Strips that are kept from call to call: whatever changed in what they were packed from is seen.
import { describe, expect, it } from 'vitest';
import { packed, type Packed, type Strip, type Surface } from '../../../src/core/light/pack.ts';
import type { Sampler } from '../../../src/core/form/upsample.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { cards } from '../fake.ts';
import { squareOf } from '../form/square.ts';

describe('packed strips', () => {
  const { intrinsic, square, found } = squareOf(['1122', '1122', '1122', '1.22'], () => [0, 0, 1]);
  const sampler = (value: number): Sampler => ({
    row: () => undefined,
    pixel: (_x, _label, to) => to.fill(value),
  });
  const plane = (value: number): Surface['seams'] => ({
    width: 4,
    height: 4,
    data: new Float32Array(16).fill(value),
  });
  const maps = {
    base: new Uint8Array(48).fill(51),
    materials: [0, 1].map(() => new Float32Array(3)),
    behind: [],
  };
  const view = { square, lines: plane(0), silhouette: null, intrinsic, look: null };
  const surface: Surface = {
    found,
    maps,
    views: [view],
    samplers: [sampler(0.5)],
    zones: null,
    seams: plane(0),
    relief: null,
    texture: null,
    gains: null,
    bounce: null,
  };
  const moved = { ...square, box: { ...square.box, x: 1 } };
  const turned = {
    ...cards.light,
    inputs: cards.light.inputs.map((input) =>
      input.tensor === 'intrinsic' ? { ...input, channels: [...(input.channels ?? [])].reverse() } : input,
    ),
  };
  const ramp: Sampler = {
    row: () => undefined,
    pixel: (_x, _label, to) => to.set([0, 1, 2, 3, 4]),
  };

  interface Packing {
    of?: Partial<Surface>;
    card?: typeof cards.light;
    most?: number;
  }
  function strips({ of = {}, card = cards.light, most = 6 }: Packing, memo = openMemo<Packed>()): Strip[] {
    // Copies, as a strip may be overwritten by the next.
    return Array.from(packed({ ...surface, ...of }, card, most, memo), (strip) => structuredClone(strip));
  }

  it.each<[string, Packing, Packing?]>([
    ['form', { of: { samplers: [sampler(0.25)] } }],
    ['seams', { of: { seams: plane(1) } }],
    ['view', { of: { views: [{ ...view, square: moved }] } }],
    [
      'zones',
      {
        of: {
          zones: new Uint8Array(16).fill(1),
          views: [view, { ...view, square: moved }],
          samplers: [sampler(0), sampler(1)],
        },
      },
    ],
    [
      'alpha',
      {
        of: {
          found: {
            ...found,
            alpha: { ...found.alpha, data: found.alpha.data.map((v, i) => (i < 4 ? 0 : v)) },
          },
        },
      },
    ],
    ['grid', { of: { found: { ...found, grid: moved } } }],
    ['length of strips', { most: 5 }],
    ['order of channels', { card: turned, of: { samplers: [ramp] } }, { of: { samplers: [ramp] } }],
    ['base colour', { of: { maps: { ...maps, base: new Uint8Array(48).fill(255) } } }],
    [
      'material',
      {
        of: { maps: { ...maps, materials: maps.materials.map(() => new Float32Array(3).fill(1)) } },
      },
    ],
  ])('another %s is seen', (_what, after, before = {}) => {
    const memo = openMemo<Packed>();
    const first = strips(before, memo);
    const second = strips(after, memo);
    expect(second).toEqual(strips(after));
    expect(second).not.toEqual(first);
    // And back: what was painted over the kept strips is not taken for what they hold.
    expect(strips(before, memo)).toEqual(first);
  });

  it('the same surface is looked up once, under any colour', () => {
    let rows = 0;
    const counted = { ...sampler(1), row: () => void (rows += 1) };
    const memo = openMemo<Packed>();
    strips({ of: { samplers: [counted] } }, memo);
    strips({ of: { samplers: [counted], maps: { ...maps, base: new Uint8Array(48) } } }, memo);
    expect(rows).toBe(4);
  });
});
