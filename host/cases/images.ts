// Images that the layers of painted.ts are filled with. In: nothing. Out: PNG files.
import { encode } from 'fast-png';

/** 100 × 100 pixels: sky above, sand below, with a little of waves. */
export const PHOTO = encode({
  width: 100,
  height: 100,
  channels: 3,
  data: Uint8Array.from({ length: 30_000 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % 100, Math.floor(i / 300)];
    const tone = (y < 50 ? [88, 158, 228] : [226, 186, 116])[i % 3]!;
    return tone + 12 * Math.sin(x / 5 + y / 9);
  }),
});

/** 200 × 200 pixels: a box and a ring behind it in white lines on dark. */
export const CHALK = encode({
  width: 200,
  height: 200,
  channels: 3,
  data: Uint8Array.from({ length: 120_000 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % 200, Math.floor(i / 600)];
    const box = Math.max(Math.abs(x - 85) - 45, Math.abs(y - 100) - 60);
    const ring = Math.abs(Math.hypot(x - 130, y - 100) - 35);
    return Math.abs(box) < 2.5 || (box > 0 && ring < 2.5) ? 240 : 24;
  }),
});
