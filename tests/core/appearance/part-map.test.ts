import { describe, expect, it } from 'vitest';
import type { Appearance } from '../../../src/core/appearance/appearance.ts';
import { partMapOf } from '../../../src/core/appearance/part-map.ts';
import type { Keys } from '../../../src/core/parts/part-keys.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { cards } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';
import { partsFrom } from '../relief/parts.ts';

const [wood, steel] = cards.light.materials;
const [LID, SPOON] = sceneOf(
  '<path id="lid" d="M1 1h8v8h-8z" fill="#c33"/><path id="spoon" d="M2 2h3v3h-3z" fill="#36c"/>',
).pieces;
/** Two parts: a layer of six pixels, and a region of three below it; two apart. */
const ROWS = ['111...', '111.22', '333...'];
const pieces = [LID!, null, null];
const appearance = {
  colours: [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ],
  materialValues: { named: [wood, steel, wood] },
  open: [['wood'], [], []],
  ofPiece: () => ({ colour: [1, 2, 3], material: steel }),
} as unknown as Appearance;
const keys: Keys = {
  ofPart: ['lid#1', '@1', '@2'],
  ofPiece: ({ shape }: Piece) => `${shape.names.at(-1)}#1`,
};
const seen = (behind: readonly Piece[] = []) =>
  partMapOf(partsFrom(ROWS, pieces), keys, appearance, [{ pieces: behind } as never]);

describe('the map of parts', () => {
  it('has the parts with name, colour, material, and what each is of all', () => {
    const { parts } = seen();
    expect(parts).toEqual([
      {
        key: 'lid#1',
        name: 'lid',
        colour: '#ff0000',
        material: wood!.id,
        painted: true,
        share: 0.545,
        beside: [2],
        open: ['wood'],
      },
      {
        key: '@1',
        name: '',
        colour: '#00ff00',
        material: steel!.id,
        painted: false,
        share: 0.182,
        beside: [],
        open: [],
      },
      {
        key: '@2',
        name: '',
        colour: '#0000ff',
        material: wood!.id,
        painted: false,
        share: 0.273,
        beside: [0],
        open: [],
      },
    ]);
  });

  it('is pixel by pixel the labels of a small picture', () => {
    const { width, height, labels } = seen();
    expect([width, height, [...labels].join('')]).toEqual([6, 3, '111000111022333000']);
  });

  it('of a large one is smaller, each pixel the one in its middle', () => {
    const large = partsFrom([`${'1'.repeat(1024)}${'2'.repeat(1024)}`, '3'.repeat(2048)], pieces);
    const { width, height, labels } = partMapOf(large, keys, appearance, []);
    expect([width, height]).toEqual([1024, 1]);
    // Of two rows the middle lies in the lower one.
    expect([labels[0], labels[1023]]).toEqual([3, 3]);
  });

  it('lists what is seen through glass alone, once, and not what is a part anyway', () => {
    const { parts } = seen([SPOON!, SPOON!, LID!]);
    expect(parts.slice(3)).toEqual([
      {
        key: 'spoon#1',
        name: 'spoon',
        colour: '#010203',
        material: steel!.id,
        painted: true,
        share: 0,
        beside: [],
      },
    ]);
  });
});
