#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a pattern is repeated at whole pixels, whatever its tile measures; a thousand
# pixels on it is beside the drawing by whole tiles.
#
# Guess: tiles are drawn on whole pixels, but lie at the distance that the pattern says, as in Chromium. Seen
# on 30 November 2026 along 1,000 pixels, tiles that begin there and the mean distance between two:
#   width 3.3     333, 3.000    (Chromium 147: 302, 3.302)
#   width 6.5     142, 7.000    (153, 6.500)
#   width 33.3    30, 33.000    (30, 33.310)
# So a drawing has another number of dots at each size that it is drawn at, and they do not meet what is drawn
# around them. Ends with 0 while the distances are whole, with 1 once one is not. Where tiles do not meet we
# put as many into one as cover the shape (src/core/svg/spread-pattern.ts).
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
const distances = [3.3, 6.5, 33.3].map((width) => {
  const rect = `<rect width="${width / 2}" height="10" fill="#d33"/>`;
  const pattern = `<pattern id="p" patternUnits="userSpaceOnUse" width="${width}" height="10">${rect}</pattern>`;
  const size = 'width="1000" height="10"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${pattern}<rect ${size} fill="url(#p)"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const isPainted = (x) => pixels[4 * (5 * 1000 + x) + 3] > 127;
  const begun = Array.from({ length: 999 }, (_, i) => i + 1).filter((x) => isPainted(x) && !isPainted(x - 1));
  const distance = (begun.at(-1) - begun[0]) / (begun.length - 1);
  console.log(`width ${width}`.padEnd(14), begun.length, distance.toFixed(3));
  return distance;
});
process.exit(distances.every(Number.isInteger) ? 0 : 1);
NODE
node look.mjs
