// In: a layer's name, the light's card. Out: what its words may stand for, in their order.
// Maximal munch, as in dictionary segmenters of Japanese: at each place the card's longest entry counts.
import type { LightCard, Material } from '../card.ts';

/** What a word may stand for; `stuff`: the material itself ("oak"), else a thing made of it ("table"). */
export interface Meaning {
  material: Material;
  stuff: boolean;
}

// Kana, kanji and their marks: written without spaces.
const SIGN = /[\u3005\u3040-\u30ff\u3400-\u9fff]/;
const KANJI = /[\u3005\u3400-\u9fff]/;

// What follows is an accessory: a bottle with a cork is no cork.
const WITH = new Set(['with', 'mit', 'avec', 'con']);

/**
 * Of each word that the card lists: all it may stand for, in the card's order. What the card lists whole goes
 * before beginnings and ends of words ("glasses" before "glas-"), and stop words hide what they hold.
 */
export function openMaterialWords(card: LightCard): (name: string) => Meaning[][] {
  const whole = new Map<string, Meaning[]>();
  const stems: { fits: (word: string) => boolean; size: number; meanings: Meaning[] }[] = [];
  const add = (entry: string, ...meanings: Meaning[]): void => {
    const stem = entry.replace(/^-|-$/g, '');
    if (stem === entry) whole.set(entry, [...(whole.get(entry) ?? []), ...meanings]);
    else {
      const fits = (word: string): boolean =>
        entry.endsWith('-') ? word.startsWith(stem) : word.endsWith(stem);
      stems.push({ fits, size: stem.length, meanings });
    }
  };
  for (const word of card.stopWords) add(word);
  for (const material of card.materials) {
    for (const word of material.stuff) add(word, { material, stuff: true });
    for (const word of material.words) add(word, { material, stuff: false });
  }
  stems.sort((a, b) => b.size - a.size);
  const entries = [...whole.keys()];
  const mostWords = Math.max(...entries.map((entry) => entry.split(' ').length));
  const mostSigns = Math.max(...entries.map((entry) => (SIGN.test(entry) ? entry.length : 0)));

  const read = (words: readonly string[]): Meaning[][] => {
    const found: Meaning[][] = [];
    for (let at = 0; at < words.length;) {
      const word = words[at] ?? '';
      const most = Math.min(mostWords, words.length - at);
      const size = longest(most, (count) => whole.has(words.slice(at, at + count).join(' ')));
      if (size > 0) found.push(whole.get(words.slice(at, at + size).join(' ')) ?? []);
      else if (SIGN.test(word)) found.push(...readSigns(word));
      else found.push(stems.find(({ fits }) => fits(word))?.meanings ?? []);
      at += Math.max(size, 1);
    }
    return found;
  };

  const readSigns = (run: string): Meaning[][] => {
    const found: Meaning[][] = [];
    // One kanji of several is a syllable of another word: 金 is gold, 料金 a fee.
    const alone = (at: number): boolean => !KANJI.test(run[at - 1] ?? '') && !KANJI.test(run[at + 1] ?? '');
    for (let at = 0; at < run.length;) {
      const most = Math.min(mostSigns, run.length - at);
      const size = longest(most, (n) => whole.has(run.slice(at, at + n)) && (n > 1 || alone(at)));
      if (size > 0) found.push(whole.get(run.slice(at, at + size)) ?? []);
      at += Math.max(size, 1);
    }
    return found;
  };

  return (name) => {
    const words = wordsOf(name);
    const end = words.findIndex((word) => WITH.has(word));
    const main = read(words.slice(0, Math.max(end, 0)));
    return main.some((meanings) => meanings.length > 0) ? main : read(words);
  };
}

/** The largest number from 1 to `most` that fits; 0: none. */
function longest(most: number, fits: (count: number) => boolean): number {
  for (let count = most; count > 0; count--) if (fits(count)) return count;
  return 0;
}

/** "LeatherStrap_2" → leather, strap; "Doré" → dore; "Weiß" → weiss. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/[\u3005\u3040-\u30ff\u3400-\u9fff]+/g, ' $& ')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
