#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): the shadow of a layer that is turned or mirrored falls as if it were not.
#
# Guess: dx and dy of a filter are lengths in the layer's own units, which turn with it (Filter Effects 1, 7:
# primitiveUnits userSpaceOnUse), as they grow with it. Seen on 30 November 2026 of a red shadow 12 to the
# right of a square of 40 in the middle of 100 pixels, where it is seen:
#   as it is                  right
#   rotate(90)                right    (Chromium 147: below)
#   matrix(-1 0 0 1 100 0)    right    (left)
#   scale(0.5)                right, half as far
# By an attribute of the square or of a group around it, by feDropShadow or feOffset alike. Sketch, Inkscape
# and hand-written icons turn groups with their shadows in them; a mirrored twin is thrown out of its place.
# Ends with 0 while that is so, with 1 once one of them is turned. We draw hard shadows as shapes, which are
# turned (src/core/svg/hard-shadows.ts), and leave soft ones to our light.
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
const shadow = '<feDropShadow dx="12" dy="0" stdDeviation="0" flood-color="#f00"/>';
const moved = '<feOffset in="SourceAlpha" dx="12"/><feComposite in="SourceGraphic" operator="over"/>';

/** Sides of the square on which the shadow is seen, `reach` pixels beyond its edge. */
function sides(transform, steps = shadow, half = 20, reach = 6) {
  const filter = `<filter id="f" x="-1" y="-1" width="3" height="3">${steps}</filter>`;
  const square = '<rect x="30" y="30" width="40" height="40" fill="#00f" filter="url(#f)"/>';
  const body = `${filter}<g transform="${transform}">${square}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${body}</svg>`;
  const { pixels } = new Resvg(svg).render();
  const alpha = (x, y) => pixels[4 * (100 * y + x) + 3];
  const far = half + reach;
  const found = { right: alpha(50 + far, 50), left: alpha(49 - far, 50), below: alpha(50, 50 + far) };
  const seen = Object.keys(found).filter((side) => found[side] > 128);
  console.log((transform || 'as it is').padEnd(32), seen.join(' ') || 'nowhere');
  return seen.join(' ');
}
const turned = 'rotate(90 50 50)';
const mirrored = 'matrix(-1 0 0 1 100 0)';
const small = 'translate(25 25) scale(0.5)';
const all = [sides(''), sides(turned), sides(mirrored), sides(turned, moved), sides(small, shadow, 10, 3)];
process.exit(all.every((side) => side === 'right') && sides(small, shadow, 10, 8) === '' ? 0 : 1);
NODE
node look.mjs
