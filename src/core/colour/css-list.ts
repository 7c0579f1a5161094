// In: a CSS value or selector list. Out: what stands between its commas, those in brackets aside.
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
