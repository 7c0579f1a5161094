#!/usr/bin/env bash
# resvg 2.6.2 (resvg-wasm): a colour that it does not know is black, also where a style names a colour that it
# does know first.
#
# Guess: an unknown colour is left out, as CSS has it, so that of the twins that design programs write for
# Display P3 (fill:#D62828;fill:color(display-p3 …)) the first is drawn. Seen on 29 November 2026, red green
# blue alpha:
#   twins in style     0 0 0 255   (Chromium 147: 233 0 23)
#   twins of a stop    0 0 0 255   (233 0 22)
#   var() with one     0 0 0 255   (fill="var(--fill-0, #D62828)"; 214 40 40)
#   oklch              0 0 0 255   (222 59 61)
# Ends with 0 while all are black, with 1 once one of them is not. We replace such colours before resvg sees
# them.
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
const twins = (name) => `style="${name}:#D62828;${name}:color(display-p3 0.8392 0.1569 0.1569);"`;
const rect = (paint) => `<rect width="4" height="4" ${paint}/>`;
const seen = {
  'twins in style': middle(rect(twins('fill'))),
  'twins of a stop': middle(`<linearGradient id="g"><stop ${twins('stop-color')}/></linearGradient>${rect('fill="url(#g)"')}`),
  'var() with one': middle(rect('fill="var(--fill-0, #D62828)"')),
  oklch: middle(rect('fill="oklch(0.6 0.2 25)"')),
};
for (const [what, rgba] of Object.entries(seen)) console.log(what.padEnd(18), rgba);
process.exit(Object.values(seen).every((rgba) => rgba === '0 0 0 255') ? 0 : 1);
NODE
node look.mjs
