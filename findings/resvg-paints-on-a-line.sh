#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a gradient or pattern whose transform lays it all onto a line is drawn as if it
# had no transform.
#
# Guess: it has no place to be, so the fallback behind its name is seen, and without one nothing, as a pattern
# without width does there. Seen on 1 December 2026 of a square, fill="url(#g) lime", at its left and right:
#                                  resvg                    Chromium 147
#   gradientTransform="scale(0 1)"   red … blue             lime
#   the same, no fallback            red … blue             nothing
#   patternTransform="scale(1 0)"    the pattern's tiles    lime
#   pattern of no width              lime                   lime
# A sheen that is squeezed to nothing so covers its shape. Ends with 0 while that is so, with 1 once it is
# not. We give such shapes their fallback (src/core/svg/paint-server.ts).
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
const stops = '<stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/>';
const gradient = (more) => `<linearGradient id="g" ${more}>${stops}</linearGradient>`;
const tiles = (more) =>
  `<pattern id="g" patternUnits="userSpaceOnUse" ${more}><rect width="20" height="20" fill="#f00"/></pattern>`;
function seen(name, server, fill) {
  const body = `${server}<rect width="100" height="100" fill="${fill}"/>`;
  const { pixels } = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${body}</svg>`).render();
  const colours = [5, 95].map((x) => [...pixels.subarray(4 * (5000 + x), 4 * (5000 + x) + 4)].join(' '));
  console.log(name.padEnd(24), colours.join(' | '));
  return colours.join('|');
}
const plain = seen('gradient', gradient(''), 'url(#g) lime');
const folded = seen('gradient on a line', gradient('gradientTransform="scale(0 1)"'), 'url(#g) lime');
const alone = seen('… without a fallback', gradient('gradientTransform="scale(0 1)"'), 'url(#g)');
const whole = seen('pattern', tiles('width="20" height="20"'), 'url(#g) lime');
const flat = seen('pattern on a line', tiles('width="20" height="20" patternTransform="scale(1 0)"'), 'url(#g) lime');
const narrow = seen('pattern of no width', tiles('width="0" height="20"'), 'url(#g) lime');
const LIME = '0 255 0 255|0 255 0 255';
process.exit(folded === plain && alone === plain && flat === whole && narrow === LIME && plain !== LIME ? 0 : 1);
NODE
node look.mjs
