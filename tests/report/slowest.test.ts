import { describe, expect, it } from 'vitest';
import { slowest, triedAgain, type Timed } from './slowest.ts';

const test = (name: string, duration: number): Timed => ({
  file: 'tests/a.test.ts',
  name,
  duration,
  again: false,
});

describe('the slowest tests', () => {
  it('are told with seconds, file and name, the slowest first', () => {
    expect(slowest([test('quick', 40), test('slow', 12_345), test('middling', 1_000)]).split('\n')).toEqual([
      'Slowest tests',
      '   12.3 s  tests/a.test.ts  slow',
      '    1.0 s  tests/a.test.ts  middling',
      '    0.0 s  tests/a.test.ts  quick',
      '',
    ]);
  });

  it('are ten', () => {
    const all = Array.from({ length: 30 }, (_, i) => test(`number ${i}`, i * 100));
    const lines = slowest(all).trimEnd().split('\n').slice(1);
    expect(lines.map((line) => line.split('  ').at(-1))).toEqual(
      [29, 28, 27, 26, 25, 24, 23, 22, 21, 20].map((i) => `number ${i}`),
    );
  });
});

describe('tests that failed first', () => {
  it('are named', () => {
    expect(triedAgain([test('sure', 1), { ...test('unsure', 1), again: true }]).split('\n')).toEqual([
      'Failed first, passed when tried again',
      '         tests/a.test.ts  unsure',
      '',
    ]);
  });

  it('are not spoken of where there are none', () => {
    expect(triedAgain([test('sure', 1)])).toBe('');
  });
});
