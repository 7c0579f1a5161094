#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): of an image with a width alone, or a height alone, it is not enlarged, and stands
# in the middle of that side.
#
# Guess: the other side follows from the image's proportions (SVG 2, 12.3: "auto"), or the image is left out.
# Seen on 30 November 2026 of 4 × 3 pixels, where they are painted, x y width height:
#   width="40"                 18 0 4 3    (Chromium 147: 0 0 40 30)
#   height="30"                0 13 4 4    (0 0 40 30)
#   width="40" height="auto"   18 0 4 3    (0 0 40 30)
#   neither                    0 0 4 3     (the same)
# Whoever writes SVG by hand, as for a page, gives an image one side. Ends with 0 while the first three are
# so, with 1 once one of them is not. We write both sides (src/core/svg/image-sizes.ts).
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
const SIDE = 40;
const draw = (width, height, body) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">${body}</svg>`,
  ).render();
const png = Buffer.from(draw(4, 3, '<rect width="4" height="3" fill="#e63946"/>').asPng()).toString('base64');
const painted = (sides) => {
  const { pixels } = draw(SIDE, SIDE, `<image ${sides} xlink:href="data:image/png;base64,${png}"/>`);
  const covered = Array.from({ length: SIDE * SIDE }, (_, i) => i).filter((i) => pixels[4 * i + 3] > 127);
  const [across, down] = [covered.map((i) => i % SIDE), covered.map((i) => Math.floor(i / SIDE))];
  const [x, y] = [Math.min(...across), Math.min(...down)];
  const box = [x, y, Math.max(...across) + 1 - x, Math.max(...down) + 1 - y].join(' ');
  console.log((sides || 'neither').padEnd(26), box);
  return box;
};
const seen = ['width="40"', 'height="30"', 'width="40" height="auto"'].map(painted);
painted('');
process.exit(seen.join() === '18 0 4 3,0 13 4 4,18 0 4 3' ? 0 : 1);
NODE
node look.mjs
