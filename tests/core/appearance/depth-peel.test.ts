import { describe, expect, it } from 'vitest';
import { layBehind } from '../../../src/core/appearance/depth-peel.ts';
import { see } from '../seen.ts';

/** Colour and alpha at points of a drawing of 100 × 100. */
async function seen(body: string, ...points: [number, number][]): Promise<number[][]> {
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`,
  );
  return points.map(([x, y]) => at(x, y));
}

const glass =
  '<rect id="glass jar" x="20" y="30" width="60" height="60" fill="#fff" stroke="#000" stroke-width="1"/>';
const spoon = '<rect id="plastic spoon" x="40" y="5" width="20" height="70" fill="#c00000"/>';

describe('behind glass', () => {
  it('a part is seen, and elsewhere the canvas', async () => {
    const [behind = [], beside = []] = await seen(spoon + glass, [50, 60], [30, 60]);
    expect(beside[3]).toBeCloseTo(128, -1);
    expect(behind[3]).toBe(255);
    expect(behind[0]! - behind[1]!).toBeGreaterThan(85);
  });

  it('water is seen, and through the water what stands in it', async () => {
    const water = '<rect id="water" x="25" y="50" width="50" height="36" fill="#80c0ff"/>';
    const [inWater = [], water1 = []] = await seen(spoon + water + glass, [50, 65], [30, 65]);
    expect(water1[3]).toBeGreaterThan(180);
    expect(water1[3]).toBeLessThan(200);
    expect(inWater[3]).toBe(255);
    expect(inWater[0]).toBeGreaterThan(inWater[1]!);
  });

  it('a print on it keeps its colour, and hides', async () => {
    const print = '<rect id="print band" x="20" y="50" width="60" height="10" fill="#0000c0"/>';
    const [band = []] = await seen(glass + print, [50, 55]);
    expect(band[3]).toBeGreaterThan(240);
    expect(band[2]! - band[0]!).toBeGreaterThan(170);
  });

  it('glass wears its gradient, as seen over white, and not the mean', async () => {
    const stops = '<stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/>';
    const fade = `<linearGradient id="g" x1="0" x2="0" y1="0" y2="1">${stops}</linearGradient>`;
    const pane = '<rect id="glass jar" x="20" y="10" width="60" height="80" fill="url(#g)" opacity="0.5"/>';
    const [top = [], low = []] = await seen(fade + pane, [50, 11], [50, 88]);
    expect([top[0]! > 245, top[1]! < 135, top[2]! < 140, top[3]! < 140]).toEqual([true, true, true, true]);
    expect([low[0]! < 140, low[1]! < 135, low[2]! > 245, low[3]! < 140]).toEqual([true, true, true, true]);
  });

  it('an opaque pane that lies on a body lets no canvas through', async () => {
    const wall = '<rect id="wall" x="5" y="5" width="90" height="90" fill="#d0b090"/>';
    const [pane = []] = await seen(wall + glass.replace('#fff', '#70a0d0'), [50, 60]);
    expect(pane).toEqual([0x70, 0xa0, 0xd0, 255]);
  });
});

it('glass over a layer is mixed in sRGB, within the silhouette', () => {
  const picture = { width: 2, height: 1, data: Uint8Array.from([255, 255, 255, 128, 255, 255, 255, 128]) };
  const behind = { width: 2, height: 1, data: Uint8Array.from([0, 0, 0, 255, 0, 0, 0, 255]) };
  layBehind(picture, behind, { width: 2, height: 1, data: Uint8Array.from([255, 0]) });
  expect([...picture.data]).toEqual([128, 128, 128, 255, 255, 255, 255, 128]);
});
