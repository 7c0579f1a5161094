#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a clip path makes shapes that reach beyond the picture many times slower, though
# it cuts them off.
#
# Guess: a clip to the picture's own box costs next to nothing, or makes what hangs over cheaper. Seen on 29
# November 2026 of eight stripes across a picture of 57 × 512 pixels, best of seven:
#   no clip            0.7 ms
#   clipped to the box 12 ms   (both look the same)
# A clipped group is drawn on a layer of its own, as large as its children and not as the clip or the picture.
# Ends with 0 while the clip costs five times as much or more, with 1 once it does not. We draw the frame's
# pixels alone.
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
const draw = (body) => {
  const view = 'width="57" height="512" preserveAspectRatio="none" viewBox="0 0 8 72"';
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${view}>${body}</svg>`).render().pixels;
};
const stripe = (y) => `<path d="M-20 ${20 + y}L24 ${y - 12}L26 ${y - 9}L-18 ${23 + y}Z" fill="#fff"/>`;
const free = Array.from({ length: 8 }, (_, i) => stripe(9 * i)).join('');
const cut = `<clipPath id="c"><path d="M0 0h8v72h-8Z"/></clipPath><g clip-path="url(#c)">${free}</g>`;
const best = (body) =>
  Math.min(
    ...Array.from({ length: 8 }, () => {
      const start = performance.now();
      draw(body);
      return performance.now() - start;
    }).slice(1),
  );
const [without, within] = [best(free), best(cut)];
console.log('no clip            ', without.toFixed(1), 'ms');
console.log('clipped to the box ', within.toFixed(1), 'ms');
process.exit(within >= 5 * without ? 0 : 1);
NODE
node look.mjs
