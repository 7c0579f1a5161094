#!/usr/bin/env bash
# culori 4.0.2: interpolateWithPremultipliedAlpha weighs hues by alpha, takes the hue that a grey lacks for
# red, and gives the first colour too bright.
#
# Guess: it is color-mix() of CSS Color 5, which weighs colours by alpha, leaves hues alone and lets a grey
# take the other's hue, as interpolate() of the same package does. Seen on 30 November 2026:
#   white and blue in hsl, half each         rgb(159, 223, 159)        Chromium 147: rgb(159, 159, 223)
#   hsl(200 …/ 0.2) and hsl(240 …) in hsl    rgba(0, 28, 255, 0.6)     Chromium 147: rgba(0, 85, 255, 0.6)
#   rgb(100 50 20 / 0.5) and blue, at 0      rgba(200, 100, 40, 0.5)   at 1e-9: rgba(100, 50, 20, 0.5)
# The last is a division by alpha of a colour that was never multiplied by it; whoever samples a gradient from
# 0 on meets it at its first step. Ends with 0 while all three are so, with 1 once one of them is not. We hand
# interpolateWith() weights that leave hues alone, and ask nothing of it at 0 (src/core/colour/mix.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund culori@4.0.2

cat >look.mjs <<'NODE'
import { formatRgb, interpolate, interpolateWithPremultipliedAlpha as weighed } from 'culori';

const at = (mix, share) => formatRgb(mix(share));
const grey = at(weighed(['white', 'blue'], 'hsl'), 0.5);
const hue = at(weighed(['hsl(200 100% 50% / 0.2)', 'hsl(240 100% 50%)'], 'hsl'), 0.5);
const halfRed = weighed(['rgb(100 50 20 / 0.5)', 'blue'], 'rgb');
const [first, next] = [at(halfRed, 0), at(halfRed, 1e-9)];
console.log('white and blue in hsl', grey, 'interpolate():', at(interpolate(['white', 'blue'], 'hsl'), 0.5));
console.log('hues 200 and 240     ', hue);
console.log('at 0 and at 1e-9     ', first, next);
const seen = [grey, hue, first].join(' ') === 'rgb(159, 223, 159) rgba(0, 28, 255, 0.6) rgba(200, 100, 40, 0.5)';
process.exitCode = seen && next === 'rgba(100, 50, 20, 0.5)' ? 0 : 1;
NODE
node look.mjs
