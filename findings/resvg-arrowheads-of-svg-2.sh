#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): an arrowhead that wears its line's colour (context-stroke) is black, and one that
# is turned round at the start (auto-start-reverse) points along the line.
#
# Guess: SVG 2's two words for arrows (13.2 context-stroke, 13.7.3 orient), which every browser has by now and
# pages on markers begin with, are known. Seen on 30 November 2026 of a red line across 100 pixels with one
# marker at both ends, what the heads are painted in and which way each points:
#   start   black   right   (Chromium 147: red, left)
#   end     black   right   (red, right)
# context-fill and context-stroke in what a `use` shows are black, too (Chromium: the use's own fill and
# stroke): icons in two tones are written so. Ends with 0 while all three are so, with 1 once one is not. We
# write both in plain words (src/core/svg/markers.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-wasm@2.6.2

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

await initWasm(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
function drawn(body) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${body}</svg>`;
  const { pixels } = new Resvg(svg).render();
  return (x, y) => [...pixels.subarray(4 * (100 * y + x), 4 * (100 * y + x) + 4)].join(' ');
}
const [RED, BLACK] = ['255 0 0 255', '0 0 0 255'];
const named = { [RED]: 'red', [BLACK]: 'black' };

// A triangle of 20 × 20 in the middle of which its end of the line lies, pointing right if nothing turns it.
const marker =
  '<marker id="m" viewBox="0 0 20 20" refX="10" refY="10" markerWidth="20" markerHeight="20" ' +
  'markerUnits="userSpaceOnUse" orient="auto-start-reverse">' +
  '<path d="M0 0L20 10L0 20Z" fill="context-stroke"/></marker>';
const at = drawn(
  `${marker}<path d="M20 50H80" stroke="#f00" stroke-width="2" marker-start="url(#m)" marker-end="url(#m)"/>`,
);
const heads = [20, 80].map((middle) => {
  const colour = named[at(middle, 46)] ?? at(middle, 46);
  const broad = [-8, 8].map((off) => !at(middle + off, 44).endsWith(' 0'));
  const points = broad[0] === broad[1] ? 'nowhere' : broad[0] ? 'right' : 'left';
  console.log(`line from 20 to 80, head at ${middle}: ${colour}, points ${points}`);
  return `${colour} ${points}`;
});
const used = drawn(
  '<defs><path id="p" d="M0 0H100V100H0Z" fill="context-fill"/></defs><use href="#p" fill="#f00"/>',
)(50, 50);
console.log('context-fill in what a red use shows:', named[used] ?? used);
process.exit(heads.every((head) => head === 'black right') && used === BLACK ? 0 : 1);
NODE
node look.mjs
