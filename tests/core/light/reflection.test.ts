import { describe, expect, it } from 'vitest';
import { CELLS, type Feet } from '../../../src/core/light/ground-contact.ts';
import { openMirror } from '../../../src/core/light/reflection.ts';
import type { Rgba } from '../../../src/core/sketch.ts';

const SIDE = 144;
const grid = { box: { x: 0, y: 0, width: SIDE, height: SIDE }, width: SIDE, height: SIDE };
const LOW = 90;

/** A red body on a blue leg, which stands in columns 20 to 30; from column 60 on a green thing hangs. */
function picture(): Rgba {
  const data = new Uint8Array(4 * SIDE * SIDE);
  const fill = (x0: number, x1: number, y0: number, y1: number, colour: readonly number[]): void => {
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) data.set([...colour, 255], 4 * (y * SIDE + x));
  };
  fill(20, 30, 80, LOW, [0, 0, 255]);
  fill(20, 30, 10, 80, [255, 0, 0]);
  fill(60, 70, 40, 60, [0, 255, 0]);
  return { width: SIDE, height: SIDE, data };
}

function feetOf(): Feet {
  const foot = new Float32Array(SIDE).fill(-1);
  const stands = new Float32Array(SIDE);
  foot.fill(LOW, 20, 30);
  foot.fill(60, 60, 70);
  stands.fill(1, 20, 30);
  // The generator saw some shadow below what hangs: that alone does not make it stand.
  stands.fill(0.8, 60, 70);
  return { grid, mask: new Float32Array(SIDE * SIDE), foot, stands, low: LOW, from: 0, to: SIDE };
}

function reflected(): (x: number, y: number) => number[] {
  const image = picture();
  const mirror = openMirror(grid);
  mirror.take(image, grid);
  mirror.lay(image, grid, [feetOf()]);
  return (x, y) => [...image.data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 4)];
}

describe('a smooth table', () => {
  it('mirrors what stands from its foot on: what is nearest to it first, fainter with the distance', () => {
    const at = reflected();
    const [, , blue, first] = at(25, LOW + 2);
    expect(blue).toBe(255);
    expect(first).toBeGreaterThan(60);
    const [red, , , later] = at(25, LOW + 20);
    expect(red).toBeGreaterThan(200);
    expect(later).toBeLessThan(first!);
    expect(at(25, LOW + 40)[3]).toBe(0);
  });

  it('mirrors what hangs at the same table, as far below it as it is above', () => {
    const at = reflected();
    expect(at(65, 62)[3]).toBe(0);
    expect(at(65, LOW + 2)[3]).toBe(0);
    // Its lower side is 30 above the table.
    expect(at(65, LOW + 33)[1]).toBeGreaterThan(200);
  });

  it('leaves the picture itself as it is, and nothing beside it', () => {
    const [at, before] = [reflected(), picture()];
    for (const [x, y] of [
      [25, 50],
      [65, 50],
    ] as const)
      expect(at(x, y)).toEqual([...before.data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 4)]);
    expect(at(100, LOW + 5)[3]).toBe(0);
  });

  it('sees the same where the picture comes in bands with empty margins', () => {
    const [whole, banded] = [picture(), picture()];
    const mirrors = [openMirror(grid), openMirror(grid)] as const;
    mirrors[0].take(whole, grid);
    for (const top of [0, 64]) {
      const rows = Math.min(80, SIDE - top);
      const band = { box: { x: 0, y: top, width: SIDE, height: rows }, width: SIDE, height: rows };
      const data = banded.data.slice(4 * SIDE * top, 4 * SIDE * (top + rows));
      if (top === 0) data.fill(0, 4 * SIDE * 72);
      mirrors[1].take({ width: SIDE, height: rows, data }, band);
    }
    mirrors[0].lay(whole, grid, [feetOf()]);
    mirrors[1].lay(banded, grid, [feetOf()]);
    expect(Buffer.compare(whole.data, banded.data)).toBe(0);
  });

  it('is as fine as the feet are counted', () => expect(CELLS).toBe(SIDE));
});
