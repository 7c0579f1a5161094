#!/usr/bin/env bash
# svg-path-reverse 1.7.0: of a path as Inkscape writes it (m, then pairs of numbers alone) the first step is
# taken twice, and the reversed shape is another.
#
# Guess: pairs behind m are lines from point to point (SVG 2, 9.3.3), as behind l. Seen on 1 December 2026 of
# a triangle of 30, and of two of them:
#   m 10,10 l 30,0 0,30 z                         M 40 40 L 40 10 L 10 10 Z
#   m 10,10 30,0 0,30 z                           M 50 50 L 50 20 L 20 20 L 10 10 Z
#   m 10,10 l 30,0 0,30 z m 40,40 l 30,0 0,30 z   M 80 80 L 80 50 L 50 50 Z and the one above
#   m 10,10 30,0 0,30 z m 40,40 30,0 0,30 z       M 120 120 L 120 90 L 90 90 L 50 50 Z and the one above
# A lineto by the moveto's own step stands behind each m, so the rest is that step aside: the hole of a letter
# no longer lies in it. No error and no warning; its README's own example is of the first form. Ends with 0
# while that is so, with 1 once the two forms are reversed alike.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund svg-path-reverse@1.7.0

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import library from 'svg-path-reverse';

const { version } = JSON.parse(await readFile('node_modules/svg-path-reverse/package.json', 'utf8'));
const seen = [
  'm 10,10 l 30,0 0,30 z',
  'm 10,10 30,0 0,30 z',
  'm 10,10 l 30,0 0,30 z m 40,40 l 30,0 0,30 z',
  'm 10,10 30,0 0,30 z m 40,40 30,0 0,30 z',
].map((d) => {
  const turned = library.reverse(d);
  console.log('svg-path-reverse', version, d.padEnd(43), '→', turned);
  return turned;
});
const first = 'M 40 40 L 40 10 L 10 10 Z';
const walked = 'M 50 50 L 50 20 L 20 20 L 10 10 Z';
const as = [
  first,
  walked,
  `M 80 80 L 80 50 L 50 50 Z ${first}`,
  `M 120 120 L 120 90 L 90 90 L 50 50 Z ${walked}`,
];
process.exit(seen.every((one, at) => one === as[at]) ? 0 : 1);
NODE
node look.mjs
