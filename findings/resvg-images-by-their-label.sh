#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): an embedded image whose data URL names another kind than its bytes are is left
# out, without an error.
#
# Guess: it is drawn, as browsers go by the bytes of an image (WHATWG, MIME Sniffing, 8.2), and resvg itself
# does where the data URL names no kind at all. Seen on 30 November 2026 of a red PNG, red green blue alpha:
#   data:image/png;base64,…                  255 0 0 255
#   data:;base64,…                           255 0 0 255
#   data:image/x-png;base64,…                0 0 0 0       (Chromium 147: 255 0 0 255, as the two below)
#   data:application/octet-stream;base64,…   0 0 0 0
#   data:image/jpeg;base64,…                 0 0 0 0
# Scripts that embed what a server sent write octet-stream, others one kind for all. Ends with 0 while the
# first two are drawn and the others are not, with 1 once one differs. We write the kind of the bytes
# (src/core/svg/image-kinds.ts).
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
const draw = (body) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="4">${body}</svg>`,
  ).render();
const png = Buffer.from(draw('<rect width="4" height="4" fill="#f00"/>').asPng()).toString('base64');
const kinds = ['image/png', '', 'image/x-png', 'application/octet-stream', 'image/jpeg'];
const seen = kinds.map((kind) => {
  const { pixels } = draw(`<image width="4" height="4" xlink:href="data:${kind};base64,${png}"/>`);
  return [...pixels.subarray(40, 44)].join(' ');
});
kinds.forEach((kind, i) => console.log(`data:${kind};base64`.padEnd(40), seen[i]));
process.exit(seen.join() === '255 0 0 255,255 0 0 255,0 0 0 0,0 0 0 0,0 0 0 0' ? 0 : 1);
NODE
node look.mjs
