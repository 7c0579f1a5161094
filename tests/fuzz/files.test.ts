import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLightCard, readModelCard } from '../../src/core/card.ts';
import { readMark } from '../../src/plugin/storage/picture-mark.ts';
import { readEntry } from '../../src/plugin/history/entry.ts';
import { readLook } from '../../src/plugin/storage/look.ts';
import { recall } from '../../src/plugin/storage/settings.ts';
import { openNetwork } from '../../src/worker/generator.ts';
import { ROOT } from '../architecture/sources.ts';
import { wounded, wounds } from './drawings.ts';
import { mutated } from './mutate.ts';
import { runs } from './runs.ts';
import { PLAIN } from '../../src/core/sketch.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const cards = readdirSync(join(ROOT, 'models'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => read(`models/${file}`));
const settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024, seed: 7 } as const;
const mark = { version: 1, made: { from: '1:2', settings, runtime: 'WASM', ms: 12 } };

const oneOf =
  (...given: ((json: unknown) => unknown)[]) =>
  (json: unknown): void => {
    for (const reader of given) {
      try {
        reader(json);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        // Says which card, where in it, and what was wrong.
        expect((error as Error).message).toMatch(/card/);
        expect((error as Error).message.length).toBeLessThan(400);
      }
    }
  };
const readCard = oneOf(readModelCard, readLightCard);

describe('cards', () => {
  it('of any shape are read or refused with the reason', () => {
    const whole = cards.map((text) => JSON.parse(text) as unknown);
    fc.assert(fc.property(mutated(whole), readCard), runs(300));
    fc.assert(fc.property(fc.anything(), readCard), runs(300));
  });

  it('cut short or damaged are no JSON, or are refused, or still say all that is needed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cards), wounds, (text, all) => {
        let json: unknown;
        try {
          json = JSON.parse(wounded(text, all));
        } catch {
          return;
        }
        readCard(json);
      }),
      runs(100),
    );
  });

  it('swapped are refused', () => {
    expect(() => readModelCard(JSON.parse(read('models/light.json')))).toThrow(
      /generator’s card: at "format"/,
    );
    expect(() => readLightCard(JSON.parse(read('models/realize.json')))).toThrow(/light’s card: at "format"/);
  });
});

describe('networks', () => {
  it('cut short, emptied or damaged are refused, not run', { timeout: 300_000 }, async () => {
    const ort = readFileSync(join(ROOT, 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'));
    const runtime = { ort: new Uint8Array(ort), name: 'WASM' } as const;
    const onnx = new Uint8Array(readFileSync(join(ROOT, 'models/light.onnx')));
    const cut = [0, 1, 100, onnx.length >> 1, onnx.length - 1].map((end) => onnx.slice(0, end));
    for (const file of [...cut, new Uint8Array(5000).fill(0xff), new Uint8Array(ort).slice(0, 9999)])
      await expect(openNetwork(file, runtime)).rejects.toThrow();
    await expect(openNetwork(onnx, runtime)).resolves.toBeTypeOf('function'); // nothing was poisoned by the broken ones
  });
});

describe('what other versions left behind', () => {
  it('on a picture is read as far as it can be, and never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      mutated([mark]).map((value) => {
        try {
          return JSON.stringify(value) ?? '';
        } catch {
          return ''; // a bigint: nobody can have written it
        }
      }),
      wounds.map((all) => wounded(JSON.stringify(mark), all)),
      fc.integer({ min: 1, max: 100_000 }).map((depth) => '['.repeat(depth)),
    );
    fc.assert(
      fc.property(text, (data) => {
        const { layers, settings: kept } = readMark(data);
        for (const id of layers) expect(id.length).toBeLessThanOrEqual(200);
        if (kept !== null) expect(kept).toEqual({ ...kept, seed: Math.trunc(kept.seed) });
      }),
      runs(500),
    );
    expect(readMark(JSON.stringify(mark))).toEqual({
      layers: ['1:2'],
      settings,
      by: 'Realize 1',
      put: null,
    });
    expect(
      readMark(JSON.stringify({ version: 2, made: { from: '1:2', settings: { ...settings, size: 8192 } } })),
    ).toEqual({
      layers: ['1:2'],
      settings: null,
      by: null,
      put: null,
    });
  });

  it('on a drawing is a look or nothing, in the history an entry or nothing', () => {
    const { model, studio, lamps, seed, light, shading, relief, surface, parts, photo } = settings;
    const older = { model, studio, seed, light, parts, photo };
    const look = { version: 1, look: { ...older, lamps, shading, relief, surface } };
    const entry = {
      ...{ version: 1, name: 'Mug', at: 1, width: 2, height: 2, thumb: null, node: '1:3', shadow: null },
      made: { from: '1:2', settings, runtime: 'WASM', ms: 1 },
      picture: { hash: 'a', on: { x: 0, y: 0, width: 1, height: 1 } },
    };
    expect(readLook(JSON.stringify(look))).toEqual(look.look);
    // Looks from before drawn shading, relief and lamps of one's own could be chosen.
    const plain = {
      lamps: null,
      shading: 'soften',
      relief: { form: 'found', edge: 0.5, thickness: 0.5 },
      surface: { roughness: 0.5, scale: 0.5 },
    };
    expect(readLook(JSON.stringify({ version: 1, look: older }))).toEqual({ ...older, ...plain });
    expect(readEntry(JSON.stringify(entry))).toMatchObject({ name: 'Mug', node: '1:3' });
    fc.assert(
      fc.property(mutated([look, entry]), fc.nat(), (value, cut) => {
        const text = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? 0 : one)) ?? '';
        for (const data of [text, text.slice(0, cut % (text.length + 1))]) {
          const kept = readLook(data);
          // What was read is whole: written and read again it is the same.
          if (kept) expect(readLook(JSON.stringify({ version: 1, look: kept }))).toEqual(kept);
          const found = readEntry(data);
          if (found) expect(readEntry(JSON.stringify(found))).toEqual(found);
        }
      }),
      runs(300),
    );
  });

  it('in the storage is settings or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(mutated([settings]), async (value) => {
        const kept = await recall(
          { getAsync: async () => value, setAsync: async () => undefined },
          'settings',
        );
        if (kept !== null) expect([512, 1024, 2048, 4096]).toContain(kept.size);
      }),
      runs(200),
    );
  });
});
