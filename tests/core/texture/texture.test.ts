import { describe, expect, it } from 'vitest';
import { SAMPLED, type UpsampledForm } from '../../../src/core/form/upsample.ts';
import type { Parts } from '../../../src/core/parts/parts.ts';
import { alongOf } from '../../../src/core/texture/along.ts';
import { marble, rings } from '../../../src/core/texture/solid.ts';
import { openTiles, textureOf } from '../../../src/core/texture/texture.ts';
import { openTexture } from '../../../src/core/texture/texture-sampler.ts';
import { cards } from '../fake.ts';

const SIDE = 16;
const square = { box: { x: 0, y: 0, width: 32, height: 32 }, width: SIDE, height: SIDE };

/** All of it is part 1, with one normal to the left of the middle and one to the right. */
function formOf(left: readonly number[], right = left): UpsampledForm {
  const sampler = {
    row: () => undefined,
    pixel: (x: number, _label: number, to: Float32Array) =>
      to.set([...(x < SIDE / 2 ? left : right), 1, 0.5]),
  };
  const labels = { width: SIDE, height: SIDE, data: new Int32Array(SIDE * SIDE).fill(1) };
  return { ...sampler, labels, over: () => sampler };
}

/** A figure of one part, as wide and high as told, in pixels of two drawing units. */
function partsOf(wide: number, high: number): Parts {
  const data = new Int32Array(SIDE * SIDE);
  for (let y = 0; y < high; y++) data.fill(1, y * SIDE, y * SIDE + wide);
  const box = { x0: 0, y0: 0, x1: wide - 1, y1: high - 1 };
  return {
    grid: square,
    labels: { width: SIDE, height: SIDE, data },
    alpha: { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE).fill(255) },
    parts: [{ box, pixels: wide * high, piece: null, wire: false }],
  };
}

const material = (id: string) => cards.light.materials.find((one) => one.id === id)!;
const textured = (id: string, found: Parts, scale = 1, normal = [0, 0, 1]) =>
  textureOf(found, {
    named: [material(id)],
    scales: [scale],
    views: [{ form: formOf(normal), square }],
    tiles: openTiles(),
  });

it('what faces the viewer is as long as it looks', () => {
  const { x, y } = alongOf(formOf([0, 0, 1]), square, [{ x: 16, y: 16 }]);
  expect(Math.max(...x.map(Math.abs), ...y.map(Math.abs))).toBe(0);
});

it('a face that is turned by 60° packs one doubling more of its texture into a pixel', () => {
  const { doublings } = alongOf(formOf([0, Math.sqrt(3) / 2, 0.5]), square, [{ x: 16, y: 16 }]);
  for (const one of doublings) expect(one).toBeCloseTo(1, 4);
});

it('a face that is turned by 60° is twice as long: from the middle outwards, in drawing units', () => {
  const sine = Math.sqrt(3) / 2;
  const { x, y } = alongOf(formOf([-sine, 0, 0.5], [sine, 0, 0.5]), square, [{ x: 16, y: 16 }]);
  // Each sample is 2 units wide; the middles of the outermost lie 15 units from the part's middle.
  expect(x[SIDE - 1]).toBeCloseTo(15, 4);
  expect(x[0]).toBeCloseTo(-15, 4);
  expect(Math.max(...y.map(Math.abs))).toBe(0);
});

describe('a texture', () => {
  it('is none where no part wears one', () => {
    expect(textured('ceramic', partsOf(8, 8))).toBeNull();
  });

  it('has its scale in drawing units: a share of all that is drawn, times what is wished', () => {
    const { size } = material('knit').texture!;
    expect(textured('knit', partsOf(8, 8))!.parts[0]!.size).toBeCloseTo(size * 16);
    expect(textured('knit', partsOf(8, 8), 2)!.parts[0]!.size).toBeCloseTo(size * 32);
  });

  it('runs along a long part, and along the drawing in others', () => {
    expect(textured('knit', partsOf(8, 8))!.parts[0]!.turn).toEqual([1, 0]);
    expect(textured('knit', partsOf(14, 3))!.parts[0]!.turn[0]).toBeCloseTo(1, 5);
    const [cosine, sine] = textured('knit', partsOf(3, 14))!.parts[0]!.turn;
    expect([Math.abs(cosine), Math.abs(sine)]).toEqual([expect.closeTo(0, 5), expect.closeTo(1, 5)]);
  });

  it('of an unknown pattern is an error with its name', () => {
    const odd = { ...material('knit'), texture: { pattern: 'scales', size: 1, depth: 1, tone: 1 } };
    const worn = () => textureOf(partsOf(4, 4), { named: [odd], scales: [1], views: [], tiles: openTiles() });
    expect(worn).toThrow('scales');
  });

  it('every one that the card names exists', () => {
    for (const { id, texture } of cards.light.materials)
      if (texture) expect(textured(id, partsOf(8, 8)), id).not.toBeNull();
  });
});

it('pixels of a part that wears one lean and change their tone, others do not', () => {
  const texture = textured('knit', partsOf(8, 8), 4)!;
  const fine = { box: square.box, width: 128, height: 128 };
  const worn = openTexture(texture, fine);
  const to = new Float32Array(3);
  worn.row(20);
  expect(worn.pixel(3, 0, 0, to)).toBe(false);
  const tones = new Set<number>();
  let steepest = 0;
  for (let x = 0; x < 60; x++) {
    expect(worn.pixel(x, 1, 0, to)).toBe(true);
    tones.add(to[2]!);
    steepest = Math.max(steepest, Math.hypot(to[0]!, to[1]!));
  }
  expect(tones.size).toBeGreaterThan(20);
  expect(steepest).toBeGreaterThan(0.05);
  expect(steepest).toBeLessThan(3);
});

it('is softer on a face that turns away: there a pixel covers more of it', () => {
  const steepest = (normal: number[]): number => {
    const worn = openTexture(textured('fabric', partsOf(8, 8), 4, normal)!, {
      box: square.box,
      width: 416,
      height: 416,
    });
    worn.row(20);
    const to = new Float32Array(3);
    const leans = Array.from({ length: 60 }, (_, x) => worn.pixel(x, 1, 0, to) && Math.hypot(to[0]!, to[1]!));
    return Math.max(...leans.map(Number));
  };
  expect(steepest([0, Math.sqrt(3) / 2, 0.5])).toBeLessThan(0.6 * steepest([0, 0, 1]));
});

it.each([
  ['marble', marble],
  ['rings', rings],
] as const)('%s has a tone that is about even on the whole, and varies', (_name, solid) => {
  const tones = Array.from({ length: 6400 }, (_, k) => solid((k % 80) / 8 - 5, Math.floor(k / 80) / 8 - 5));
  const mean = tones.reduce((sum, tone) => sum + tone, 0) / tones.length;
  expect(Math.abs(mean)).toBeLessThan(0.15);
  expect(Math.max(...tones) - Math.min(...tones)).toBeGreaterThan(0.4);
});

it('a sampler gives five values, as what is tested here does', () => expect(SAMPLED).toBe(5));
