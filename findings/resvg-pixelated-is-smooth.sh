#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): image-rendering "pixelated" and "crisp-edges" are not known, and pixel art is
# drawn smooth.
#
# Guess: CSS Images 3's words for an image enlarged without smoothing are known, as SVG 1.1's
# optimizeSpeed is. Seen on 30 November 2026 of 4 × 3 pixels enlarged ten times, how many colours come out:
#   auto              981
#   pixelated         981   (Chromium 147: 12), as attribute and in style
#   crisp-edges       981
#   optimizeSpeed     12    (Chromium 147 draws this one smooth)
# Pixel art is marked so for browsers. Ends with 0 while that is so, with 1 once they are known. We write
# optimizeSpeed in their place (src/core/svg/plain-style.ts).
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
const draw = (size, body) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${body}</svg>`,
  ).render();
const pixel = (i) =>
  `<rect x="${i % 4}" y="${Math.floor(i / 4)}" width="1" height="1" fill="rgb(${20 * i}, ${255 - 20 * i}, ${255 * (i % 2)})"/>`;
const small = draw('width="4" height="3"', Array.from({ length: 12 }, (_, i) => pixel(i)).join(''));
const png = Buffer.from(small.asPng()).toString('base64');
const colours = (how) => {
  const image = `<image width="40" height="30" xlink:href="data:image/png;base64,${png}" ${how}/>`;
  const { pixels } = draw('width="40" height="30"', image);
  const seen = new Set(Array.from({ length: 1200 }, (_, i) => pixels.subarray(4 * i, 4 * i + 3).join()));
  console.log((how || 'auto').padEnd(36), seen.size);
  return seen.size;
};
const smooth = ['', 'image-rendering="pixelated"', 'style="image-rendering:pixelated"', 'image-rendering="crisp-edges"'];
const counts = smooth.map(colours);
const sharp = colours('image-rendering="optimizeSpeed"');
process.exit(counts.every((count) => count > 500) && sharp === 12 ? 0 : 1);
NODE
node look.mjs
