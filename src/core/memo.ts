// In: a key, and how to make a value for it. Out: the value, made only where that key is not among
// the last ones. Least recently used goes first. A key names all that the value depends on, entry
// by entry, compared with Object.is.
import { isRefusal, type Refusal } from './sketch.ts';

type Key = readonly unknown[];

export interface Memo<T> {
  (key: Key, make: () => T): T;
  /** The same for what takes its time. A refusal is told and not kept, and so is what throws. */
  answer: (key: Key, make: () => Promise<T | Refusal>) => Promise<T | Refusal>;
  forget: () => void;
}

/**
 * `room`: how many values are kept. `derived`: memos of what is made of these values: they forget whenever
 * one goes. What must go goes before the new value is made, so that both are never there at once.
 */
export function openMemo<T>(room = 1, derived: readonly Pick<Memo<unknown>, 'forget'>[] = []): Memo<T> {
  let kept: { key: Key; value: T }[] = [];

  function known(key: Key): { value: T } | null {
    const entry = kept.find((one) => same(one.key, key));
    if (!entry) {
      while (kept.length >= room) drop();
      return null;
    }
    kept = [...kept.filter((one) => one !== entry), entry];
    return entry;
  }

  function drop(): void {
    kept.shift();
    for (const memo of derived) memo.forget();
  }

  function keep(key: Key, value: T): T {
    kept.push({ key, value });
    return value;
  }

  return Object.assign(
    (key: Key, make: () => T): T => {
      const entry = known(key);
      return entry ? entry.value : keep(key, make());
    },
    {
      async answer(key: Key, make: () => Promise<T | Refusal>): Promise<T | Refusal> {
        const entry = known(key);
        if (entry) return entry.value;
        const answer = await make();
        return refused(answer) ? answer : keep(key, answer);
      },
      forget: (): void => {
        kept = [];
        for (const memo of derived) memo.forget();
      },
    },
  );
}

function refused<T>(answer: T | Refusal): answer is Refusal {
  return typeof answer === 'object' && answer !== null && isRefusal(answer);
}

function same(a: Key, b: Key): boolean {
  return a.length === b.length && a.every((entry, i) => Object.is(entry, b[i]));
}
