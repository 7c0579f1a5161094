import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onlyNumber, statisticsOf, withOwnNorms, type Norm } from '../../../src/core/models/norms.ts';
import { readSummary } from '../../../src/core/models/summary.ts';
import { openNetwork } from '../../../src/worker/generator.ts';

const root = new URL('../../../', import.meta.url);
const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));

describe('an ONNX file', () => {
  it('with batch norms by the picture itself paints one picture, however often it runs', async () => {
    const ort = bytes('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm');
    const input = { shape: [1, 1, 32, 32], data: Float32Array.from({ length: 1024 }, (_, n) => Math.sin(n)) };
    const paint = async (onnx: Uint8Array, times: number): Promise<Float32Array[]> => {
      const network = await openNetwork(onnx, { ort, name: 'WASM' });
      const out: Float32Array[] = [];
      for (let n = 0; n < times; n++) out.push((await network({ input }))['output']!.data.slice());
      await network.release();
      return out;
    };
    const apart = (a: Float32Array, b: Float32Array): number =>
      Math.max(...a.map((value, n) => Math.abs(value - b[n]!)));
    const [training, untouched] = ['training', 'untouched'].map((name) =>
      bytes(`tests/fixtures/norms/${name}.onnx`),
    );
    const [first, second] = await paint(training!, 2);
    expect(apart(first!, second!)).toBeGreaterThan(0.01); // the runtime's own: findings/batch-norm-drifts.sh
    const changed = [withOwnNorms(training!, 17, 'training'), withOwnNorms(untouched!, 17, 'all')];
    const pictures: Float32Array[] = [];
    for (const onnx of changed) {
      const operators = ['Conv', 'InstanceNormalization', 'Tanh'];
      expect(readSummary(onnx)).toMatchObject({ norms: null, operators });
      pictures.push(...(await paint(onnx, 3)));
    }
    for (const picture of pictures) expect(apart(picture, pictures[0]!)).toBe(0);
    const [trained] = await paint(untouched!, 1);
    expect(apart(trained!, pictures[0]!)).toBeGreaterThan(0.01);
    expect(withOwnNorms(untouched!, 17, 'training')).toEqual(untouched);
  });
});

describe('the statistics of batch norms', () => {
  const norm = (over: Partial<Norm> = {}): Norm => ({
    inputs: ['x', 'scale', 'shift', 'mean', 'variance'],
    outputs: 1,
    mode: false,
    ...over,
  });
  const UNTOUCHED = new Map([
    ['mean', 0],
    ['variance', 1],
  ]);

  it('are the picture’s where one trains: by an attribute, before opset 14 by further outputs', () => {
    expect(statisticsOf([norm(), norm({ mode: true })], new Map(), 14)).toBe('training');
    expect(statisticsOf([norm({ mode: true })], new Map(), 13)).toBeNull();
    expect(statisticsOf([norm({ outputs: 5 })], new Map(), 13)).toBe('training');
    expect(statisticsOf([norm({ outputs: 5 })], new Map(), 14)).toBeNull();
  });

  it('are untouched where all of them are 0 and 1', () => {
    expect(statisticsOf([norm(), norm()], UNTOUCHED, 17)).toBe('untouched');
    const other = norm({ inputs: ['x', 'scale', 'shift', 'm2', 'variance'] });
    expect(statisticsOf([norm(), other], UNTOUCHED, 17)).toBeNull();
    expect(statisticsOf([], UNTOUCHED, 17)).toBeNull();
  });

  it('are one number where all are 0, or all 1', () => {
    const of = (...numbers: number[]) => onlyNumber(Float32Array.from(numbers));
    expect([of(0, 0), of(1, 1, 1), of(0, 1), of(2, 2), of()]).toEqual([0, 1, null, null, null]);
  });
});
