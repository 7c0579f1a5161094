#!/usr/bin/env bash
# sharp 0.35.5: a picture in Display P3 that is laid onto another (composite) keeps its numbers and loses its
# profile, and is duller than it was.
#
# Guess: its colours are taken to sRGB, as sharp does with every picture that it opens and writes, and as with
# the one below. Seen on 1 December 2026 of red, 200 30 30 in sRGB, in a PNG with a P3 profile (184 50 41 in
# its bytes), in the PNG that comes out:
#   opened and written                    200 30 30, no profile
#   with another laid onto it             200 30 30, no profile
#   laid onto white                       184 50 41, no profile: another red
# No error and no warning. Photos of telephones and screenshots of Macs are in P3; who mounts pictures on a
# sheet meets it. Ends with 0 while that is so, with 1 once all three are alike.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund sharp@0.35.5 pngjs@7.0.0

cat >look.mjs <<'NODE'
import { PNG } from 'pngjs';
import sharp from 'sharp';

const red = { create: { width: 8, height: 8, channels: 4, background: '#c81e1e' } };
const small = { create: { width: 2, height: 2, channels: 4, background: '#c81e1e' } };
const white = { create: { width: 8, height: 8, channels: 4, background: '#fff' } };
const p3 = await sharp(red).withIccProfile('p3').png().toBuffer();
async function seen(name, file) {
  const { icc } = await sharp(file).metadata();
  const colour = [...PNG.sync.read(file).data.subarray(4 * 63, 4 * 63 + 3)].join(' ');
  console.log(name.padEnd(24), colour, icc ? 'with a profile' : 'no profile');
  return `${colour}${icc ? ' with a profile' : ''}`;
}
console.log('sharp', sharp.versions.sharp, 'libvips', sharp.versions.vips);
const bytes = await seen('the file', p3);
const opened = await seen('opened and written', await sharp(p3).png().toBuffer());
const below = await seen('below another', await sharp(p3).composite([{ input: await sharp(small).png().toBuffer(), left: 0, top: 0 }]).png().toBuffer());
const above = await seen('laid onto white', await sharp(white).composite([{ input: p3 }]).png().toBuffer());
process.exit(bytes === '184 50 41 with a profile' && opened === '200 30 30' && below === opened && above === '184 50 41' ? 0 : 1);
NODE
node look.mjs
