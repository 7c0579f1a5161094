// In: what a runtime says of a network that it cannot open or run. Out: half
// a sentence that a person can read.
import { isOutOfMemory } from '../memory-error.ts';

/** Longer than this nobody reads. Letters. */
const LONGEST = 160;

export function plainly(message: string): string {
  const operator =
    /(?:No Op registered for |^)([\w.]+)(?: with domain_version|\(-?\d+\) is not a registered)/m.exec(
      message,
    )?.[1];
  if (operator) return `it has the operator ${operator}, which is not known here`;
  if (isOutOfMemory(message) || /shape is too large/i.test(message))
    return 'it wants more memory than there is';
  const said = message
    .replace(/\s+/g, ' ')
    .replace(/^.*ERROR_MESSAGE: /, '')
    .replace(/^.*\[ONNXRuntimeError\] : \d+ : \w+ : /, '')
    .replace(/^(\w*Error: )+/, '')
    .replace(/[\s."]+$/, '');
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said;
}
