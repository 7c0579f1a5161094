import { describe, expect, it } from 'vitest';
import { openMemo } from '../../src/core/memo.ts';
import type { Refusal } from '../../src/core/sketch.ts';

describe('a memo', () => {
  it('makes a value once for each key, whatever stands in the key', () => {
    const memo = openMemo<number>();
    let made = 0;
    const thing = {};
    const get = (...key: unknown[]): number => memo(key, () => ++made);
    expect([get(thing, 1), get(thing, 1)]).toEqual([1, 1]);
    expect([get(thing, 2), get({}, 2), get(thing), get(thing, 2, null), get(thing, NaN)]).toEqual([
      2, 3, 4, 5, 6,
    ]);
    expect(get(thing, NaN)).toBe(6);
  });

  it('keeps the values last used, as many as it has room for', () => {
    const memo = openMemo<string>(2);
    const made: string[] = [];
    const get = (key: string): string => memo([key], () => (made.push(key), key));
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toBe(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('lets go what was made of a value before another value is made', () => {
    const derived = openMemo<string>();
    const memo = openMemo<string>(1, [derived]);
    const get = (key: string): string =>
      memo([key], () => {
        expect(derived(['of the first'], () => 'made anew')).toBe('made anew');
        return key;
      });
    get('a');
    derived.forget();
    derived(['of the first'], () => 'old');
    get('b');
  });

  it('keeps null, and neither refusals nor what throws', async () => {
    const memo = openMemo<string | null>();
    let made = 0;
    const answer = (value: string | null | Refusal | Error): Promise<string | null | Refusal> =>
      memo.answer([1], () => {
        made += 1;
        return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
      });
    await expect(answer(new Error('broke'))).rejects.toThrow('broke');
    expect(await answer({ refused: 'cancelled' })).toEqual({ refused: 'cancelled' });
    expect(await answer(null)).toBeNull();
    expect(await answer('too late')).toBeNull();
    expect(made).toBe(3);
  });
});
