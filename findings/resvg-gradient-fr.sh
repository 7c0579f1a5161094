#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): the inner circle of a radial gradient (fr, SVG 2) is not seen.
#
# Guess: within fr the first stop's colour is whole, as Chromium has it. Seen on 30 November 2026 half way
# between the middle and the edge of a gradient from #ff0000 to #0000ff, red green blue:
#   no fr      128 0 127
#   fr="50%"   128 0 127    (fr as large as r; Chromium 147: 255 0 0)
#   fr="25%"   128 0 127    (half as large; Chromium 147: 255 0 0)
# Ends with 0 while all are equal, with 1 once they are not. We move the stops outwards, which is the same.
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
const seen = (attribute) => {
  const stops = '<stop stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/>';
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="201" height="201" viewBox="0 0 201 201">' +
    `<radialGradient id="g" ${attribute}>${stops}</radialGradient><rect width="201" height="201" fill="url(#g)"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = 4 * (100 * 201 + 150);
  return [...pixels.slice(at, at + 3)].join(' ');
};
const all = ['', 'fr="50%"', 'fr="25%"'].map(seen);
console.log(all.join('\n'));
process.exit(new Set(all).size === 1 ? 0 : 1);
NODE
node look.mjs
