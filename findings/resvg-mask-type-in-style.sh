#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): mask-type counts as an attribute; in style, where Figma writes it, it is not seen.
#
# Guess: mask-type is a presentation attribute, so that both forms are one (CSS Masking 1, 7.9). Seen on 29
# November 2026 of a green rectangle under an alpha mask that is painted black all over, red green blue alpha:
#   style="mask-type:alpha"   0 0 0 0          (read as luminance: all is hidden)
#   mask-type="alpha"         42 157 143 255   (Chromium 147: both)
# Ends with 0 while they differ, with 1 once they do not. We write the attribute.
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
const middle = (body) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4">${body}</svg>`;
  const { pixels } = new Resvg(svg).render();
  return [...pixels.slice(40, 44)].join(' ');
};
const masked = (type) =>
  middle(
    `<mask id="m" ${type} maskUnits="userSpaceOnUse" x="0" y="0" width="4" height="4"><rect width="4" height="4"/></mask>` +
      '<g mask="url(#m)"><rect width="4" height="4" fill="#2A9D8F"/></g>',
  );
const [style, attribute] = [masked('style="mask-type:alpha"'), masked('mask-type="alpha"')];
console.log('style    ', style);
console.log('attribute', attribute);
process.exit(style === '0 0 0 0' && attribute === '42 157 143 255' ? 0 : 1);
NODE
node look.mjs
