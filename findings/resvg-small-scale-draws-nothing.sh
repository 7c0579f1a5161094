#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): an image under a scale below 1/4096 is not drawn, however large it is in the end.
#
# Guess: only the scale that all transforms make together counts, as in browsers. Seen on 30 November 2026 of
# an image of 5,000 pixels, scaled by s in a square whose own scale makes it fill the picture each time:
#   s = 1/4000   drawn
#   s = 1/4200   nothing, and no error
# Figma writes such scales: a pattern in units of the shape's box shows an image by its number of pixels, as
# `<use transform="scale(0.0002)"/>`. Chromium draws both. Ends with 0 while that is so. We write such images
# one unit long and their uses as much larger.
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
const draw = (body) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 20">${body}</svg>`,
  ).render();
const png = Buffer.from(draw('<rect width="20" height="20" fill="#e63946"/>').asPng()).toString('base64');
const image = `<image id="i" width="5000" height="5000" xlink:href="data:image/png;base64,${png}"/>`;
/** Alpha in the middle of a square that shows the image from side to side. */
const seen = (denominator) => {
  const side = 5000 / denominator; // in units of the box
  const pattern = `<pattern id="p" patternContentUnits="objectBoundingBox" width="${side}" height="${side}"><use xlink:href="#i" transform="scale(${1 / denominator})"/></pattern>`;
  const { pixels } = draw(`<defs>${pattern}${image}</defs><rect width="20" height="20" fill="url(#p)"/>`);
  return pixels[(10 * 20 + 10) * 4 + 3];
};
const [large, small] = [seen(4000), seen(4200)];
console.log('1/4000:', large, ' 1/4200:', small);
process.exit(large === 255 && small === 0 ? 0 : 1);
NODE
node look.mjs
