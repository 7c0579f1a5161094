// The runtime that has our networks opened, and the one that it was made of: the same numbers, and the same
// picture.
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../prepare/main.ts';
import { openEngine, type Opened } from '../../bench/engine.ts';
import type { Network, Tensor } from '../../src/core/engine.ts';
import { openPipeline, type Drafted, type Realized } from '../../src/core/pipeline.ts';
import { isRefusal, PLAIN, type Settings } from '../../src/core/sketch.ts';
import { openPrepared } from '../../src/worker/prepared.ts';

const ORT = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';
const MINUTES = 240_000;

const ours = async (name: string) => ({
  onnx: new Uint8Array(await readFile(`models/${name}.onnx`)),
  card: JSON.parse(await readFile(`models/${name}.json`, 'utf8')) as unknown,
});

let wasm: Uint8Array;
let full: Opened;
let generate: Network;
let light: Network;

beforeAll(async () => {
  const [ort, realize, lamp] = await Promise.all([readFile(ORT), ours('realize'), ours('light')]);
  wasm = await main(ort, realize, lamp);
  const prepared = await openPrepared(wasm);
  generate = prepared('generator', realize.onnx);
  light = prepared('light', lamp.onnx);
  full = await openEngine();
}, MINUTES);

/** Numbers in 0…1 that repeat late. */
function noise(shape: readonly number[], seed: number): Tensor {
  const length = shape.reduce((product, size) => product * size, 1);
  let state = seed;
  const data = Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
  return { shape, data };
}

/** Bit by bit; a matcher would look at each of a million numbers by itself. */
function same(seen: Record<string, Tensor>, wanted: Record<string, Tensor>): void {
  const told = (all: Record<string, Tensor>) =>
    Object.entries(all).map(([name, { shape, data }]) => [name, [...shape], data.length]);
  expect(told(seen)).toEqual(told(wanted));
  for (const [name, { data }] of Object.entries(wanted))
    expect(Buffer.compare(bytesOf(seen[name]!.data), bytesOf(data)), name).toBe(0);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

describe('the prepared runtime', () => {
  test('is a tenth of the original’s code, and begins with memory of its own', async () => {
    expect(wasm.length).toBeLessThan((await readFile(ORT)).length * 0.7);
    expect(WebAssembly.Module.exports(new WebAssembly.Module(wasm as BufferSource)).length).toBeGreaterThan(
      10,
    );
  });

  test('is the same wherever it is built: it names no script that started it', () => {
    expect(Buffer.from(wasm).includes('_=./this.program\0')).toBe(true);
    expect(Buffer.from(wasm).includes(process.cwd())).toBe(false);
  });

  test.each([320, 256, 320, 192])(
    'the generator at %i gives the same numbers',
    async (side) => {
      const { model } = full.cards;
      const inputs = { [model.input.tensor]: noise([1, model.input.channels.length, side, side], side) };
      same(await generate(inputs), await full.engine.generate(inputs));
    },
    MINUTES,
  );

  test.each([1, 5, 640, 65_536, 7])(
    'the light of %i pixels gives the same numbers in every studio',
    async (pixels) => {
      const { inputs, studios } = full.cards.light;
      for (const { vector } of studios) {
        const planes = inputs.flatMap(({ tensor, channels }) =>
          channels ? [[tensor, noise([1, channels.length, 1, pixels], pixels)] as const] : [],
        );
        const given = {
          ...Object.fromEntries(planes),
          studio: { shape: [1, vector.length], data: Float32Array.from(vector) },
        };
        same(await light(given), await full.engine.light(given));
      }
    },
    MINUTES,
  );

  test(
    'a picture and a draft are the same bytes',
    async () => {
      const svg = await readFile('samples/mug.svg', 'utf8');
      const { engine, cards } = full;
      const settings: Settings = {
        ...PLAIN,
        model: cards.model.id,
        studio: cards.light.defaultStudio,
        size: 512,
      };
      const watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };
      const [a, b] = [engine, { ...engine, generate, light }].map((one) => openPipeline(one, cards));
      const sketch = { id: 'mug', name: 'mug', svg };
      const picture = (await b!.realize(sketch, settings, watch)) as Realized;
      const wanted = (await a!.realize(sketch, settings, watch)) as Realized;
      expect(isRefusal(picture)).toBe(false);
      expect(bytesOf(picture.picture.png).equals(bytesOf(wanted.picture.png))).toBe(true);
      const draft = (await b!.draft(sketch, settings, watch)) as Drafted;
      const wantedDraft = (await a!.draft(sketch, settings, watch)) as Drafted;
      expect(Buffer.compare(Buffer.from(draft.shown.data), Buffer.from(wantedDraft.shown.data))).toBe(0);
    },
    MINUTES,
  );

  test('what it lacks is told: a network, an input, and a call that was cut away traps', async () => {
    const prepared = await openPrepared(wasm);
    const onnx = new Uint8Array(0);
    expect(() => prepared('classic', onnx)).toThrow(/has generator, light, wanted classic/);
    await expect(light({})).rejects.toThrow(/wants the input/);
    // A shape that no convolution takes: ONNX Runtime would make a sentence of it, by functions that are not
    // there.
    await expect(generate({ [full.cards.model.input.tensor]: noise([1, 1, 8, 8], 1) })).rejects.toThrow();
  });
});
