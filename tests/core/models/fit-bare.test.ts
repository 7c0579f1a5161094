import { expect, it } from 'vitest';
import { fitBare, tooWide } from '../../../src/core/models/fit-bare.ts';
import type { Port } from '../../../src/core/models/read-port.ts';
import type { Summary } from '../../../src/core/models/summary.ts';

const port = (...dims: (number | null)[]): Port => ({ name: 'x', type: 1, dims });
const summary = (input: Port, output: Port, norms: Summary['norms'] = null): Summary => ({
  metadata: {},
  producer: '',
  opset: 17,
  inputs: [input],
  outputs: [output],
  foreign: [],
  operators: ['Conv'],
  external: [],
  norms,
});

it('of free sides is fed the paper’s square, thin dark lines on white from −1 to 1 first', () => {
  const found = fitBare(summary(port(1, 1, null, null), port(1, 3, null, null)), 'mine');
  if ('refused' in found) throw new Error(found.refused);
  expect(found.sure).toBe(false);
  // Thin or thick, −1 or 0 to 1, dark or light.
  expect(found.ways).toHaveLength(2 * 2 * 2);
  expect(found.ways[0]).toMatchObject({ ink: 'dark', range: 'signed', width: 'thin', input: 'lines' });
  expect(found.ways[0]?.card).toMatchObject({
    id: 'mine',
    input: { tensor: 'x', size: 256, margin: 26, stroke: 1.5, ink: -1, paper: 1 },
    output: { channels: [{ name: 'r', range: [-1, 1] }, { name: 'g' }, { name: 'b' }] },
  });
});

it('takes lines twice as thick for a square twice as large, light on dark as the opposite', () => {
  const found = fitBare(summary(port(1, 1, 512, 512), port(1, 3, 512, 512)), 'mine');
  if ('refused' in found) throw new Error(found.refused);
  const last = found.ways.at(-1);
  expect(last).toMatchObject({ ink: 'light', range: 'unsigned', width: 'thick' });
  expect(last?.card.input).toMatchObject({ size: 512, stroke: 6, ink: 1, paper: 0 });
});

it('asks whose statistics where the batch norms were never trained', () => {
  const found = fitBare(summary(port(1, 1, 64, 64), port(1, 3, 64, 64), 'untouched'), 'mine');
  if ('refused' in found) throw new Error(found.refused);
  expect(found.ways.map(({ norms }) => norms).slice(0, 3)).toEqual(['picture', 'file', 'picture']);
});

it('is refused by what its shapes say', () => {
  const picture = port(1, 3, 64, 64);
  const why = (input: Port, output: Port): unknown => fitBare(summary(input, output), 'mine');
  expect(why(port(1, 5, 64, 64), picture)).toEqual({
    refused: 'it wants 1 × 5 × 64 × 64; a drawing is 1 × (1 to 4) × side × side',
  });
  expect(why(port(1, 1, 32, 32), picture)).toEqual({
    refused: 'it wants 1 × 1 × 32 × 32 and gives 1 × 3 × 64 × 64; both have one side',
  });
  expect(why({ ...picture, type: 7 }, picture)).toHaveProperty(
    'refused',
    expect.stringContaining("has ONNX's type 7"),
  );
  expect(why(port(1, 3, 4096, 4096), picture)).toEqual(tooWide(4096));
});
