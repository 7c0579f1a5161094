// In: a CSS value, selector list or style sheet. Out: what stands between its commas, those in brackets
// aside; where a bracket is closed.
/** Without spaces around; what is empty is left out. */
export function listed(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if ('(['.includes(character)) depth++;
    if (')]'.includes(character)) depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const CLOSED_BY: Record<string, string> = { '{': '}', '(': ')', '[': ']' };

/** Where the bracket or quote that is opened at `at` is closed; the text's end where it is not. */
export function closingOf(text: string, at: number): number {
  const opened = text[at]!;
  const closer = CLOSED_BY[opened] ?? opened;
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i]!;
    if (character === '\\') i++;
    else if (character === closer) return i;
    else if (opened !== closer && '"\'([{'.includes(character)) i = closingOf(text, i);
  }
  return text.length;
}
