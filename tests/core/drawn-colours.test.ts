// Colours of the picture are those of the drawing.
import { describe, expect, it } from 'vitest';
import { at, picture, svg } from './pictured.ts';

describe('colours', () => {
  it('come from the drawing: a lit red stays red, black black, white white', async () => {
    const made = await picture(
      svg(
        '<rect x="5" y="5" width="28" height="90" fill="#d22"/><rect x="36" y="5" width="28" height="90" fill="#111"/><rect x="67" y="5" width="28" height="90" fill="#fff"/>',
      ),
    );
    const [red, black, white] = [19, 50, 81].map((x) => at(made, x, 50));
    expect(red?.[0]).toBeGreaterThan(4 * red![1]!);
    expect(Math.max(...(black ?? []).slice(0, 3))).toBeLessThan(20);
    expect(Math.max(...(white ?? []).slice(0, 3)) - Math.min(...(white ?? []).slice(0, 3))).toBeLessThan(4);
  });

  it('show gradients as drawn, in the coordinates of a turned shape', async () => {
    const made = await picture(
      svg(
        '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="80" y2="0"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><g transform="translate(90 10) rotate(90)"><rect width="80" height="80" fill="url(#g)"/></g>',
      ),
    );
    const [top, bottom] = [at(made, 50, 20), at(made, 50, 80)];
    expect(top[0]).toBeGreaterThan(2 * top[2]!);
    expect(bottom[2]).toBeGreaterThan(2 * bottom[0]!);
  });

  it('give a dark outline’s pixels to the surface that it surrounds', async () => {
    const made = await picture(
      svg('<circle cx="50" cy="50" r="40" fill="#4a4" stroke="#000" stroke-width="2.5"/>'),
    );
    const [r = 0, g = 0] = at(made, 50, 10);
    expect(g).toBeGreaterThan(1.5 * r);
  });

  it('keep a dark outline of more than 3.5 % of the drawing: a bezel, a rim', async () => {
    for (const stroke of ['#000', '#3e4c59']) {
      const made = await picture(
        svg(`<circle cx="50" cy="50" r="40" fill="#4a4" stroke="${stroke}" stroke-width="4"/>`),
      );
      const [, g] = at(made, 50, 10);
      expect([stroke, g! < 130]).toEqual([stroke, true]);
      expect(at(made, 50, 50)[1]).toBeGreaterThan(140);
    }
  });

  it('keep stripes and stitches in their own colour as print', async () => {
    const made = await picture(
      svg(
        '<rect x="10" y="10" width="80" height="80" fill="#233"/><path d="M20 50H80" stroke="#fff" stroke-width="2"/><path d="M20 70H80" stroke="#f80" stroke-width="2" stroke-dasharray="6 2"/>',
      ),
    );
    expect(Math.min(...at(made, 50, 50).slice(0, 3))).toBeGreaterThan(170);
    expect(at(made, 23, 70)[0]).toBeGreaterThan(220);
  });

  it('of parts without one come from the seed, the same for the same seed', async () => {
    const lines = svg(
      '<rect x="10" y="20" width="50" height="70" stroke="#000"/><rect x="60" y="50" width="30" height="40" stroke="#000"/>',
    );
    const [a, b, c] = [
      await picture(lines, { seed: 1 }),
      await picture(lines, { seed: 1 }),
      await picture(lines, { seed: 2 }),
    ];
    expect(Buffer.compare(a.picture.png, b.picture.png)).toBe(0);
    expect(at(a, 35, 50)).not.toEqual(at(c, 35, 50));
    expect(at(a, 35, 50)).not.toEqual(at(a, 75, 70));
  });
});
