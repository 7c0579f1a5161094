// A box in fractions of its frame in, the style that puts an element there out.
import type { Box } from '../../core/sketch.ts';

export const percent = (fraction: number): string => `${100 * fraction}%`;

export const at = ({ x, y, width, height }: Box): Record<string, string> => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});
