// A pattern such as "{name}_{colourway}" and what is known of a picture in, the name of its layer or file
// out.
export const TOKENS = ['name', 'colourway', 'size', 'seed', 'n'] as const;

export type Token = (typeof TOKENS)[number];

/** Letters of a pattern at most. */
export const MOST_PATTERN = 100;

/** Letters of a layer's name at most. */
export const MOST_NAME = 1000;

/** What the tokens stand for; of the number {n}, only who sees the other names knows. */
export interface Facts {
  name: string;
  colourway: string;
  /** Longest side in pixels; where only pixels a unit are known, such as "2x". */
  size: number | string;
  seed: number;
}

/** Why a pattern names nothing: it is blank, or asks for what there is not. */
export type PatternFault = { blank: true } | { unknown: string };

const BRACED = /\{([^{}]*)\}/g;

export function faultIn(pattern: string): PatternFault | null {
  if (pattern.trim() === '') return { blank: true };
  const asked = [...pattern.matchAll(BRACED)].map(([, token = '']) => token);
  const unknown = asked.find((token) => !isToken(token));
  return unknown === undefined ? null : { unknown: `{${unknown}}` };
}

/**
 * All tokens but {n}, which `numbered` fills. A drawing that is itself called "{n}" counts as a number, too.
 */
export function fill(pattern: string, facts: Facts): string {
  const filled = pattern.replace(BRACED, (braced, token: string) =>
    isToken(token) && token !== 'n' ? String(facts[token]) : braced,
  );
  return filled.replace(/\s+/g, ' ').trim();
}

/**
 * The first number from 1 for {n}, or, where there is no {n}, from 2 behind it, that gives a name not yet
 * taken.
 */
export function numbered(name: string, isTaken: (name: string) => boolean): string {
  const asks = name.includes('{n}');
  if (!asks && !isTaken(name)) return name;
  for (let number = asks ? 1 : 2; ; number++) {
    const one = asks ? name.replaceAll('{n}', String(number)) : `${name} ${number}`;
    if (!isTaken(one)) return one;
  }
}

/** Without what file systems do not take. */
export const fileSafe = (name: string): string => name.replace(/[\\/:*?"<>|]+/g, '-');

const isToken = (token: string): token is Token => TOKENS.some((one) => one === token);
