#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): pathLength is not seen, and dashes that are shares of it are drawn in pixels.
#
# Guess: stroke-dasharray goes by the length that the author gives (pathLength, SVG 1.1), as ring charts and
# lines that draw themselves are written. Seen on 1 December 2026 of a line across 100 pixels, a dash of 50 of
# a length of 100 said to be twice as long, and of one said to have none; where it is drawn:
#   pathLength="200" stroke-dasharray="50"   0–50      (Chromium 147: 0–25, 50–75)
#   pathLength="1" stroke-dasharray="0.5"    a grey line of half its strength   (Chromium 147: 0–50)
#   pathLength="0" stroke-dasharray="50"     0–50      (Chromium 147: 0–100, dashes without end)
# Ends with 0 while that is so, with 1 once one is not. We write dashes in the path's own length
# (src/core/svg/paint.ts).
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
function alphas(length, dash) {
  const line = `<path d="M0 5H100" stroke="#f00" stroke-width="10" pathLength="${length}" stroke-dasharray="${dash}"/>`;
  const { pixels } = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="10">${line}</svg>`).render();
  const seen = [12, 37, 62, 87].map((x) => pixels[4 * (500 + x) + 3]);
  console.log(`pathLength ${length}, dash ${dash}: alpha at 12, 37, 62, 87`, ...seen);
  return seen.join(' ');
}
const [twice, one, none] = [alphas(200, 50), alphas(1, 0.5), alphas(0, 50)];
const isFaint = one.split(' ').every((alpha) => alpha > 90 && alpha < 165);
process.exit(twice === '255 255 0 0' && none === '255 255 0 0' && isFaint ? 0 : 1);
NODE
node look.mjs
