// The size that the panel wants, and the part of the canvas that is seen →
// the size that its window gets, in px.

export interface Size {
  width: number;
  height: number;
}

/** Below this the panel's controls no longer fit. */
export const LEAST: Size = { width: 320, height: 420 };
/** The first time. */
export const USUAL: Size = { width: 360, height: 640 };

/** Never larger than the canvas on the screen, never too small to be used. */
export function fitted(
  { width, height }: Size,
  { bounds, zoom }: Pick<ViewportAPI, 'bounds' | 'zoom'>,
): Size {
  const fit = (wanted: number, least: number, seen: number): number =>
    Math.round(Math.max(least, Math.min(wanted, seen)));
  return {
    width: fit(width, LEAST.width, bounds.width * zoom),
    height: fit(height, LEAST.height, bounds.height * zoom),
  };
}
