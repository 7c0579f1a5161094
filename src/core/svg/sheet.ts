// In: the text of style sheets and style attributes. Out: their rules in order of appearance; what each
// declares.
// Of media queries those count that hold on a light screen of any size, which is how a drawing is looked at
// here.
import { listed } from '../colour/css-list.ts';

export interface Declaration {
  name: string;
  value: string;
  important: boolean;
}

export interface SheetRule {
  selectors: readonly string[];
  declarations: readonly Declaration[];
}

const OTHER_MEDIA = /\bprint\b|\bspeech\b|:\s*(?:dark|reduce|more|active)\b|\bnot\b/;

export function rulesOf(css: string): SheetRule[] {
  const rules: SheetRule[] = [];
  const walk = (text: string): void => {
    let rest = text;
    for (let open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
      // Statements such as @import end before the rule begins.
      const prelude = (rest.slice(0, open).split(';').at(-1) ?? '').trim();
      const end = closing(rest, open + 1);
      const body = rest.slice(open + 1, end);
      if (!prelude.startsWith('@')) rules.push({ selectors: listed(prelude), declarations: declared(body) });
      else if (holds(prelude)) walk(body);
      rest = rest.slice(end + 1);
    }
  };
  walk(withoutComments(css));
  return rules;
}

const withoutComments = (css: string): string =>
  css.includes('/*') ? css.replace(/\/\*[\s\S]*?\*\//g, '') : css;

function holds(prelude: string): boolean {
  return /^@(?:supports|layer)\b/.test(prelude) || (/^@media\b/.test(prelude) && !OTHER_MEDIA.test(prelude));
}

/** `name: value !important; …` */
export function declared(body: string): Declaration[] {
  return withoutComments(body)
    .split(';')
    .flatMap((part) => {
      const colon = part.indexOf(':');
      if (colon < 0) return [];
      const written = part.slice(0, colon).trim();
      const name = written.startsWith('--') ? written : written.toLowerCase();
      const value = part.slice(colon + 1).trim();
      const plain = value.replace(/\s*!\s*important$/i, '');
      return [{ name, value: plain, important: plain !== value }];
    });
}

/** Where the block that was opened before `from` ends; the text's end where it does not. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
