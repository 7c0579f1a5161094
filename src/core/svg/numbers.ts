// In: a list of numbers in an attribute: points, transforms, matrices. Out: the numbers, as far as they can
// be read.
// The grammar of SVG 2, 4.2: where a sign or a second point tells them apart, nothing stands between them.

const NEXT = /[\s,]*([-+]?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?)/iy;

/** Those before the first fault. */
export function leadingNumbers(text: string): number[] {
  return read(text).found;
}

/** Null where anything else stands among them. */
export function numbersOf(text: string): number[] | null {
  const { found, rest } = read(text);
  return /^[\s,]*$/.test(rest) ? found : null;
}

function read(text: string): { found: number[]; rest: string } {
  const found: number[] = [];
  let at = 0;
  for (;;) {
    NEXT.lastIndex = at;
    const number = NEXT.exec(text)?.[1];
    if (number === undefined) return { found, rest: text.slice(at) };
    found.push(Number(number));
    at = NEXT.lastIndex;
  }
}
