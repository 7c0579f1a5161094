// In: a word of CSS for a colour of the reader's system. Out: what it stands for on light pages; null for any
// other word.
// CSS Color 4, 6.2 and appendix A, as Chromium 147 shows them; those that a machine picks (accents,
// selections, faces of buttons) are left out.
const BLACK = [
  'canvastext',
  'buttontext',
  'fieldtext',
  'marktext',
  'captiontext',
  'infotext',
  'menutext',
  'windowtext',
];
const WHITE = ['canvas', 'field', 'background', 'window', 'menu', 'appworkspace', 'infobackground'];
const SYSTEM: ReadonlyMap<string, string> = new Map([
  ...BLACK.map((word) => [word, '#000000'] as const),
  ...WHITE.map((word) => [word, '#ffffff'] as const),
  ['linktext', '#0000ee'],
  ['graytext', '#808080'],
]);

export function systemColour(word: string): string | null {
  return SYSTEM.get(word) ?? null;
}
