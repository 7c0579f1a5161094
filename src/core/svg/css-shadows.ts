// In: CSS's `filter`. Out: the copies of the element that it draws, lowest first, where all its functions are
// drop shadows.
// Filter Effects 1, 5: each function is given what the one before it has drawn, so shadows cast shadows.
import { parseColour } from '../colour/colour.ts';
import { parseLength } from './basic-shapes.ts';
import type { Copy } from './filter-layers.ts';

const FUNCTIONS = /^(drop-shadow\((?:[^()]|\([^()]*\))*\)\s*)+$/;
const ONE = /drop-shadow\(((?:[^()]|\([^()]*\))*)\)/g;
const WORD = /(?:[^\s()]|\([^()]*\))+/g;
const OWN: Copy = { dx: 0, dy: 0, grow: 0, blur: 0, colour: null };
/** More copies than that nobody draws on purpose. */
const MOST = 64;

/** `current`: the element's `color`. Null where other functions are among them, or a value is none. */
export function shadowsOf(filter: string, current: string): readonly Copy[] | null {
  if (!FUNCTIONS.test(filter)) return null;
  let copies: readonly Copy[] = [OWN];
  for (const [, inside] of filter.matchAll(ONE)) {
    const shadow = shadowIn(inside!, current);
    if (!shadow || copies.length > MOST) return null;
    const cast = copies.map(({ dx, dy, blur }) => ({
      ...shadow,
      dx: dx + shadow.dx,
      dy: dy + shadow.dy,
      blur: Math.hypot(blur, shadow.blur),
    }));
    copies = [...cast, ...copies];
  }
  return copies;
}

/** Two or three lengths, a colour before or behind them. */
function shadowIn(text: string, current: string): Copy | null {
  const lengths: number[] = [];
  const rest: string[] = [];
  for (const word of text.match(WORD) ?? []) {
    const length = /^[-+.\d]/.test(word) ? parseLength(word, NaN) : null;
    if (length === null) rest.push(word);
    else lengths.push(length);
  }
  if (lengths.length < 2 || lengths.length > 3 || rest.length > 1) return null;
  // Without a third it has a border.
  const [dx, dy, blur] = [...lengths, 0] as [number, number, number];
  const named = rest[0] ?? 'currentcolor';
  const colour = parseColour(named.toLowerCase() === 'currentcolor' ? current : named);
  return colour && { dx, dy, grow: 0, blur, colour };
}
