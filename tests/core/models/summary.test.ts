import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSummary, type Summary } from '../../../src/core/models/summary.ts';

const root = new URL('../../../', import.meta.url);
const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));

function summaryOf(path: string): Summary {
  const summary = readSummary(bytes(path));
  if ('refused' in summary) throw new Error(summary.refused);
  return summary;
}

describe('an ONNX file', () => {
  it('says what goes in, what comes out and what it is made of', () => {
    const summary = summaryOf('models/classic.onnx');
    expect(summary.inputs).toEqual([{ name: 'drawing', type: 1, dims: [1, 1, 256, 256] }]);
    expect(summary.outputs).toEqual([{ name: 'picture', type: 1, dims: [1, 3, 256, 256] }]);
    expect(summary.operators).toEqual(expect.arrayContaining(['Conv', 'ConvTranspose', 'Tanh']));
    expect(summary).toMatchObject({ foreign: [], external: [], opset: 17 });
  });

  it('with free sides says so', () => {
    expect(summaryOf('models/realize.onnx').inputs[0]?.dims).toEqual([1, 3, null, null]);
  });
});
