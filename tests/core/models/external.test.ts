import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPlain, ownerOf, withWeights } from '../../../src/core/models/external.ts';
import { readSummary } from '../../../src/core/models/summary.ts';

const root = new URL('../../../', import.meta.url);
const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));

describe('an ONNX file', () => {
  it('takes its weights from a second file', () => {
    const [onnx, data] = [bytes('tests/fixtures/two/g.onnx'), bytes('tests/fixtures/two/g.onnx.data')];
    const whole = withWeights(onnx, new Map([['g.onnx.data', data]]));
    expect(readSummary(whole)).toEqual(readSummary(bytes('tests/fixtures/bare.onnx')));
    expect(whole.length).toBeGreaterThan(data.length);
    // The last of the second file's bytes stand in the first now.
    expect(Buffer.from(whole).includes(Buffer.from(data.slice(-64)))).toBe(true);
    const bare = bytes('tests/fixtures/bare.onnx');
    expect(Buffer.compare(withWeights(bare, new Map()), bare)).toBe(0);
  });

  it('is told by the name of its weights', () => {
    const names = ['a/g.onnx.data', 'g.onnx_data', 'weights.data', 'g.onnx', 'data', 'big_data'];
    expect(names.map(ownerOf)).toEqual(['a/g.onnx', 'g.onnx', 'weights.onnx', null, null, null]);
  });

  it('whose second file does not fit is refused', () => {
    const [onnx, data] = [bytes('tests/fixtures/two/g.onnx'), bytes('tests/fixtures/two/g.onnx.data')];
    const having = (name: string, of: Uint8Array) => () => withWeights(onnx, new Map([[name, of]]));
    expect(having('g.onnx.data', data.slice(0, -1))).toThrow(/cut short or belongs to another model/);
    expect(having('other.data', data)).toThrow(/g\.onnx\.data is not there/);
    const bent = (from: RegExp, to: string) => () => {
      const text = Buffer.from(onnx).toString('latin1').replace(from, to);
      return withWeights(new Uint8Array(Buffer.from(text, 'latin1')), new Map([['g.onnx.data', data]]));
    };
    expect(bent(/(length..)\d/s, '$1-')).toThrow(/is said to lie at “-/);
    expect(bent(/(length..)\d/s, '$19')).toThrow(/bytes in g\.onnx\.data, wanted/);
  });
});

it('a second file lies in the model’s own folder', () => {
  const names = ['g.onnx.data', 'a b.bin', '../g.data', 'a/g.data', 'a\\g.data', 'C:g', '..', '.', ''];
  expect(names.map(isPlain)).toEqual([true, true, false, false, false, false, false, false, false]);
});
