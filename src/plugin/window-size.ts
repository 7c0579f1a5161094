// The size that the panel wants, and the part of the canvas that is seen →
// the size that its window gets, in px.
import { LEAST_PANEL } from '../protocol/placing.ts';

export interface WindowSize {
  width: number;
  height: number;
}

/** The first time. */
export const USUAL_WINDOW: WindowSize = { width: 360, height: 640 };

/** Never larger than the canvas on the screen, never too small to be used. */
export function fittedWindow(
  { width, height }: WindowSize,
  { bounds, zoom }: Pick<ViewportAPI, 'bounds' | 'zoom'>,
): WindowSize {
  const fit = (wanted: number, least: number, seen: number): number =>
    Math.round(Math.max(least, Math.min(wanted, seen)));
  return {
    width: fit(width, LEAST_PANEL.width, bounds.width * zoom),
    height: fit(height, LEAST_PANEL.height, bounds.height * zoom),
  };
}
