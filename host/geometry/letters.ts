// A plain stroke alphabet, so that text nodes have outlines without any font file.
// In: text and size. Out: path data.
// Each letter is a list of pen strokes on a grid 4 wide and 6 high (y down, base line
// at 6); pairs of digits are points.

const STROKES: Record<string, string> = {
  A: '06 20 46/14 34', B: '06 00 30 41 32 03/33 44 45 36 06', C: '41 30 10 01 05 16 36 45',
  D: '06 00 20 42 44 26 06', E: '40 00 06 46/03 33', F: '40 00 06/03 33', G: '41 30 10 01 05 16 36 45 43 23',
  H: '00 06/40 46/03 43', I: '20 26/10 30/16 36', J: '40 45 36 16 05', K: '00 06/40 03 46', L: '00 06 46',
  M: '06 00 23 40 46', N: '06 00 46 40', O: '10 30 41 45 36 16 05 01 10', P: '06 00 30 41 42 33 03',
  Q: '10 30 41 45 36 16 05 01 10/24 46', R: '06 00 30 41 42 33 03/23 46', S: '41 30 10 01 02 13 33 44 45 36 16 05',
  T: '00 40/20 26', U: '00 05 16 36 45 40', V: '00 26 40', W: '00 16 23 36 40', X: '00 46/40 06', Y: '00 23 40/23 26',
  Z: '00 40 06 46', 0: '10 30 41 45 36 16 05 01 10/41 05', 1: '11 20 26/16 36', 2: '01 10 30 41 42 06 46',
  3: '00 40 23 33 44 45 36 16 05', 4: '36 30 04 44', 5: '40 00 03 33 44 45 36 06', 6: '40 10 02 05 16 36 45 44 33 03',
  7: '00 40 16', 8: '10 30 41 42 33 13 02 01 10/13 04 05 16 36 45 44 33', 9: '43 13 02 01 10 30 41 44 26 06',
  '.': '25 26', ',': '25 17', ':': '22 23/25 26', '-': '13 33', '–': '03 43', '·': '23 24', '/': '06 40', '+': '21 25/03 43',
  '!': '20 24/25 26', '?': '01 10 30 41 23 24/25 26', '(': '30 11 15 36', ')': '10 31 35 16', '&': '46 01 10 21 04 05 16 26 43',
}; // prettier-ignore

/** Pen width as a share of the letter's height, and the advance in grid columns. */
const PEN = 0.11;
const ADVANCE = 5.4;

export function letters(text: string, size: number): string {
  const unit = (size * 0.72) / 6;
  const half = (size * 0.72 * PEN) / 2;
  let path = '';
  text.split('\n').forEach((line, row) => {
    [...line.toUpperCase()].forEach((letter, column) => {
      const x = column * ADVANCE * unit + half;
      const y = row * size * 1.2 + size * 0.22;
      for (const stroke of (STROKES[letter] ?? (letter === ' ' ? '' : '00 40 46 06 00')).split('/')) {
        const points = stroke
          .split(' ')
          .filter((pair) => pair)
          .map((pair): [number, number] => [x + Number(pair[0]) * unit, y + Number(pair[1]) * unit]);
        for (let i = 1; i < points.length; i += 1) path += bar(points[i - 1]!, points[i]!, half);
      }
    });
  });
  return path;
}

/** Width and height of the text's box. */
export function lettersSize(text: string, size: number): { width: number; height: number } {
  const lines = text.split('\n');
  const longest = Math.max(0, ...lines.map((line) => [...line].length));
  return { width: (longest * ADVANCE * size * 0.72) / 6, height: lines.length * size * 1.2 };
}

/** One pen stroke as a closed bar with square ends, always wound the same way so that bars unite. */
function bar([x0, y0]: [number, number], [x1, y1]: [number, number], half: number): string {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [dx, dy] = [((x1 - x0) / length) * half, ((y1 - y0) / length) * half];
  const corner = (x: number, y: number) => `${+x.toFixed(3)} ${+y.toFixed(3)}`;
  return (
    `M${corner(x0 - dx + dy, y0 - dy - dx)}L${corner(x1 + dx + dy, y1 + dy - dx)}` +
    `L${corner(x1 + dx - dy, y1 + dy + dx)}L${corner(x0 - dx - dy, y0 - dy + dx)}Z`
  );
}
