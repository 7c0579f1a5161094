// The same of strokes, colours and gradients.
import { describe, expect, it } from 'vitest';
import { see } from './seen.ts';
import { drawing, expectColour, expectNothing, GREEN } from './cases-seen.ts';

describe('strokes', () => {
  it('19: pieces of an outside stroke are one border', async () => {
    const seen = await see(drawing('19-outside-stroke-in-pieces'));
    for (const [x, y] of [
      [30, 30],
      [100, 30],
      [30, 110],
      [80, 100],
      [170, 100],
    ] as const)
      expectColour(seen, [x, y], [47, 79, 143]);
    expectColour(seen, [130, 100], [138, 138, 138]);
    expect(seen.parts).toHaveLength(2);
  });

  it('26: a broad rim is a rim in its own colour and width', async () => {
    const seen = await see(drawing('26-coloured-outline'));
    expectColour(seen, [100, 46], [214, 40, 40]);
    expectColour(seen, [100, 110], [251, 210, 208]);
    expectColour(seen, [100, 170], [108, 108, 108]);
    expectColour(seen, [100, 194], [30, 30, 30]);
  });

  it('28: a thick stroke is a ring', async () => {
    const seen = await see(drawing('28-thick-stroke-circle'));
    expectColour(seen, [100, 40], [230, 57, 70]);
    expectColour(seen, [160, 100], [230, 57, 70]);
    expectNothing(seen, [100, 100]);
  });

  it('30: letters are print, their counters open', async () => {
    const seen = await see(drawing('30-word-in-thin-letters'));
    expectNothing(seen, [78, 110], [128, 110], [40, 90]);
    expectColour(seen, [22, 100], [17, 17, 17], 12);
    expect(seen.notes).toEqual([]);
  });
});

describe('colours and gradients', () => {
  it('21: blend modes', async () => {
    const seen = await see(drawing('21-blend-overlay'));
    expectColour(seen, [100, 90], [95, 163, 224]);
    expectColour(seen, [48, 135], [237, 235, 224]);
    const [red = 0, , blue = 0] = seen.at(34, 90);
    expect([red < 237, blue < 224, red > 150]).toEqual([true, true, true]);
  });

  it('plus-lighter adds, as browsers do, also under what is drawn later', async () => {
    const seen = await see(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect x="20" y="20" width="160" height="160" fill="#606060"/>' +
        '<g style="mix-blend-mode:plus-lighter"><rect x="40" y="40" width="60" height="120" fill="#804000"/></g>' +
        '<rect x="40" y="120" width="60" height="40" fill="#2A9D8F"/></svg>',
    );
    expectColour(seen, [70, 70], [224, 160, 96]);
    expectColour(seen, [140, 70], [96, 96, 96]);
    expectColour(seen, [70, 140], GREEN);
  });

  it('23: an angular gradient alone', async () => {
    const seen = await see(drawing('23-angular-gradient-alone'));
    expect(seen.parts).toHaveLength(1);
    const below = seen.at(140, 110);
    const above = seen.at(140, 90);
    expect(below[0]! - below[2]!).toBeGreaterThan(190);
    expect(above[2]! - above[0]!).toBeGreaterThan(165);
    expectNothing(seen, [45, 45]);
  });

  it('25: a diamond gradient', async () => {
    const seen = await see(drawing('25-diamond-gradient'));
    expect(seen.parts).toHaveLength(1);
    expectColour(seen, [100, 100], [255, 216, 77], 10);
    expectColour(seen, [40, 40], [192, 32, 96], 8);
  });

  it('31: Display P3 twins in a gradient', async () => {
    const seen = await see(drawing('31-wide-gamut-gradient'));
    const [top, low] = [seen.at(70, 60), seen.at(135, 165)];
    expect([top[0]! > 205, top[1]! < 90, top[2]! < 60]).toEqual([true, true, true]);
    expect([low[0]! > 225, low[1]! > 130, low[2]! < 70]).toEqual([true, true, true]);
    expectColour(seen, [100, 108], [255, 255, 255]);
  });

  it('32: Display P3 alone', async () => {
    const seen = await see(drawing('32-wide-gamut-alone'));
    const [red = 0, green = 0, blue = 0] = seen.at(100, 150);
    expect([red > 225, green < 45, blue < 60]).toEqual([true, true, true]);
    expectColour(seen, [100, 108], [255, 255, 255]);
  });
});
