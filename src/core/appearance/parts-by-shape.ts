// In: parts with their boxes and sizes. Out: what some are by shape and place alone: wheels, what is in their
// middle, a sole.
// Rules of thumb; lengths are shares of the whole drawing or of a twin.
import type { Part } from '../parts/parts.ts';
import type { Area } from '../parts/twins.ts';

/** Small twins that reach the ground. What lines enclose is compared: an axle may hang at one of them. */
export function feetOf(parts: readonly Part[]): Part[] {
  const across = ({ box, field }: Part): number => (field?.box ?? box).x1 - (field?.box ?? box).x0 + 1;
  const ground = Math.max(...parts.map(({ box }) => box.y1));
  const top = Math.min(...parts.map(({ box }) => box.y0));
  const whole = Math.max(...parts.map(({ box }) => box.x1)) - Math.min(...parts.map(({ box }) => box.x0));
  const low = parts.filter(
    (part) => ground - part.box.y1 < 0.04 * (ground - top) && across(part) < 0.35 * whole,
  );
  return low.filter((part) =>
    low.some((twin) => twin !== part && Math.abs(across(twin) / across(part) - 1) < 0.12),
  );
}

/** In the middle of a wheel. */
export function hubsOf(parts: readonly Part[], wheels: ReadonlySet<Part>): Set<Part> {
  const middle = ({ box }: Part): [number, number] => [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return new Set(
    parts.filter((part) => {
      const [x, y] = middle(part);
      return [...wheels].some((wheel) => {
        const [u, v] = middle(wheel);
        return wheel !== part && Math.hypot(x - u, y - v) < 0.12 * (wheel.box.x1 - wheel.box.x0);
      });
    }),
  );
}

/** The lowest part, if it is long and flat. */
export function soleOf(parts: readonly Part[]): Part | null {
  const left = Math.min(...parts.map(({ box }) => box.x0));
  const right = Math.max(...parts.map(({ box }) => box.x1));
  const lowest = [...parts].sort((a, b) => b.box.y1 - a.box.y1)[0];
  if (!lowest) return null;
  const [across, down] = [lowest.box.x1 - lowest.box.x0, lowest.box.y1 - lowest.box.y0];
  return across > 0.6 * (right - left) && down < 0.3 * across ? lowest : null;
}

const ROUND = 0.06;

/** The field that lines enclose is a disc, whatever ink lies round it. */
export function isDisc({ field }: Part): boolean {
  if (!field) return false;
  const [w, h] = [field.box.x1 - field.box.x0 + 1, field.box.y1 - field.box.y0 + 1];
  return Math.abs(w / h - 1) < ROUND && Math.abs((4 * field.pixels) / (Math.PI * w * h) - 1) < ROUND;
}

// What covers more of its box is a square, whatever ink lies round it.
const SQUARE = 0.9;

/** Round parts of one size, two or more, with their lowest point near the ground. */
export function findWheels(parts: readonly Part[]): ReadonlySet<Part> {
  const ground = Math.max(0, ...parts.map((part) => part.box.y1));
  const top = Math.min(ground, ...parts.map((part) => part.box.y0));
  const share = ({ box, pixels }: Area): number => pixels / (box.x1 - box.x0 + 1) / (box.y1 - box.y0 + 1);
  const round = parts.filter((part) => {
    const { box, pixels } = part;
    const [w, h] = [box.x1 - box.x0 + 1, box.y1 - box.y0 + 1];
    return (
      Math.abs(w / h - 1) < 0.12 &&
      share(part.field ?? part) < SQUARE &&
      pixels > 0.3 * w * h &&
      ground - box.y1 < 0.06 * (ground - top) &&
      h > 0.08 * (ground - top)
    );
  });
  const size = (part: Part): number => part.box.x1 - part.box.x0;
  return new Set(
    round.filter((part) =>
      round.some((twin) => twin !== part && Math.abs(size(twin) / size(part) - 1) < 0.1),
    ),
  );
}
