#!/usr/bin/env bash
# svg-path-commander 2.3.3: reverse() makes a straight line of a curve that is written S and stands behind a
# line or a moveto.
#
# Guess: a path read backwards is the same path, however its curves are written; where no curve stands before
# S, its first control point is its start (SVG 2, 9.3.6). Seen on 1 December 2026, backwards and both lengths
# by the package's own getTotalLength:
#   M10 50C10 50 40 10 90 50      M90 50C40 10 10 50 10 50           89.8 and 89.8
#   M10 50S40 10 90 50            M90 50S10 50 10 50                 89.8 and 80.0
#   M10 10h20s20 0 20 20v20       M50 50V30S30 10 30 10H10           71.7 and 68.3: the round corner is cut
#   the same, normalize() first   M50 50L50 30C50 10 30 10 30 10L10 10   71.7 and 71.7
# Minifiers write S wherever a curve's first control point is its start; paths are reversed to turn the
# direction of a hole, for fonts and for pens. No error and no warning, and none since 1.0.5 at least. Ends
# with 0 while that is so, with 1 once the ways to write one curve are reversed alike.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund svg-path-commander@2.3.3

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import SVGPathCommander from 'svg-path-commander';

const { version } = JSON.parse(await readFile('node_modules/svg-path-commander/package.json', 'utf8'));
const length = (d) => SVGPathCommander.getTotalLength(d).toFixed(1);
const backwards = (path) => path.reverse().toString();

function look(name, d, path) {
  const turned = backwards(path);
  console.log('svg-path-commander', version, name.padEnd(11), d, '→', turned, length(d), length(turned));
  return length(turned);
}

const kept = [];
for (const [c, s] of [
  ['M10 50C10 50 40 10 90 50', 'M10 50S40 10 90 50'],
  ['M10 10h20c0 0 20 0 20 20v20', 'M10 10h20s20 0 20 20v20'],
]) {
  const of = length(c);
  kept.push(look('by C', c, new SVGPathCommander(c)) === of);
  kept.push(look('normalized', s, new SVGPathCommander(s).normalize()) === of);
  kept.push(look('by S', s, new SVGPathCommander(s)) !== of && length(s) === of);
}
process.exit(kept.every(Boolean) ? 0 : 1);
NODE
node look.mjs
