#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a reference in quotes, url('#g'), is not followed; a fill turns black, a clip or
# mask cuts nothing.
#
# Guess: url(#g) and url('#g') are one, as CSS Values 4 has it, or the shape is left out. Seen on 29 November
# 2026, red green blue alpha in the middle of a square (Chromium 147: as without quotes):
#   fill     url(#g) 230 57 70 255   url('#g') 0 0 0 255
#   stroke           230 57 70 255             0 0 0 0
#   clip-path        0 0 0 0                   0 0 255 255
#   mask             0 0 0 0                   0 0 255 255
# CSS tools and minifiers write both kinds of quotes. Ends with 0 while all four differ, with 1 once one does
# not. We take the quotes off before resvg sees them (src/core/svg/plain-style.ts).
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
const defs =
  '<defs><linearGradient id="g"><stop stop-color="#E63946"/></linearGradient>' +
  '<clipPath id="c"><rect width="5" height="20"/></clipPath>' +
  '<mask id="m"><rect width="5" height="20" fill="#fff"/></mask></defs>';
const shapes = {
  fill: (url) => `<rect width="20" height="20" fill="${url('g')}"/>`,
  stroke: (url) => `<path d="M0 10H20" stroke-width="8" stroke="${url('g')}"/>`,
  'clip-path': (url) => `<rect width="20" height="20" fill="#00f" clip-path="${url('c')}"/>`,
  mask: (url) => `<rect width="20" height="20" fill="#00f" mask="${url('m')}"/>`,
};
const middle = (body) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${defs}${body}</svg>`;
  const { pixels } = new Resvg(svg).render();
  return [...pixels.subarray(4 * (10 * 20 + 10), 4 * (10 * 20 + 10) + 4)].join(' ');
};
let same = 0;
for (const [name, shape] of Object.entries(shapes)) {
  const [bare, quoted] = [middle(shape((id) => `url(#${id})`)), middle(shape((id) => `url('#${id}')`))];
  console.log(`${name.padEnd(10)} url(#…) ${bare.padEnd(16)} url('#…') ${quoted}`);
  if (bare === quoted) same++;
}
process.exitCode = same === 0 ? 0 : 1;
NODE
node look.mjs
