#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): the blend modes color, saturation and luminosity turn colours to another hue where
# a channel would be less than black.
#
# Guess: of CSS's sixteen modes all but plus-lighter are blended as Compositing and Blending 1 says (10.2:
# what leaves 0…1 is drawn towards grey of the same lightness). Seen on 30 November 2026, red green blue:
#   luminosity of #2266cc over #ffcc00   151 100 0   Chromium 147: 120 96 0
#   color of #ff4400 over #105030        196 9 0     (125 33 0)
#   saturation of #ffcc00 over #20a040   0 209 17    (0 180 45)
#   color of #2266cc over #ffcc00        166 202 255 (the same; more than white is drawn right)
# So a dark tint is lighter and redder than it was drawn: a channel below 0 is cut off. Figma has all of these
# modes, and photos tinted by "Color" are in many files. Ends with 0 while the first three are so and the last
# is right, with 1 once one of them changes. We blend such layers ourselves (src/core/scene/compose-layers).
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
function blended(mode, above, below) {
  const over = `<rect width="10" height="10" fill="${above}" style="mix-blend-mode:${mode}"/>`;
  const body = `<rect width="10" height="10" fill="${below}"/>${over}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${body}</svg>`;
  const rgb = [...new Resvg(svg).render().pixels.subarray(0, 3)].join(' ');
  console.log(`${mode} of ${above} over ${below}: ${rgb}`);
  return rgb;
}
const seen = [
  blended('luminosity', '#2266cc', '#ffcc00') === '151 100 0',
  blended('color', '#ff4400', '#105030') === '196 9 0',
  blended('saturation', '#ffcc00', '#20a040') === '0 209 17',
  blended('color', '#2266cc', '#ffcc00') === '166 202 255',
];
process.exit(seen.every(Boolean) ? 0 : 1);
NODE
node look.mjs
