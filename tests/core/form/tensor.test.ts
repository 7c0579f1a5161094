import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../../src/core/card.ts';
import { fromTensor, toTensor, wantsColours } from '../../../src/core/form/tensor.ts';
import { cards } from '../fake.ts';

const inputs = (...channels: ModelCard['input']['channels']): ModelCard => ({
  ...cards.model,
  input: { ...cards.model.input, size: 2, ink: 1, paper: -1, channels },
});
const plane = (...data: number[]) => ({ width: 2, height: 2, data: Float32Array.from(data) });
const LINES = plane(0, 0.5, 1, 0);

describe('the generator’s input', () => {
  it('has lines from paper to ink, a silhouette in its range, one channel after the other', () => {
    const card = inputs({ name: 'silhouette', range: [0, 2], unknown: 9 }, { name: 'lines', range: [0, 1] });
    expect(toTensor(card, LINES, plane(0, 1, 1, 0.5))).toEqual({
      shape: [1, 2, 2, 2],
      data: Float32Array.of(0, 2, 2, 1, -1, 0, 1, -1),
    });
  });

  it('says where a silhouette is not known', () => {
    const card = inputs({ name: 'silhouette', range: [0, 2], unknown: 9 });
    expect([...toTensor(card, LINES, null).data]).toEqual([9, 9, 9, 9]);
    expect(() => toTensor(inputs({ name: 'silhouette', range: [0, 2] }), LINES, null)).toThrow(
      /no value for an unknown/,
    );
  });

  it('has the drawing’s colours where the card names them', () => {
    const card = inputs({ name: 'a', range: [0, 1] }, { name: 'r', range: [-1, 1] });
    expect([wantsColours(card), wantsColours(inputs({ name: 'lines', range: [0, 1] }))]).toEqual([
      true,
      false,
    ]);
    const data = Uint8Array.of(255, 1, 2, 255, 0, 1, 2, 0, 51, 1, 2, 255, 0, 1, 2, 0);
    const tensor = toTensor(card, LINES, null, { colours: { width: 2, height: 2, data } });
    [1, 0, 1, 0, 1, -1, -0.6, -1].forEach((value, i) => expect(tensor.data[i]).toBeCloseTo(value));
  });

  it('has hints in the card’s own values', () => {
    const card = inputs({ name: 'hint', range: [0, 3], unknown: 0 });
    expect([...toTensor(card, LINES, null, { hints: plane(0, 3, 2, 1) }).data]).toEqual([0, 3, 2, 1]);
    expect(() => toTensor(card, LINES, null)).toThrow(/"hint", which is not known/);
  });

  it('refuses a channel that nobody knows, and planes of another size', () => {
    expect(() => toTensor(inputs({ name: 'depth', range: [0, 1] }), LINES, null)).toThrow(
      /"depth", which is not known/,
    );
    const small = { width: 1, height: 1, data: new Float32Array(1) };
    expect(() => toTensor(inputs({ name: 'lines', range: [0, 1] }), small, null)).toThrow(
      /1 × 1, wanted 2 × 2/,
    );
  });
});

describe('the generator’s output', () => {
  const NAMES = ['normal.z', 'normal.x', 'normal.y', 'occlusion', 'thickness', 'shadow', 'coverage'];
  const card: ModelCard = {
    ...inputs({ name: 'lines', range: [0, 1] }),
    output: {
      tensor: 'y',
      channels: NAMES.map((name) => ({ name, range: name.startsWith('n') ? [-1, 1] : [0, 1] })),
    },
  };
  const output = (...values: number[]) => ({
    shape: [1, 7, 2, 2],
    data: Float32Array.from({ length: 28 }, (_, i) => values[Math.floor(i / 4)]!),
  });

  it('is read by name, held within ranges; normals are one long', () => {
    const made = fromTensor(card, output(0.8, 0.6, 0, 2, -1, 0.25, 0.5))!;
    expect(made.normal.map(([value]) => Number(value!.toFixed(6)))).toEqual([0.6, 0, 0.8]);
    expect([made.occlusion[0], made.thickness[0], made.shadow[3], made.coverage[3]]).toEqual([
      1, 0, 0.25, 0.5,
    ]);
    const long = fromTensor(card, output(0.3, 0.4, 0, 0, 0, 0, 0))!;
    expect(long.normal.map(([value]) => Number(value!.toFixed(6)))).toEqual([0.8, 0, 0.6]);
  });

  it('without a normal faces the viewer', () => {
    expect(fromTensor(card, output(0, 0, 0, 0, 0, 0, 0))!.normal.map(([value]) => value)).toEqual([0, 0, 1]);
  });

  it('that holds no number is none, and of another shape is refused', () => {
    expect(fromTensor(card, output(1, 0, 0, 0, NaN, 0, 0))).toBeNull();
    expect(() => fromTensor(card, { shape: [1, 7, 4, 1], data: new Float32Array(28) })).toThrow(
      /1 × 7 × 4 × 1, wanted 1 × 7 × 2 × 2/,
    );
  });
});
