import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModelCard } from '../../../src/core/card.ts';
import type { FeedOption } from '../../../src/core/models/feed-option.ts';
import { waysOf } from '../../../src/core/models/fit.ts';
import { readSummary, type Summary } from '../../../src/core/models/summary.ts';

const root = new URL('../../../', import.meta.url);
const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));

function summaryOf(path: string): Summary {
  const summary = readSummary(bytes(path));
  if ('refused' in summary) throw new Error(summary.refused);
  return summary;
}

function ways(path: string): { ways: FeedOption[]; sure: boolean } | { refused: string } {
  const summary = readSummary(bytes(path));
  return 'refused' in summary ? summary : waysOf(summary, 'mine');
}

describe('an ONNX file', () => {
  it('with a card of its own is fed in one way', () => {
    const found = ways('tests/fixtures/converted.onnx');
    if ('refused' in found) throw new Error(found.refused);
    expect(found.sure).toBe(true);
    expect(found.ways).toHaveLength(1);
    expect(found.ways[0]).toMatchObject({ ink: 'dark', range: 'signed', input: 'lines' });
    expect(found.ways[0]?.card).toMatchObject({
      name: 'A small U-Net',
      input: { size: 128, ink: -1, paper: 1 },
    });
  });

  it('without one leaves range, ink and width to the eye, and every way is a card', () => {
    const found = ways('tests/fixtures/bare.onnx');
    if ('refused' in found) throw new Error(found.refused);
    expect(found.sure).toBe(false);
    expect(found.ways).toHaveLength(8);
    const seen = found.ways.map(({ card: { input } }) => [input.paper, input.ink, input.stroke]);
    expect(new Set(seen.map((one) => one.join())).size).toBe(8);
    for (const { card } of found.ways) expect(readModelCard(card)).toEqual(card);
    expect(found.ways[0]?.card.input).toMatchObject({
      tensor: 'input',
      size: 128,
      paper: 1,
      ink: -1,
      stroke: 0.75,
    });
  });

  it('of three channels may want colours', () => {
    const base = summaryOf('tests/fixtures/bare.onnx');
    const rgb: Summary = { ...base, inputs: [{ name: 'x', type: 1, dims: [1, 3, null, null] }] };
    const found = waysOf(rgb, 'mine');
    if ('refused' in found) throw new Error(found.refused);
    expect(
      found.ways.filter(({ input }) => input === 'colours').map(({ card }) => card.input.channels[2]?.name),
    ).toEqual(['b', 'b']);
    expect(found.ways.slice(0, 8).filter(({ input }) => input === 'colours')).toHaveLength(2);
  });

  const TURNED: [change: Partial<Summary>, says: RegExp][] = [
    [
      { inputs: [{ name: 'x', type: 1, dims: [null, 64, 64, 3] }] },
      /channels last, as Keras does \(\? × 64 × 64 × 3\)/,
    ],
    [{ inputs: [{ name: 'x', type: 1, dims: [1, null, null, 1] }] }, /channels last/],
    [{ inputs: [{ name: 'x', type: 10, dims: [1, 1, 64, 64] }] }, /“x” is of half precision/],
    [{ outputs: [{ name: 'y', type: 1, dims: [1, 1, 128, 128] }] }, /picture is grey/],
  ];
  it.each(TURNED)('that convert takes as it is comes with the command', (change, says) => {
    const found = waysOf({ ...summaryOf('tests/fixtures/bare.onnx'), ...change }, 'my cat');
    const command = "python -m convert 'my cat.onnx' -o 'my cat-realize.onnx'";
    expect(found).toEqual({ refused: expect.stringMatching(says) as unknown, command });
    expect('refused' in found && found.refused).toContain(command);
  });

  it('is taken up to the opset that the runtime has', () => {
    const at = (opset: number) => waysOf({ ...summaryOf('tests/fixtures/bare.onnx'), opset }, 'mine');
    for (const opset of [7, 21, 22, 26]) expect(at(opset)).not.toHaveProperty('refused');
    for (const opset of [0, 6, 27])
      expect(at(opset)).toHaveProperty('refused', expect.stringContaining('7 to 26'));
  });

  const REFUSED: [file: string, says: RegExp][] = [
    ['tests/fixtures/hostile/domain.onnx', /operator .*::/],
    ['tests/fixtures/hostile/external.onnx', /weights lie in another file, “[^”]*passwd”, which is no name/],
    [
      'tests/fixtures/two/g.onnx',
      /weights lie in another file, g\.onnx\.data; give both together, .* external_data=False$/,
    ],
    ['tests/fixtures/hostile/inputs.onnx', /wants 2 inputs/],
    ['tests/fixtures/hostile/rank.onnx', /a drawing is 1 × \(1 to 4\) × side × side/],
    ['tests/fixtures/hostile/text.onnx', /no ONNX file/],
    ['tests/fixtures/hostile/truncated.onnx', /ends in the middle/],
    ['models/light.onnx', /wants 5 inputs/],
    ['samples/mug.svg', /no ONNX file/],
    ['docs/hero.png', /no ONNX file/],
  ];
  it.each(REFUSED)('%s is refused', (file, says) => {
    expect(ways(file)).toEqual({ refused: expect.stringMatching(says) as unknown });
  });

  it('says what its batch norms go by', () => {
    expect(summaryOf('tests/fixtures/norms/training.onnx').norms).toBe('training');
    expect(summaryOf('tests/fixtures/norms/untouched.onnx').norms).toBe('untouched');
    expect(summaryOf('models/classic.onnx').norms).toBeNull();
    const old = { ...summaryOf('tests/fixtures/norms/untouched.onnx'), opset: 9 };
    const found = waysOf(old, 'mine');
    if ('refused' in found) throw new Error(found.refused);
    expect(found.ways).toHaveLength(16);
    expect(found.ways.slice(0, 2)).toMatchObject([{ norms: 'picture' }, { norms: 'file' }]);
  });

  it('that would break only when it runs is let through to the trial run', () => {
    const late = ['log.onnx', 'loop.onnx', 'memory.onnx', 'nan.onnx', 'operator.onnx'];
    const files = readdirSync(new URL('tests/fixtures/hostile', root)).filter((name) => late.includes(name));
    expect(files).toEqual(late);
    for (const name of files) expect(ways(`tests/fixtures/hostile/${name}`)).not.toHaveProperty('refused');
  });

  it('cut short or changed anywhere is read or refused, and nothing else', () => {
    const good = bytes('tests/fixtures/bare.onnx').slice(0, 6000);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, value, length) => {
        const spoilt = good.slice(0, length);
        if (at < length) spoilt[at] = value;
        const summary = readSummary(spoilt);
        const found = 'refused' in summary ? summary : waysOf(summary, 'mine');
        return 'refused' in found ? found.refused.length > 0 : found.ways.length > 0;
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });
});
