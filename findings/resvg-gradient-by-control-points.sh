#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a gradient in bounding-box units is laid out in the box of a curve's control
# points, not of the curve.
#
# Guess: the object bounding box of SVG 2 (8.10) is the tightest one around the curve, as Chromium has it. The
# curve below goes from 20 to 80, its control points lie at 100; red at the top, blue at the foot. Seen on 30
# November 2026, red green blue alpha of the fill:
#   y = 50   158 0 97 255   Chromium 147: 125 0 129 255
#   y = 77   72 0 183 255   Chromium 147: 11 0 245 255
#   the same curve cut in two where it turns back: 125 0 130 255 and 11 0 244 255
# Sketch writes every gradient in these units, Illustrator and hand-written icons many. Ends with 0 while the
# two ways to write one curve are painted apart, with 1 once they are not. We cut curves where they turn back
# before resvg sees them (src/core/svg/extrema.ts).
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
const gradient =
  '<linearGradient id="g" x2="0" y2="1"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>';
const column = (d) => {
  const path = `${gradient}<path d="${d}" fill="url(#g)"/>`;
  const { pixels } = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${path}</svg>`).render();
  return [50, 77].map((y) => [...pixels.subarray(4 * (y * 100 + 50), 4 * (y * 100 + 50) + 4)]);
};
const whole = column('M10 20C30 100 70 100 90 20Z');
const cut = column('M10 20C20 60 35 80 50 80C65 80 80 60 90 20Z');
console.log('one curve ', whole.map((pixel) => pixel.join(' ')).join('   '));
console.log('two halves', cut.map((pixel) => pixel.join(' ')).join('   '));
process.exitCode = whole.every((pixel, i) => Math.abs(pixel[2] - cut[i][2]) > 20) ? 0 : 1;
NODE
node look.mjs
