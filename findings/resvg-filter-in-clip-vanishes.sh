#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a filter in a clipped group draws part of its shape, or nothing, where the group
# hangs far over.
#
# Guess: a clip to the picture's own box changes nothing of what is seen in it. Seen on 29 November 2026 of a
# slightly blurred green rectangle over a red one, in a picture of 40 × 200 pixels; red green blue alpha near
# its top, in its middle, near its end:
#   the red one hangs over by   no clip                              clipped to the picture's box
#     0                         49 153 140  42 157 143  57 148 137   the same
#    60  the lower part is gone:  the same                           49 153 140  230 57 70  230 57 70
#   100  all of it is:            the same                           230 57 70   230 57 70  230 57 70
# Figma clips every frame, and what stands in it may hang over. A filter region that reaches so far does the
# same. Ends with 0 while the blurred rectangle is gone at 100 under the clip alone, with 1 once it is seen.
# src/core/scene/draw-page.ts and redraw.ts keep filters near the page, and give a page more room where blurs
# reach far.
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
const [width, height] = [40, 200];
const region = `filterUnits="userSpaceOnUse" x="-9" y="-9" width="${width + 18}" height="${height + 18}"`;
const defs =
  `<defs><filter id="f" ${region} color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="3"/></filter>` +
  `<clipPath id="c"><rect width="${width}" height="${height}"/></clipPath></defs>`;

/** Colours at three places of the picture. */
function seen(over, clip) {
  const below = `<rect x="${-over}" y="${-over}" width="${width + 2 * over}" height="${height + 2 * over}" fill="#E63946"/>`;
  const blurred = `<g filter="url(#f)"><rect width="${width}" height="${height}" fill="#2A9D8F"/></g>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${defs}` +
    `<g${clip ? ' clip-path="url(#c)"' : ''}>${below}${blurred}</g></svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = (x, y) => [...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)].join(' ');
  return [at(5, 10), at(20, 100), at(35, 190)];
}

for (const over of [0, 60, 100])
  console.log(`over by ${over}:  no clip ${seen(over, false).join(', ')}   clipped ${seen(over, true).join(', ')}`);
const isGone = seen(100, true).every((colour) => colour === '230 57 70');
const isThere = seen(100, false)[1] === '42 157 143';
process.exitCode = isGone && isThere ? 0 : 1;
NODE
node look.mjs
