// Where a picture lies, and that it covers what the drawing covers.
import { describe, expect, it } from 'vitest';
import { at, picture, silhouette, svg } from './pictured.ts';

describe('placement', () => {
  const blob =
    '<path d="M20 30C20 10 70 5 80 35S60 90 40 85 20 50 20 30Z" fill="#c33"/><circle cx="62" cy="30" r="9" fill="#36c"/>' +
    '<path d="M30 50h20v18h-20z" fill="#fc3" transform="rotate(12 40 60)"/>';

  it.each([512, 1024] as const)('covers at %i exactly what the drawing covers', async (size) => {
    const text = svg(blob);
    const made = await picture(text, { size });
    const wanted = silhouette(text, made.picture);
    let [both, either, difference] = [0, 0, 0];
    wanted.forEach((alpha, i) => {
      const own = made.image.data[4 * i + 3]!;
      both += Math.min(own, alpha);
      either += Math.max(own, alpha);
      difference += Math.abs(own - alpha);
    });
    expect(both / either).toBeGreaterThan(0.9995);
    expect(difference / wanted.length).toBeLessThan(0.1);
    expect(Math.max(made.picture.width, made.picture.height)).toBe(size);
  });

  it('shows at (x, y) what the drawing has at (x, y)', async () => {
    const made = await picture(svg(blob));
    const hue = ([r = 0, g = 0, b = 0]: number[]): string =>
      r > 1.5 * b && g < 0.6 * r ? 'red' : b > 1.5 * r ? 'blue' : g > b && r > b ? 'yellow' : 'other';
    expect(hue(at(made, 30, 30))).toBe('red');
    expect(hue(at(made, 62, 30))).toBe('blue');
    expect(hue(at(made, 40, 60))).toBe('yellow');
    expect(at(made, 90, 90)[3]).toBe(0);
  });

  it('keeps drawings of any coordinates where they are', async () => {
    const made = await picture(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-500 900 40 80"><rect x="-490" y="930" width="10" height="10" fill="red"/></svg>',
    );
    const { x, y, width, height } = made.picture.box;
    expect([x, y, width, height].map((v) => Math.round(v * 20) / 20)).toEqual([-490, 930, 10, 10]);
  });

  it('cuts at the frame what lies outside, and says so', async () => {
    const made = await picture(svg('<circle cx="100" cy="50" r="30" fill="#393"/>'));
    const { x, width } = made.picture.box;
    expect(x + width).toBeLessThan(100.5);
    expect(made.picture.notes).toContain('outside-cut');
  });

  it('takes a frame’s white or grey background for paper', async () => {
    const made = await picture(
      svg(
        '<g id="Frame"><rect width="100" height="100" fill="#eee"/><circle cx="50" cy="50" r="20" fill="#393"/></g>',
      ),
    );
    expect(Math.round(made.picture.box.width)).toBe(40);
  });

  it('keeps a coloured, named front that fills the selection', async () => {
    const made = await picture(
      svg(
        '<rect id="carton front" width="100" height="100" fill="#a63"/><circle cx="50" cy="50" r="20" fill="#393"/>',
      ),
    );
    expect(Math.round(made.picture.box.width)).toBe(100);
  });
});
