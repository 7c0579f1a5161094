#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): mix-blend-mode plus-lighter, which Figma writes for "Linear dodge", is drawn as
# normal paint.
#
# Guess: it is drawn as the other modes are, or as screen, which is near. Seen on 29 November 2026 of #804000
# over #606060, red green blue alpha:
#   plus-lighter   128 64 0 255    (Chromium 147: 224 160 96, the sum)
#   screen         176 136 96 255  (as Chromium has it)
# Ends with 0 while plus-lighter hides what lies below, with 1 once it does not. We draw such layers apart and
# add them.
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
const blended = (mode) =>
  middle(
    '<rect width="4" height="4" fill="#606060"/>' +
      `<rect width="4" height="4" fill="#804000" style="mix-blend-mode:${mode}"/>`,
  );
const [added, screened] = [blended('plus-lighter'), blended('screen')];
console.log('plus-lighter', added);
console.log('screen      ', screened);
process.exit(added === '128 64 0 255' && screened === '176 136 96 255' ? 0 : 1);
NODE
node look.mjs
