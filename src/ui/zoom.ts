// A view of the preview and what the hand does in, the next view out: how much larger it is, and how far it
// is moved.
// Lengths are shares of the stage's sides, from its middle, so that it means the same when the window
// changes.

export interface Zoom {
  /** 1: the whole picture. */
  scale: number;
  x: number;
  y: number;
}

export interface ScreenPoint {
  x: number;
  y: number;
}

export const WHOLE_VIEW: Zoom = { scale: 1, x: 0, y: 0 };

const MOST_TIMES = 8;
/** Of one press of a key or button. */
const STEP = 1.5;

/** By a factor, so that what lies at `at` stays there. */
export function zoomedBy({ scale, x, y }: Zoom, factor: number, at: ScreenPoint = { x: 0, y: 0 }): Zoom {
  const next = Math.max(1, Math.min(MOST_TIMES, scale * factor));
  const by = next / scale;
  return bounded({ scale: next, x: at.x - by * (at.x - x), y: at.y - by * (at.y - y) });
}

export function movedBy({ scale, x, y }: Zoom, right: number, down: number): Zoom {
  return bounded({ scale, x: x + right, y: y + down });
}

/** Null for a key that zooms nothing. */
export function keyedZoom(zoom: Zoom, key: string): Zoom | null {
  if (key === '+' || key === '=') return zoomedBy(zoom, STEP);
  if (key === '-') return zoomedBy(zoom, 1 / STEP);
  return key === '0' ? WHOLE_VIEW : null;
}

/** Its borders never come inside the stage's. */
function bounded({ scale, x, y }: Zoom): Zoom {
  const most = (scale - 1) / 2;
  const within = (value: number): number => Math.max(-most, Math.min(most, value));
  return { scale, x: within(x), y: within(y) };
}
