#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): an arrowhead at the end of a curve whose handle is drawn in points beside the
# curve, and so does the one where a closed path begins.
#
# Guess: it points along the curve (orient="auto"): where a control point lies on the end, the direction is
# that to the next point (SVG 2, 9.5.4); where a path closes, it is halfway between its first side and its
# last, as at each corner. Seen on 1 December 2026 of a triangle in a marker, where its tip lies, in degrees
# clockwise from the right:
#   start of M30 30C30 30 70 30 70 70           45   (Chromium 147: 0)
#   end of the same                             90   (90)
#   start of the square M30 30H70V70H30Z         0   (Chromium 147: -45)
# Pen tools write a curve with one handle so. Ends with 0 while both are so, with 1 once one is right. We turn
# arrowheads ourselves (src/core/svg/markers.ts).
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
// A long red head from its place on; of the blue line nothing counts.
const head =
  '<marker id="m" markerWidth="24" markerHeight="4" refX="0" refY="2" markerUnits="userSpaceOnUse" orient="auto">' +
  '<path d="M0 0H24V4H0Z" fill="#f00"/></marker>';
function points(d, where, [x0, y0]) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${head}<path d="${d}" fill="none" stroke="#00f" stroke-width="0.5" marker-${where}="url(#m)"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  let [x, y, sum] = [0, 0, 0];
  for (let i = 0; i < 10000; i++) {
    const red = pixels[4 * i];
    x += red * ((i % 100) + 0.5 - x0);
    y += red * (Math.floor(i / 100) + 0.5 - y0);
    sum += red;
  }
  const degrees = sum === 0 ? NaN : Math.round((Math.atan2(y, x) * 180) / Math.PI);
  console.log(`${where} of ${d}: ${degrees}`);
  return degrees;
}
const curve = 'M30 30C30 30 70 30 70 70';
const start = points(curve, 'start', [30, 30]);
const end = points(curve, 'end', [70, 70]);
const corner = points('M30 30H70V70H30Z', 'start', [30, 30]);
process.exit(Math.abs(end - 90) <= 1 && Math.abs(start) > 5 && Math.abs(corner + 45) > 5 ? 0 : 1);
NODE
node look.mjs
