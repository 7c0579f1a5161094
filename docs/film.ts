// In: screenshots as PNG, each with how long it is seen. Out: an animated GIF; pixels that stay are not
// written again.
import { decode } from 'fast-png';
import { applyPalette, GIFEncoder, quantize } from 'gifenc';

export interface Shot {
  png: Uint8Array;
  /** Milliseconds. */
  seen: number;
}

// One of the 256 places of a frame's palette says "as before".
const COLOURS = 255;
const AS_BEFORE = 255;

export function film(shots: readonly Shot[]): Uint8Array {
  const encoder = GIFEncoder();
  let before: Uint8Array | null = null;
  for (const { png, seen } of shots) {
    const { width, height, data, channels } = decode(png);
    const rgba = opaque(new Uint8Array(data.buffer, data.byteOffset, data.length), channels);
    const last = before;
    const same = (i: number): boolean =>
      last !== null && rgba[i] === last[i] && rgba[i + 1] === last[i + 1] && rgba[i + 2] === last[i + 2];
    const changed: number[] = [];
    for (let i = 0; i < rgba.length; i += 4) if (!same(i)) changed.push(i);
    if (changed.length === 0) changed.push(0);
    const fresh = new Uint8Array(4 * changed.length);
    changed.forEach((at, k) => fresh.set(rgba.subarray(at, at + 4), 4 * k));
    const palette = quantize(fresh, COLOURS);
    while (palette.length <= AS_BEFORE) palette.push([0, 0, 0]);
    const painted = applyPalette(fresh, palette.slice(0, COLOURS));
    const index = new Uint8Array(width * height).fill(AS_BEFORE);
    changed.forEach((at, k) => (index[at / 4] = painted[k]!));
    encoder.writeFrame(index, width, height, {
      palette,
      delay: seen,
      transparent: true,
      transparentIndex: AS_BEFORE,
      dispose: 1,
    });
    before = rgba;
  }
  encoder.finish();
  return encoder.bytes();
}

function opaque(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return data;
  const rgba = new Uint8Array((data.length / channels) * 4).fill(255);
  for (let i = 0, k = 0; i < data.length; i += channels, k += 4) rgba.set(data.subarray(i, i + 3), k);
  return rgba;
}
