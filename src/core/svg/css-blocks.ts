// In: the text of a style sheet or of a rule's block, without comments. Out: its statements and blocks, in
// order.
// CSS Syntax 3: a statement ends with a semicolon, a block in braces; neither does within quotes or brackets.
import { closingOf } from '../colour/css-list.ts';

export interface Block {
  /** What stands before the braces, or all of the statement. */
  prelude: string;
  /** What the braces hold; null: a statement. */
  body: string | null;
}

export function blocksOf(text: string): Block[] {
  const found: Block[] = [];
  let from = 0;
  const add = (to: number, body: string | null): void => {
    const prelude = text.slice(from, to).trim();
    if (prelude !== '' || body !== null) found.push({ prelude, body });
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === ';') {
      add(at, null);
      from = at + 1;
    } else if (character === '{') {
      const end = closingOf(text, at);
      add(at, text.slice(at + 1, end));
      at = end;
      from = at + 1;
    } else if ('"\'(['.includes(character)) at = closingOf(text, at);
  }
  add(text.length, null);
  return found;
}
