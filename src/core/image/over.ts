// In: a pixel of a picture, and a colour to lie under it. Out: both as one pixel, straight alpha.
// The operator "over" (Porter and Duff 1984), mixed in sRGB as canvases do.

/**
 * In place: lays a colour (three values, 0…255) under the four bytes of `data` from `at` on. `share`: 0…1,
 * how much of it shows: its own alpha times what the pixel lets through. It must be above 0 where the pixel
 * is empty.
 */
export function layColourUnder(data: Uint8Array, at: number, colour: ArrayLike<number>, share: number): void {
  const over = data[at + 3]! / 255;
  for (let c = 0; c < 3; c++) data[at + c] = mixed(data[at + c]! * over + colour[c]! * share, over + share);
  data[at + 3] = Math.round(255 * (over + share));
}

/** The same with the pixel that stands at the same place of another picture; its alpha is not looked at. */
export function layPixelUnder(data: Uint8Array, below: Uint8Array, at: number, share: number): void {
  const over = data[at + 3]! / 255;
  for (let c = at; c < at + 3; c++) data[c] = mixed(data[c]! * over + below[c]! * share, over + share);
  data[at + 3] = Math.round(255 * (over + share));
}

const mixed = (sum: number, weight: number): number => Math.round(sum / weight);
