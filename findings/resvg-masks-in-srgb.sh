#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): color-interpolation="linearRGB" on a luminance mask is not seen.
#
# Guess: half grey (#808080) lets half through as sRGB says and 22 % in linear light (SVG 2, 13.8), as
# Chromium has it. Seen on 30 November 2026 of #2a9d8f under such a mask, red green blue alpha, premultiplied:
#   sRGB        21 79 72 128
#   linearRGB   21 79 72 128    (Chromium 147: alpha 55)
#   a filter    10 34 31 55     (luminanceToAlpha, its color-interpolation-filters linearRGB; an alpha mask)
# Ends with 0 while the first two are equal, with 1 once they are not. We write greys as light as the colours
# are in linear light.
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
const grey = '<rect width="4" height="4" fill="#808080"/>';
const masked = (attributes, content) => {
  const region = 'maskUnits="userSpaceOnUse" x="0" y="0" width="4" height="4"';
  const body =
    `<mask id="m" ${region} ${attributes}>${content}</mask>` +
    '<rect width="4" height="4" fill="#2A9D8F" mask="url(#m)"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4">${body}</svg>`;
  return [...new Resvg(svg).render().pixels.slice(40, 44)].join(' ');
};
const filter =
  '<filter id="f" x="0" y="0" width="1" height="1" color-interpolation-filters="linearRGB">' +
  '<feColorMatrix type="luminanceToAlpha"/></filter>';
const plain = masked('', grey);
const linear = masked('color-interpolation="linearRGB"', grey);
console.log('sRGB     ', plain);
console.log('linearRGB', linear);
console.log('a filter ', masked('mask-type="alpha"', `${filter}<g filter="url(#f)">${grey}</g>`));
process.exit(plain === linear ? 0 : 1);
NODE
node look.mjs
