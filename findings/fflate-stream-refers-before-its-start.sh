#!/usr/bin/env bash
# fflate 0.8.3: what its stream (Zlib, Deflate) writes may refer to bytes before the first one; readers refuse
# that.
#
# Guess: the streaming classes write what the one-call functions write, a valid zlib stream of any bytes. Seen
# on 29 November 2026 of the rows of a small picture whose corners are clear, as PNG filters them (16,392
# bytes in one push):
#   zlibSync, levels 1, 2, 6, 9     read again by zlib (Node), as they were
#   new Zlib, level 1               read again
#   new Zlib, levels 2, 6, 9        "invalid distance too far back"
# The stream's buffer begins with 32 KiB of zeros that were never written out, and a run of zeros may be found
# in them. Ends with 0 while it is so, with 1 once it is not. src/core/image/png.ts begins at the buffer's
# start.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund fflate@0.8.3

cat >look.mjs <<'NODE'
import { inflateSync } from 'node:zlib';
import { Zlib, zlibSync } from 'fflate';

const [width, height] = [512, 8];
const stride = 4 * width;
const rows = new Uint8Array((stride + 1) * height);
let above = new Uint8Array(stride);
for (let y = 0; y < height; y++) {
  const row = new Uint8Array(stride);
  // The first row and both ends of the others are clear.
  for (let x = 1; y > 0 && x < width - 1; x++)
    row.set([254 - (x % 3), 150 + ((x * 7 + y) % 60), 27 + ((x * x + 5 * y) % 90), 127 + 16 * y], 4 * x);
  rows[y * (stride + 1)] = 2; // PNG's filter Up
  for (let i = 0; i < stride; i++) rows[y * (stride + 1) + 1 + i] = row[i] - above[i];
  above = row;
}

function streamed(level) {
  const pieces = [];
  const stream = new Zlib({ level }, (piece) => pieces.push(Buffer.from(piece)));
  stream.push(rows);
  stream.push(new Uint8Array(0), true);
  return Buffer.concat(pieces);
}

function read(bytes) {
  try {
    return Buffer.compare(inflateSync(bytes), Buffer.from(rows)) === 0 ? 'as it was' : 'something else';
  } catch (error) {
    return error.message;
  }
}

const found = [1, 2, 6, 9].map((level) => [level, read(zlibSync(rows, { level })), read(streamed(level))]);
for (const [level, once, stream] of found) console.log(`level ${level}   zlibSync: ${once}   Zlib: ${stream}`);
const refused = 'invalid distance too far back';
const same = found.every(
  ([level, once, stream]) => once === 'as it was' && stream === (level === 1 ? 'as it was' : refused),
);
process.exit(same ? 0 : 1);
NODE
node look.mjs
