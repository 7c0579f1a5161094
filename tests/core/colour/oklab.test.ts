import { describe, expect, it } from 'vitest';
import { toLab, toRgb } from '../../../src/core/colour/oklab.ts';
import type { Rgb } from '../../../src/core/colour/colour.ts';

describe('Oklab', () => {
  it.each([
    // Björn Ottosson's own values for sRGB's corners.
    ['white', [255, 255, 255], [1, 0, 0]],
    ['black', [0, 0, 0], [0, 0, 0]],
    ['red', [255, 0, 0], [0.628, 0.225, 0.126]],
    ['green', [0, 255, 0], [0.866, -0.234, 0.179]],
    ['blue', [0, 0, 255], [0.452, -0.032, -0.312]],
  ] as const)('of %s', (_name, rgb, wanted) => {
    toLab(rgb).forEach((value, k) => expect(value).toBeCloseTo(wanted[k]!, 3));
  });

  it('comes back to the byte', () => {
    for (const rgb of [[12, 200, 77], [255, 1, 128], [30, 30, 30]] as Rgb[]) expect(toRgb(toLab(rgb))).toEqual(rgb); // prettier-ignore
  });

  it('gives up chroma, not hue or lightness, where no screen can show it', () => {
    const [l, a, b] = toLab(toRgb([0.6, 0.3, 0.3]));
    expect(l).toBeCloseTo(0.6, 2);
    expect(Math.atan2(b, a)).toBeCloseTo(Math.PI / 4, 1);
    expect(Math.hypot(a, b)).toBeLessThan(Math.hypot(0.3, 0.3));
  });
});
