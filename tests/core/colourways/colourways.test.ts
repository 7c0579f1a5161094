import { describe, expect, it } from 'vitest';
import {
  coloursOf,
  colourways,
  PRODUCT_PALETTES,
  type ColourwayRequest,
} from '../../../src/core/colourways/colourways.ts';
import { labOf } from '../../../src/core/colourways/groups.ts';
import { apartLab, toLab, toRgb } from '../../../src/core/colour/oklab.ts';
import type { PartSeen } from '../../../src/core/parts-seen.ts';
import { PLAIN, type Settings } from '../../../src/core/sketch.ts';
import { cards } from '../fake.ts';

const base: Settings = { ...PLAIN, model: 'm', studio: 's', parts: { 'gone#1': { colour: '#123456' } } };
const part = (
  key: string,
  colour: string,
  material: string,
  share: number,
  beside: number[] = [],
): PartSeen => ({ key, name: key.replace(/#.*/, ''), colour, material, painted: true, share, beside });

const shoe = [
  part('upper#1', '#264653', 'fabric', 0.5, [1, 2, 3]),
  part('toe#1', '#e76f51', 'leather', 0.15, [0, 2]),
  part('sole#1', '#fff8ec', 'rubber', 0.2, [0, 1]),
  part('lens#1', '#88bbee', 'glass', 0.05, [0]),
  part('tyre#1', '#22252a', 'rubber', 0.05),
  part('handle#1', '#a8743f', 'wood', 0.05, []),
];
const wish: ColourwayRequest = {
  count: 9,
  seed: 4,
  locked: [],
  palettes: PRODUCT_PALETTES,
  materials: false,
  materialsKnown: cards.light.materials,
};
const colourOf = (tile: Settings | undefined, key: string): string =>
  tile?.parts[key]?.colour ?? shoe.find((one) => one.key === key)?.colour ?? '';
const bodies = (tiles: readonly Settings[]): string[] => tiles.map((tile) => colourOf(tile, 'upper#1'));

describe('colourways', () => {
  const tiles = colourways(shoe, wish, base);

  it('are as many as wished, and the same for the same seed', () => {
    expect(tiles).toHaveLength(9);
    expect(colourways(shoe, { ...wish, count: 4 }, base)).toHaveLength(4);
    expect(colourways(shoe, wish, base)).toEqual(tiles);
    expect(colourways(shoe, { ...wish, seed: 5 }, base)).not.toEqual(tiles);
  });

  it('differ from each other and from what is there in the colour of the body', () => {
    const all = [shoe[0]?.colour ?? '', ...bodies(tiles)].map(labOf);
    const gaps = all.flatMap((one, i) => all.slice(i + 1).map((other) => apartLab(one, other)));
    expect(Math.min(...gaps)).toBeGreaterThan(0.05);
  });

  it('leave glass alone, keep rubber that was dark dark and wood woody', () => {
    for (const tile of tiles) {
      expect(tile.parts['lens#1']).toBeUndefined();
      expect(labOf(colourOf(tile, 'tyre#1'))[0]).toBeLessThan(0.35);
      const [, a, b] = labOf(colourOf(tile, 'handle#1'));
      expect(b).toBeGreaterThan(0);
      expect(a).toBeLessThan(b * 1.3);
      expect(Object.values(tile.parts).some((choice) => choice.material !== undefined)).toBe(false);
    }
  });

  it('keep form, edges, thickness and surface, of parts and of all', () => {
    const shaped = {
      ...base,
      relief: { form: 'round', edge: 0.9, thickness: 0 },
      surface: { roughness: 0.7, scale: 0.4 },
      parts: { 'upper#1': { form: 'hollow', edge: 0.2, thickness: 1, roughness: 1, scale: 0 } },
    } as const;
    for (const tile of colourways(shoe, wish, shaped)) {
      expect(tile.relief).toEqual(shaped.relief);
      expect(tile.surface).toEqual(shaped.surface);
      expect(tile.parts['upper#1']).toMatchObject(shaped.parts['upper#1']);
    }
  });

  it('keep neighbours apart', () => {
    for (const tile of tiles)
      for (const key of ['toe#1', 'sole#1'])
        expect(apartLab(labOf(colourOf(tile, 'upper#1')), labOf(colourOf(tile, key)))).toBeGreaterThan(0.1);
  });

  it('leave locked parts and other choices as they were', () => {
    const kept = { ...base, parts: { ...base.parts, 'toe#1': { colour: '#010203' } } };
    for (const tile of colourways(shoe, { ...wish, locked: ['toe#1', 'upper#1'] }, kept)) {
      expect(tile.parts['toe#1']).toEqual({ colour: '#010203' });
      expect(tile.parts['upper#1']).toBeUndefined();
      expect(tile.parts['gone#1']).toEqual({ colour: '#123456' });
    }
  });

  it('change materials when wished, to known ones only', () => {
    const known = [{ id: 'fabric' }, { id: 'leather' }];
    const made = colourways(shoe, { ...wish, materials: true, materialsKnown: known }, base);
    const ids = made.flatMap((tile) => Object.values(tile.parts).flatMap(({ material }) => material ?? []));
    expect(new Set(ids)).toEqual(new Set(['fabric', 'leather']));
  });

  it('step lightly around a tile that is liked', () => {
    const like = tiles[2]!;
    const near = colourways(shoe, { ...wish, like }, base);
    expect(near).toHaveLength(9);
    expect(new Set(near.map((tile) => JSON.stringify(tile.parts))).size).toBe(9);
    for (const body of bodies(near))
      expect(apartLab(labOf(body), labOf(colourOf(like, 'upper#1')))).toBeLessThan(0.2);
  });

  it('wear any palette, of one colour or of none', () => {
    const own = { id: 'own', name: 'Own', colours: ['#00a884'] };
    expect(colourways(shoe, { ...wish, palettes: [own] }, base).length).toBeGreaterThan(3);
    expect(colourways(shoe, { ...wish, palettes: [] }, base)).toHaveLength(9);
    expect(colourways(shoe, { ...wish, palettes: [{ ...own, colours: [] }] }, base).length).toBeGreaterThan(
      0,
    );
  });

  it('are other seeds where no parts are known, and none where nothing may change', () => {
    const seeds = colourways([], wish, base).map(({ seed }) => seed);
    expect(seeds).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(colourways(shoe, { ...wish, locked: shoe.map(({ key }) => key) }, base)).toEqual([]);
  });
});

describe('colours of an image', () => {
  it('are its main ones, without what is transparent', () => {
    const paints = ['#d02020', '#2040c0', '#f0e8d8'];
    const data = new Uint8Array(4 * 90 * 10);
    for (let i = 0; i < 900; i++) {
      const rgb = toRgb(labOf(paints[Math.floor((i % 90) / 30)] ?? ''));
      data.set([...rgb, 255], 4 * i);
      if (i % 90 > 85) data.set([0, 255, 0, 0], 4 * i);
    }
    const found = coloursOf({ width: 90, height: 10, data }, 5).map(labOf);
    expect(found).toHaveLength(3);
    for (const paint of paints)
      expect(Math.min(...found.map((lab) => apartLab(lab, labOf(paint))))).toBeLessThan(0.02);
    expect(coloursOf({ width: 1, height: 1, data: new Uint8Array(4) }, 5)).toEqual([]);
  });

  it('Oklab goes there and back', () => {
    for (const rgb of [
      [0, 0, 0],
      [255, 255, 255],
      [12, 200, 99],
      [255, 0, 0],
    ] as const)
      expect(toRgb(toLab(rgb))).toEqual(rgb);
  });
});

describe('materials that the generator leaves open', () => {
  const open = ['wood', 'leather'];
  const box = [{ ...part('box#1', '#a8743f', 'wood', 1), open }];
  const materialsOf = (parts: readonly PartSeen[]): Set<string | undefined> =>
    new Set(
      [1, 2, 3, 4].flatMap((seed) =>
        colourways(parts, { ...wish, seed, materials: true }, base).map(
          (tile) => tile.parts['box#1']?.material,
        ),
      ),
    );

  it('are what its tiles are made of; what a name says keeps to its editions', () => {
    expect(materialsOf(box)).toEqual(new Set(open));
    expect(materialsOf([{ ...box[0]!, open: [] }])).toEqual(new Set(['wood']));
  });
});
