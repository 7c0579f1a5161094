#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a transform in style is read as the attribute's older grammar: what CSS writes
# with units is left out, what CSS does not allow is done.
#
# Guess: transform is a presentation attribute whose style form follows CSS Transforms 1, or style is not
# looked at. Seen on 1 December 2026 of a square of 20 at 10 10, where it is seen, left top right bottom, and
# where CSS has it:
#   transform="translate(30 0)"                     40 10 60 30   the same
#   style="transform:translate(30px, 0)"            10 10 30 30   40 10 60 30
#   style="transform:translateX(30px)"              10 10 30 30   40 10 60 30
#   style="transform:scale(2)"                      20 20 60 60   the same
#   style="transform:scale(2) translateX(5px)"      10 10 30 30   30 20 70 60
#   style="transform:translate(30, 0)", no unit     40 10 60 30   10 10 30 30: invalid
#   transform="scale(2)" transform-origin="20 20"   20 20 60 60   0 0 40 40
# So one rule moves a part and the next does not, and a list with one unit in it is left out whole. No error.
# Ends with 0 while all are so, with 1 once one is not. We write transforms as matrices before resvg sees them
# (src/core/svg/css-transform.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-wasm@2.6.2

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

await initWasm(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));

/** Where the square of 20 at 10 10 is seen: left, top, right, bottom. */
function box(attributes) {
  const square = `<rect x="10" y="10" width="20" height="20" ${attributes}/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">${square}</svg>`;
  const { pixels } = new Resvg(svg).render();
  const seen = Array.from({ length: 10_000 }, (_, at) => at).filter((at) => pixels[4 * at + 3] > 128);
  const [xs, ys] = [seen.map((at) => at % 100), seen.map((at) => Math.floor(at / 100))];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1].join(' ');
}

const wanted = [
  ['transform="translate(30 0)"', '40 10 60 30'],
  ['style="transform:translate(30px, 0)"', '10 10 30 30'],
  ['style="transform:translateX(30px)"', '10 10 30 30'],
  ['style="transform:scale(2)"', '20 20 60 60'],
  ['style="transform:scale(2) translateX(5px)"', '10 10 30 30'],
  ['style="transform:translate(30, 0)"', '40 10 60 30'],
  ['transform="scale(2)" transform-origin="20 20"', '20 20 60 60'],
];
const rows = wanted.map(([attributes]) => box(attributes));
for (const [at, row] of rows.entries()) console.log(row.padEnd(12), wanted[at][0]);
process.exit(rows.every((row, at) => row === wanted[at][1]) ? 0 : 1);
NODE
node look.mjs
