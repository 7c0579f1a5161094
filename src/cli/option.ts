// What an option may be given: a text, one of a list, a number between two. Its value in, what is asked for
// with it out, or one sentence that says what is wrong with it.
import { FEEDS, type Feed } from './own.ts';
import type { Arguments } from './wanted.ts';

/** Takes the value in and returns null, or returns one sentence that says what is wrong with it. */
export type ReadOption = (args: Arguments, given: string) => string | null;

export function text(take: (args: Arguments, given: string) => void): ReadOption {
  return (args, given) => {
    take(args, given);
    return null;
  };
}

export function oneOf<T extends string | number>(
  word: string,
  known: readonly T[],
  take: (args: Arguments, value: T) => void,
): ReadOption {
  return (args, given) => {
    const value = known.find((one) => String(one) === given);
    if (value === undefined) return `${word} is ${known.join(', ')}; ${given} was given.`;
    take(args, value);
    return null;
  };
}

export function feed(word: Feed): ReadOption {
  return (args, given) => {
    if (!FEEDS[word].some((value) => value === given))
      return `${word} is ${FEEDS[word].join(' or ')}; ${given} was given.`;
    args.feed[word] = given;
    return null;
  };
}

export function numberBetween(
  word: string,
  least: number,
  most: number,
  take: (args: Arguments, value: number) => void,
): ReadOption {
  return (args, given) => {
    const value = decimal(given);
    if (!(value >= least && value <= most))
      return `${word} is a number from ${least} to ${most}; ${given} was given.`;
    take(args, value);
    return null;
  };
}

/** NaN for what is no decimal number. */
export function decimal(given: string): number {
  return /^\d*\.?\d+$/.test(given) ? Number(given) : NaN;
}
