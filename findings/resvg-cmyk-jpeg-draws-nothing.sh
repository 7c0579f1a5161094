#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): an image that is a JPEG in CMYK, as print has them, draws nothing, without a word.
#
# Guess: a JPEG that every browser shows is drawn. Seen on 30 November 2026 of 16 × 16 red pixels, written by
# sharp 0.34.5 as JPEG, in the middle of the picture, red green blue alpha:
#   RGB    200 0 0 255
#   CMYK   0 0 0 0; sharp reads the same bytes back as 212 15 23, and Chromium 147 shows such a file
# A scan or a page out of a print shop's program is such a file. Ends with 0 while the CMYK one draws nothing,
# with 1 once it is seen. src/cli/photo.ts tells the two apart and says to save it in RGB.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-wasm@2.6.2 sharp@0.34.5

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import sharp from 'sharp';

await initWasm(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
const side = 16;
const red = () => sharp({ create: { width: side, height: side, channels: 3, background: '#c80000' } });

/** Middle of the picture as resvg draws it, and as sharp reads it back. */
async function seen(space) {
  const jpeg = await red().toColourspace(space).jpeg({ quality: 95 }).toBuffer();
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">` +
    `<image width="${side}" height="${side}" href="data:image/jpeg;base64,${jpeg.toString('base64')}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = 4 * (8 * side + 8);
  const back = await sharp(jpeg).toColourspace('srgb').raw().toBuffer();
  const { space: stored } = await sharp(jpeg).metadata();
  return { stored, drawn: [...pixels.subarray(at, at + 4)].join(' '), back: [...back.subarray(0, 3)].join(' ') };
}

const [rgb, cmyk] = [await seen('srgb'), await seen('cmyk')];
console.log(`${rgb.stored}: drawn ${rgb.drawn}, read back ${rgb.back}`);
console.log(`${cmyk.stored}: drawn ${cmyk.drawn}, read back ${cmyk.back}`);
const isRead = Number(cmyk.back.split(' ')[0]) > 150;
process.exitCode = cmyk.stored === 'cmyk' && cmyk.drawn === '0 0 0 0' && rgb.drawn !== '0 0 0 0' && isRead ? 0 : 1;
NODE
node look.mjs
