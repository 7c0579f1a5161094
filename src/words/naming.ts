// The sentences of patterns for names, in the panel and on the command line.
import type { PatternFault, Token } from '../naming.ts';

export const NAMING = {
  row: 'Name',
  label: 'Names of layers and files',
  pattern: 'Pattern for names',
  usual: 'As usual',
  layer: 'Layer',
  file: 'File',
  /** A colourway where no part was given a colour. */
  asDrawn: 'as drawn',
  tokens: {
    name: 'The drawing’s name',
    colourway: 'The palette that its parts wear, or “as drawn”',
    size: 'Longest side, in pixels',
    seed: 'The seed',
    n: 'A number: 1, 2, 3 …',
  } satisfies Record<Token, string>,
  /** For {n} where it is not known yet which number is free. */
  number: '1, 2 …',
  insert: (token: string, what: string) => `Put in ${token}: ${what}`,
  kept: 'Enter keeps it. Names that are taken get a number.',
} as const;

/** What is wrong with a pattern. */
export function faultOf(fault: PatternFault): string {
  return 'blank' in fault
    ? 'This gives no name: type one, or put in {name}.'
    : `There is no ${fault.unknown}: use {name}, {colourway}, {size}, {seed} or {n}.`;
}
