import { expect, it } from 'vitest';
import { SAMPLED, type Sampler } from '../../../src/core/form/upsample.ts';
import { packed, type Packed, type Strip, type Surface } from '../../../src/core/light/pack.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { cards } from '../fake.ts';
import { labelsFrom } from '../small.ts';

const FORM = ['visibility', 'thickness', 'occlusion', 'height', 'normal.z', 'normal.y', 'normal.x'];
const channel = (name: string): { name: string; range: [number, number] } => ({ name, range: [-1, 1] });
const CHANNELS = FORM.map(channel);
/** A card whose channels of form come the other way round, so that an order that is only assumed shows. */
const card = cardOf(CHANNELS);

function cardOf(channels: ReturnType<typeof channel>[]): typeof cards.light {
  const inputs = cards.light.inputs.map((input) =>
    input.tensor === 'intrinsic' ? { ...input, channels } : input,
  );
  return { ...cards.light, inputs };
}

/** Column, row, label, `open` and `number` as the five values; `asked` counts the pixels. */
function samplerOf(number: number, open = 1): Sampler & { asked: number } {
  let row = 0;
  return {
    asked: 0,
    row: (y) => void (row = y),
    pixel(x, label, to) {
      to.set([x, row, label, open, number]);
      this.asked += 1;
    },
  };
}

/** 4 × 2 pixels, five of them covered, of two parts; the square is the left half of it. */
function surfaceOf(samplers: Sampler[], zones: Uint8Array | null = null): Surface {
  const labels = labelsFrom(['1100', '1022']);
  const grid = { box: { x: 0, y: 0, width: 4, height: 2 }, width: 4, height: 2 };
  const plane = { width: 2, height: 2, data: new Float32Array(4) };
  const intrinsic = {
    size: 2,
    normal: [plane.data, plane.data, plane.data] as [Float32Array, Float32Array, Float32Array],
    ...{ occlusion: plane.data, thickness: plane.data, shadow: plane.data, coverage: plane.data },
  };
  const square = { box: { x: 0, y: 0, width: 2, height: 2 }, width: 2, height: 2 };
  const data = Uint8Array.from(labels.data, (label) => (label > 0 ? 255 : 0));
  return {
    found: { grid, labels, alpha: { width: 4, height: 2, data }, parts: [] },
    maps: {
      base: Uint8Array.from({ length: 24 }, (_, i) => 51 * (i % 3)),
      materials: [Float32Array.of(0.25, 0.5), Float32Array.of(0.75, 1)],
      behind: [],
    },
    views: samplers.map(() => ({ square, lines: plane, silhouette: null, intrinsic, look: null })),
    samplers,
    zones,
    seams: { width: 4, height: 2, data: Float32Array.of(0, 1, 0, 0, 0, 0, 0.5, 0) },
    relief: null,
    texture: null,
    gains: null,
    bounce: null,
  };
}

/** Copies, as a strip may be overwritten by the next. */
const stripsOf = (surface: Surface, most: number, memo = openMemo<Packed>()): Strip[] =>
  Array.from(packed(surface, card, most, memo), (strip) => structuredClone(strip));

it('the covered pixels alone, row after row, so many a strip and the rest in the last', () => {
  const strips = stripsOf(surfaceOf([samplerOf(9)]), 3);
  expect(strips.map(({ pixels }) => [...pixels])).toEqual([
    [0, 1, 4],
    [6, 7],
  ]);
});

it('form lies channel after channel, in the order of the light’s card; lines darken its openness', () => {
  const [first, second] = stripsOf(surfaceOf([samplerOf(9)]), 3);
  // Visibility (all), thickness, occlusion, height (in the drawing's plane), normal.z (the label), normal.y
  // (the row), normal.x (the column). Pixel 1 lies on a line: 1 − 0.7.
  const third = Math.fround(1 - 0.7);
  expect([...first!.intrinsic]).toEqual([
    ...[1, 1, 1, 9, 9, 9, 1, third, 1, 0, 0, 0],
    ...[1, 1, 1, 0, 0, 1, 0, 1, 0],
  ]);
  const half = Math.fround(1 - 0.7 * 0.5);
  expect([...second!.intrinsic]).toEqual([1, 1, 9, 9, half, 1, 0, 0, 2, 2, 1, 1, 2, 3]);
});

it('colours of pixels, materials of parts, and the place in the square from −1 to 1, up', () => {
  const [, second] = stripsOf(surfaceOf([samplerOf(9)]), 3);
  const [fifth, two] = [Math.fround(0.2), Math.fround(0.4)];
  expect([...second!.base]).toEqual([0, 0, fifth, fifth, two, two]);
  expect([...second!.material]).toEqual([0.75, 0.75, 1, 1]);
  // Middles of columns 2 and 3 over a square that ends at 2; of the lower of two rows.
  expect([...second!.position]).toEqual([1.5, 2.5, -0.5, -0.5]);
});

it('each pixel is asked of its own object’s form', () => {
  const [one, two] = [samplerOf(1), samplerOf(2)];
  const [strip] = stripsOf(surfaceOf([one, two], Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 1)), 8);
  expect([...strip!.intrinsic.subarray(5, 10)]).toEqual([1, 1, 1, 2, 2]);
  expect([one.asked, two.asked]).toEqual([3, 2]);
});

it('of a small picture the form is kept: other colours are filled in without asking for it again', () => {
  const sampler = samplerOf(9);
  const [surface, memo] = [surfaceOf([sampler]), openMemo<Packed>()];
  const [before] = stripsOf(surface, 8, memo);
  const maps = { ...surface.maps, base: new Uint8Array(24).fill(255) };
  const [after] = stripsOf({ ...surface, maps }, 8, memo);
  expect(sampler.asked).toBe(5);
  expect(after!.intrinsic).toEqual(before!.intrinsic);
  expect([...after!.base]).toEqual(Array(15).fill(1));
  // Another form is another matter.
  stripsOf({ ...surface, samplers: [samplerOf(8)] }, 8, memo).forEach(({ intrinsic }) =>
    expect(intrinsic[5]).toBe(8),
  );
});

/** Both parts at their levels over the square's 2 × 2 samples; `visible` of the key light. */
function reliefOver(visible: number): NonNullable<Surface['relief']> {
  const labels = Int32Array.of(1, 1, 1, 0);
  const heights = {
    ...{
      size: 2,
      labels,
      data: Float32Array.of(0.5, 0.5, 0.5, 0),
      near: new Uint8Array(4),
      far: new Uint8Array(4),
      slivers: new Int32Array(),
    },
    own: Float32Array.of(0.5, 0.5, 0.5, 0),
  };
  return {
    bevel: { x: new Int8Array(8), y: new Int8Array(8) },
    views: [{ heights, sky: Float32Array.of(0.25, 0.25, 0.25, 1) }],
    seen: [new Float32Array(4).fill(visible)],
  };
}

it('a relief gives height, openness and the key light; what no sample is of lies in the plane and is lit', () => {
  const [strip] = stripsOf({ ...surfaceOf([samplerOf(9)]), relief: reliefOver(0.5) }, 8);
  const channel = (name: string): number[] => {
    const at = FORM.indexOf(name) * 5;
    return [...strip!.intrinsic.subarray(at, at + 5)];
  };
  expect(channel('visibility')).toEqual([0.5, 0.5, 0.5, 1, 1]);
  // Half a sample of two that cover the square, from −1 to 1.
  expect(channel('height')).toEqual([0.5, 0.5, 0.5, 0, 0]);
  expect(channel('occlusion')[0]).toBe(0.25);
  expect(channel('occlusion')[4]).toBe(1);
});

it('under another lamp a small picture’s shadow is filled in anew, and no form is asked for again', () => {
  const sampler = samplerOf(9);
  const [surface, memo] = [surfaceOf([sampler]), openMemo<Packed>()];
  const relief = reliefOver(0.5);
  stripsOf({ ...surface, relief }, 8, memo);
  const [after] = stripsOf({ ...surface, relief: { ...relief, seen: [new Float32Array(4)] } }, 8, memo);
  expect([...after!.intrinsic.subarray(0, 5)]).toEqual([0, 0, 0, 1, 1]);
  expect(sampler.asked).toBe(5);
});

it('refuses a card that asks for other form than there is', () => {
  const strips = packed(surfaceOf([samplerOf(9)]), cardOf(CHANNELS.slice(1)), 8, openMemo());
  expect(() => strips.next()).toThrow(`asks for 6 intrinsic channels, wanted ${SAMPLED + 2}`);
});
