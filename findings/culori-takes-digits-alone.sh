#!/usr/bin/env bash
# culori 4.0.2: six digits without "#" are read as a colour, though it is CSS colours that it reads.
#
# Guess: what is no CSS colour comes back as undefined, as its documentation says of parse(). Seen on 30
# November 2026:
#   parse('ff0000')   { mode: 'rgb', r: 1, g: 0, b: 0 }
#   parse('f00')      the same
#   parse('ff00000')  undefined
# In an SVG such a fill is invalid: browsers leave it out and paint with what the shape inherits, black at
# last. Whoever asks culori paints it red. Ends with 0 while that is so. We ask for the "#" ourselves.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund culori@4.0.2

cat >look.mjs <<'NODE'
import { parse } from 'culori';

for (const text of ['ff0000', 'f00', 'ff00000']) console.log(text, JSON.stringify(parse(text)));
const isRed = (colour) => colour?.mode === 'rgb' && colour.r === 1 && colour.g === 0 && colour.b === 0;
process.exit(isRed(parse('ff0000')) && isRed(parse('f00')) && !parse('ff00000') ? 0 : 1);
NODE
node look.mjs
