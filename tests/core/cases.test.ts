// Each drawing of tests/cases, through core: its right value. Names are tested in layer-names.test.ts, lines
// in scene/case-lines.test.ts.
import { describe, expect, it } from 'vitest';
import { see } from './seen.ts';
import { drawing, type Rgb, expectColour, expectNothing, GREEN } from './cases-seen.ts';

const YELLOW: Rgb = [233, 196, 106];

const corners: [number, number][] = [
  [3, 3],
  [197, 3],
  [3, 197],
  [197, 197],
];

describe('what is ground', () => {
  it('01: a frame’s border, drawn last', async () => {
    const seen = await see(drawing('01-frame-with-border'));
    expectNothing(seen, ...corners, [0.5, 100], [100, 0.5], [30, 100]);
    expectColour(seen, [70, 140], GREEN);
    expectColour(seen, [100, 110], YELLOW);
    expect(seen.parts).toHaveLength(2);
  });

  it('02: the same round a drawing of lines', async () => {
    const seen = await see(drawing('02-line-drawing-in-bordered-frame'));
    expectNothing(seen, ...corners, [30, 100], [0.5, 100]);
    expect(seen.at(100, 100)[3]).toBe(255);
  });

  it('16: with a drop shadow round it', async () => {
    const seen = await see(drawing('16-frame-with-drop-shadow'));
    expectNothing(seen, [30, 30], [210, 170], [5, 5]);
    expectColour(seen, [120, 97], [217, 79, 61]);
    expect(seen.parts).toHaveLength(1);
  });

  it('18: wall and floor', async () => {
    const seen = await see(drawing('18-frame-with-two-grounds'));
    expectNothing(seen, [20, 20], [20, 180], [190, 145]);
    expectColour(seen, [100, 110], GREEN);
    expect(seen.parts).toHaveLength(1);
  });

  it('40: not stripes that hang over a slim frame on both sides', async () => {
    const seen = await see(drawing('40-stripes-across-slim-frame'));
    for (let y = 4.8; y < 72; y += 9) {
      expectColour(seen, [4, y], [169, 169, 169]);
      expectNothing(seen, [4, y + 4.5]);
    }
  });

  it('37: not a body that a round mask cuts', async () => {
    const seen = await see(drawing('37-full-size-body-in-round-mask'));
    expectColour(seen, [70, 80], GREEN);
    expectColour(seen, [100, 100], YELLOW);
    expectNothing(seen, [55, 55], [20, 100]);
  });
});

describe('masks and clips', () => {
  it('04: a gradient as an alpha mask fades without a step', async () => {
    const seen = await see(drawing('04-alpha-mask-with-gradient'));
    const down = Array.from({ length: 20 }, (_, i) => seen.at(40, 45 + 5 * i));
    const steps = down
      .slice(1)
      .map((pixel, i) => Math.abs(pixel[0]! - down[i]![0]!) + Math.abs(pixel[3]! - down[i]![3]!));
    expect(Math.max(...steps)).toBeLessThan(20);
    expect(seen.at(100, 90)[0]! - seen.at(100, 90)[2]!).toBeGreaterThan(105);
    expect(seen.parts).toHaveLength(2);
  });

  it('06: an image as a mask', async () => {
    const seen = await see(drawing('06-image-as-mask'));
    expectColour(seen, [100, 100], GREEN);
    expectColour(seen, [40, 160], GREEN);
    expectNothing(seen, [20, 100]);
  });

  it('36: a clip in units of the bounding box', async () => {
    const seen = await see(drawing('36-clip-in-bbox-units'));
    expectColour(seen, [100, 100], GREEN);
    expectNothing(seen, [30, 30], [170, 170]);
  });
});

describe('translucent paint', () => {
  it('07: a highlight over a body is paint on it', async () => {
    const seen = await see(drawing('07-one-highlight-fill'));
    expect(seen.parts.map(({ material }) => material)).toEqual(['satin_plastic']);
    expectColour(seen, [120, 120], [232, 179, 58]);
    expect(seen.at(64, 120)[2]).toBeGreaterThan(150);
  });

  it('09: so is a darkening one', async () => {
    const seen = await see(drawing('09-translucent-darkening'));
    expect(seen.parts).toHaveLength(1);
    expectColour(seen, [100, 60], [244, 162, 97]);
    expectColour(seen, [100, 120], [216, 144, 87], 8);
  });

  it('20: a gradient with an opacity of its own', async () => {
    const seen = await see(drawing('20-fill-opacity-on-gradient'));
    expect(seen.parts).toHaveLength(1);
    expectColour(seen, [100, 100], [78, 168, 222]);
    expectColour(seen, [100, 55], [113, 185, 228], 8);
    expectColour(seen, [100, 155], [73, 156, 206], 8);
  });

  it('34: what is nearly invisible is nothing', async () => {
    const seen = await see(drawing('34-almost-invisible-blur-shape'));
    expect(seen.parts).toHaveLength(1);
    expectColour(seen, [80, 90], [255, 159, 28]);
    expectNothing(seen, [150, 120]);
  });
});

describe('blurs', () => {
  it('10: glows are soft paint on the body, and end with it', async () => {
    const seen = await see(drawing('10-layer-blur'));
    expect(seen.parts).toHaveLength(1);
    expectNothing(seen, [40, 158], [170, 158]);
    expect(seen.at(80, 95)[0]).toBeGreaterThan(190);
    expectColour(seen, [130, 60], [58, 124, 213], 14);
  });

  it('11: a cast shadow is left to ours', async () => {
    const seen = await see(drawing('11-blurred-shadow-layer'));
    expect(seen.parts).toHaveLength(1);
    expectColour(seen, [100, 100], [244, 162, 97]);
    expectColour(seen, [100, 146], [244, 162, 97]);
    expectNothing(seen, [100, 165]);
  });
});

describe('images', () => {
  it('13: a phone’s screenshot is its screen', async () => {
    const seen = await see(drawing('13-device-with-photo-inside'));
    expect(seen.notes).not.toContain('image-traced');
    expectColour(seen, [58, 100], [28, 28, 30]);
    expect(seen.at(100, 120)[0]! - seen.at(100, 120)[2]!).toBeGreaterThan(75);
  });

  it('14: a photo texture is worn by its body', async () => {
    const seen = await see(drawing('14-body-with-photo-texture'));
    expect(seen.notes).not.toContain('image-traced');
    expect(seen.parts).toHaveLength(1);
    const row = Array.from({ length: 30 }, (_, i) => seen.at(62 + 2.5 * i, 120));
    expect(row.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const reds = row.map(([red]) => red!);
    expect(Math.max(...reds) - Math.min(...reds)).toBeGreaterThan(40);
  });

  it('41: white lines on dark are lines', async () => {
    const seen = await see(drawing('41-image-of-white-lines-on-dark'));
    expect(seen.notes).toContain('image-traced');
    expect(seen.at(95, 130)[3]).toBe(255);
    expectNothing(seen, [8, 8], [248, 248]);
  });
});
