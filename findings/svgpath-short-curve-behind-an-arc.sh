#!/usr/bin/env bash
# svgpath 2.6.0: unarc() changes the look of a short curve (S) after an arc, so that it may not come before
# unshort().
#
# Guess: each of the two writes the same path in other words, so their order is nothing. Seen on 30 November
# 2026 of M0 0 A5 5 0 0 1 10 0 S10 10 0 10, the first control point of its last curve:
#   unshort().unarc()   10 0   (the arc's end: before S there is no curve, SVG 2, 9.3.6)
#   unarc().unshort()   10 2.761   (the last curve that the arc became is mirrored)
#   unarc() alone       S stays, behind a curve; resvg 2.6.2 paints 9 pixels of 400 otherwise than before
# Minifiers of SVG write S wherever a curve's first control point is its start, arcs first. Ends with 0 while
# that is so, with 1 once the two orders agree. We write short curves out first (src/core/svg/path.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund svgpath@2.6.0 @resvg/resvg-wasm@2.6.2

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import svgpath from 'svgpath';

await initWasm(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
const d = 'M0 0A5 5 0 0 1 10 0S10 10 0 10';
const controlOf = (path) => {
  let point = '';
  path.round(3).iterate((segment) => {
    if (segment[0] === 'C') point = segment.slice(1, 3).join(' ');
  });
  return point;
};
const painted = (data) => {
  const view = 'width="20" height="20" viewBox="-1 -6 16 16" preserveAspectRatio="none"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${view}><path d="${data}"/></svg>`;
  return new Resvg(svg).render().pixels;
};
const [right, wrong] = [controlOf(svgpath(d).unshort().unarc()), controlOf(svgpath(d).unarc().unshort())];
const [was, is] = [painted(d), painted(svgpath(d).unarc().toString())];
const apart = was.filter((alpha, i) => i % 4 === 3 && Math.abs(alpha - is[i]) > 64).length;
console.log('unshort().unarc()', right);
console.log('unarc().unshort()', wrong);
console.log('unarc() alone    ', apart, 'pixels otherwise');
process.exit(right === '10 0' && wrong !== right && apart > 0 ? 0 : 1);
NODE
node look.mjs
