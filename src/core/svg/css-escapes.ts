// In: a CSS name or string as it is written. Out: the characters that it stands for.
// CSS Syntax 3, 4.3.7: a backslash before a character, or before up to six hexadecimal digits and one space.

/** A regular expression's source for one escaped character. */
export const ESCAPED = String.raw`\\[\da-fA-F]{1,6}\s?|\\[^\n]`;

export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_, hex: string | undefined, itself: string) =>
    hex === undefined ? itself : characterOf(parseInt(hex, 16)),
  );
}

function characterOf(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}
