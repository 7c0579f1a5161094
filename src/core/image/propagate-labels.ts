// In: labels and coverage. Out: the same labels; painted pixels that had none take the nearest one's.
// Breadth-first flood from all labels at once, over painted pixels, to 4 neighbours.
import type { Plane } from '../sketch.ts';

/** In place; over painted pixels only, up to `steps` away from side to side. */
export function spread(labels: Plane<Int32Array>, coverage: Plane<Uint8Array>, steps: number): void {
  const { width, height } = labels;
  const label = labels.data;
  const paint = coverage.data;
  let front: number[] = [];
  /** Any label beside pixel i; 0 when there is none. */
  const beside = (i: number): number => {
    const x = i % width;
    return (
      (x > 0 && label[i - 1]) ||
      (x < width - 1 && label[i + 1]) ||
      (i >= width && label[i - width]) ||
      (i < width * (height - 1) && label[i + width]) ||
      0
    );
  };
  for (let i = 0; i < label.length; i++)
    if (label[i] === 0 && paint[i] !== 0 && beside(i) !== 0) front.push(i);
  for (let step = 0; step < steps && front.length > 0; step++) {
    // All of a front at once, so that no direction runs ahead.
    const taken = front.map(beside);
    front.forEach((i, k) => (label[i] = taken[k]!));
    const next: number[] = [];
    const queue = (j: number): void => {
      if (label[j] === 0 && paint[j] !== 0) {
        label[j] = QUEUED;
        next.push(j);
      }
    };
    for (const i of front) {
      const x = i % width;
      if (x > 0) queue(i - 1);
      if (x < width - 1) queue(i + 1);
      if (i >= width) queue(i - width);
      if (i < width * (height - 1)) queue(i + width);
    }
    for (const j of next) label[j] = 0;
    front = next;
  }
}

// Only within a step: keeps a pixel from being queued twice.
const QUEUED = -1;
