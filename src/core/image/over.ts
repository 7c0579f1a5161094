// In: a pixel of a picture, and a colour to lie under it. Out: both as one pixel, straight alpha.
// The operator "over" (Porter and Duff 1984), mixed in sRGB as canvases do.

/**
 * In place: lays the three bytes of `colour` from `from` on under the four of `data` from `at` on.
 * `share`: 0…1, how much of the colour shows: its own alpha times what the pixel lets through. It must
 * be above 0 where the pixel is empty.
 */
export function layUnder(
  data: Uint8Array,
  at: number,
  colour: ArrayLike<number>,
  from: number,
  share: number,
): void {
  const over = data[at + 3]! / 255;
  const all = over + share;
  for (let c = 0; c < 3; c++)
    data[at + c] = Math.round((data[at + c]! * over + colour[from + c]! * share) / all);
  data[at + 3] = Math.round(255 * all);
}
