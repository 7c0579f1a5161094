#!/usr/bin/env bash
# svg-pathdata 7.2.0: a path whose sides are written H and V, as Figma writes them, is another shape after
# rotate(), skewX(), skewY() or matrix().
#
# Guess: H80 from 20 20 is L80 20 in short, so that both are the same path once turned. Seen on 1 December
# 2026 of a square of 60, turned by 90° about the origin:
#   M20 20L80 20L80 80L20 80z   M-20 20L-20 80L-80 80L-80 20z   the square
#   M20 20h60v60h-60z           M-20 20l0 60l-60 0l0 -60z       the square
#   M20 20H80V80H20z            M-20 20L-20 80L-80 -20L20 20z   none
# and by matrix(1, 0.5, 0.2, 1, 0, 0) its third corner is at 102 123, not at 96 120. The coordinate that H or
# V leaves out is taken from the point before it as it is after the turn; toRel() first, and all is right. No
# error and no warning; an icon font made of turned glyphs, or a drawing whose transform is baked in, is
# pulled out of shape. So it has been since 6.0.3 at least. Ends with 0 while that is so, with 1 once the
# three agree.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund svg-pathdata@7.2.0

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import { SVGPathData } from 'svg-pathdata';

const { version } = JSON.parse(await readFile('node_modules/svg-pathdata/package.json', 'utf8'));
const paths = { lines: 'M20 20L80 20L80 80L20 80z', relative: 'M20 20h60v60h-60z', sides: 'M20 20H80V80H20z' };
const turns = {
  'rotate by 90°': (path) => path.rotate(Math.PI / 2),
  'skewX by 30°': (path) => path.skewX(Math.PI / 6),
  matrix: (path) => path.matrix(1, 0.5, 0.2, 1, 0, 0),
};
const corners = (path) =>
  path
    .toAbs()
    .normalizeHVZ(false)
    .commands.filter((one) => one.x !== undefined)
    .map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)
    .slice(0, 4)
    .join(', ');

let wrong = 0;
for (const [turn, turned] of Object.entries(turns)) {
  const seen = {};
  for (const [name, d] of Object.entries(paths)) {
    seen[name] = corners(turned(new SVGPathData(d)));
    console.log('svg-pathdata', version, turn.padEnd(14), d.padEnd(26), seen[name]);
  }
  if (seen.lines !== seen.relative) process.exit(1);
  seen.first = corners(turned(new SVGPathData(paths.sides).toRel()));
  if (seen.first !== seen.lines) process.exit(1);
  if (seen.sides !== seen.lines) wrong++;
}
process.exit(wrong === 3 ? 0 : 1);
NODE
node look.mjs
