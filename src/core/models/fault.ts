// In: what a runtime says of a network that it cannot open or run. Out: half a sentence that a person can read.

/** Longer than this nobody reads. Letters. */
const LONGEST = 160;

export function plainly(message: string): string {
  const operator = /([\w.]+)\(-?\d+\) is not a registered function\/op/.exec(message)?.[1];
  if (operator) return `it has the operator ${operator}, which is not known here`;
  const said = message
    .replace(/\s+/g, ' ')
    .replace(/^(\w*Error: )+/, '')
    .replace(/^.*ERROR_MESSAGE: /, '')
    .replace(/^Error: /, '')
    .replace(/[\s."]+$/, '');
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said;
}
