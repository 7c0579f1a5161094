// In: the text of style sheets and style attributes. Out: their rules in order of appearance, each with the
// rank of its layer; what each declares.
// CSS Nesting 1. Of media queries those count that hold on a light screen of any size, which is how a drawing
// is looked at here.
import { listed } from '../colour/css-list.ts';
import { CascadeLayer } from './cascade-layer.ts';
import { blocksOf } from './css-blocks.ts';

export interface Declaration {
  name: string;
  value: string;
  important: boolean;
}

export interface SheetRule {
  selectors: readonly string[];
  declarations: readonly Declaration[];
  /** Of its cascade layer: the higher one wins. */
  layer: number;
}

const OTHER_MEDIA = /\bprint\b|\bspeech\b|:\s*(?:dark|reduce|more|active)\b|\bnot\b/;
const LAYER = /^@layer\b(.*)$/s;

interface Around {
  /** Of the rule around; null: none. */
  selectors: readonly string[] | null;
  layer: CascadeLayer;
}

export function rulesOf(css: string): SheetRule[] {
  const rules: (Omit<SheetRule, 'layer'> & { layer: CascadeLayer })[] = [];
  const walk = (text: string, around: Around): void => {
    const { selectors, layer } = around;
    let declarations: Declaration[] = [];
    const end = (): void => {
      if (selectors && declarations.length > 0) rules.push({ selectors, declarations, layer });
      declarations = [];
    };
    for (const { prelude, body } of blocksOf(text)) {
      const names = LAYER.exec(prelude)?.[1];
      if (body === null) {
        if (names !== undefined) for (const name of listed(names)) layer.within(name);
        else declarations.push(...declarationIn(prelude));
        continue;
      }
      end();
      if (names !== undefined) walk(body, { selectors, layer: layer.within(names) });
      else if (!prelude.startsWith('@'))
        walk(body, { selectors: unnested(listed(prelude), selectors), layer });
      else if (holds(prelude)) walk(body, around);
    }
    end();
  };
  const all = new CascadeLayer();
  walk(withoutComments(css), { selectors: null, layer: all });
  const ranks = all.ranks();
  return rules.map((rule) => ({ ...rule, layer: ranks.get(rule.layer)! }));
}

/** As they would be written outside of the rule that they stand in. */
function unnested(selectors: readonly string[], outer: readonly string[] | null): readonly string[] {
  const around = outer ? `:is(${outer.join()})` : ':root';
  return selectors.map((selector) => {
    const isRelative = /^[>+~]/.test(selector) || (outer !== null && !selector.includes('&'));
    return `${isRelative ? `${around} ` : ''}${selector.replaceAll('&', around)}`;
  });
}

const withoutComments = (css: string): string =>
  css.includes('/*') ? css.replace(/\/\*[\s\S]*?\*\//g, '') : css;

function holds(prelude: string): boolean {
  return /^@supports\b/.test(prelude) || (/^@media\b/.test(prelude) && !OTHER_MEDIA.test(prelude));
}

/** `name: value !important; …` */
export function declared(body: string): Declaration[] {
  return blocksOf(withoutComments(body)).flatMap(({ prelude }) => declarationIn(prelude));
}

/** None where it says nothing. */
function declarationIn(text: string): Declaration[] {
  const colon = text.indexOf(':');
  if (colon < 0) return [];
  const written = text.slice(0, colon).trim();
  const name = written.startsWith('--') ? written : written.toLowerCase();
  const value = text.slice(colon + 1).trim();
  const plain = value.replace(/\s*!\s*important$/i, '');
  return [{ name, value: plain, important: plain !== value }];
}
