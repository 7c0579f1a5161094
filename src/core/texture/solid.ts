// In: a place on a part, in repeats of its pattern from the part's middle. Out: its tone, −1…1; nothing
// rises.
// Stone and wood that is cut across: they never begin again, so there is no tile of them.
import { noise } from './noise.ts';

export type SolidPattern = (u: number, v: number) => number;

/** Veins where a warped noise crosses its middle (Perlin's marble), and clouds between them. */
export const marble: SolidPattern = (u, v) => {
  const [x, y] = [
    u + 1.3 * (noise(1.1 * u, 1.1 * v) - 0.5),
    v + 1.3 * (noise(1.1 * u + 9.2, 1.1 * v + 4.7) - 0.5),
  ];
  const broad =
    noise(1.6 * x + 0.7 * y, 1.4 * y) + 0.5 * noise(3.6 * x, 3.6 * y + 0.5) + 0.25 * noise(8 * x, 8 * y);
  const fine = noise(3.1 * x - y + 5.1, 3.3 * y + 2.2) + 0.4 * noise(9 * x, 9 * y + 3);
  const vein = Math.max(0, 1 - Math.abs(broad - 0.87) / 0.075);
  const thread = Math.max(0, 1 - Math.abs(fine - 0.7) / 0.03);
  const cloud = noise(0.9 * x, 0.9 * y + 7) - 0.5;
  return 0.3 * cloud + 0.1 - 0.75 * vein * vein * (0.4 + 0.6 * noise(2 * u, 2 * v)) - 0.25 * thread;
};

// Of one year's wood, from where the dark of late summer begins.
const LATE = 0.5;

/** Years round a middle: pale in spring, darker to a line in autumn; rays and cracks that run outwards. */
export const rings: SolidPattern = (u, v) => {
  const wobble = 2.2 * (noise(0.16 * u + 3, 0.16 * v) - 0.5) + 0.5 * (noise(0.5 * u, 0.5 * v + 5) - 0.5);
  const far = Math.hypot(u, v);
  const years = 1.15 * far + wobble * Math.min(1, 0.5 * far) + 1.4 * (noise(0.45 * far, 11.5) - 0.5);
  const [year, season] = [Math.floor(years), years - Math.floor(years)];
  const late = Math.max(0, season - LATE) / (1 - LATE);
  const around = Math.atan2(v, u);
  const ray = noise(around * 40, 0.15 * far) - 0.5;
  const pore = noise(7 * u, 7 * v) - 0.5;
  const dark = 0.55 + 0.6 * noise(year * 1.7, 2.5);
  return (
    0.22 -
    dark * late * late * late -
    0.12 * season +
    0.2 * ray +
    0.22 * pore -
    0.25 * Math.max(0, 1 - far / 3)
  );
};
