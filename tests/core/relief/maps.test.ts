// Maps of a drawing through the whole pipeline, with a form that is blown up from its outlines.
import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Realized } from '../../../src/core/pipeline.ts';
import { encodeGrey } from '../../../src/core/image/png.ts';
import { heightMap, normalMap } from '../../../src/core/relief/maps.ts';
import type { Solid } from '../../../src/core/relief/solid.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { fakeEngine, quiet } from '../fake.ts';
import { quick, settings } from './quick.ts';

/** A plate with a badge on it; a second object far to its right. */
const PLATES =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect x="10" y="10" width="80" height="80" fill="#c43"/>' +
  '<circle cx="50" cy="50" r="20" fill="#36c"/><circle cx="160" cy="50" r="30" fill="#393"/></svg>';

let made: Realized;
let solid: Solid;
beforeAll(async () => {
  const answer = await openPipeline(await fakeEngine(), quick).realize(
    { id: '1:2', name: 'plates', svg: PLATES },
    settings,
    quiet,
  );
  if (isRefusal(answer)) throw new Error(answer.refused);
  made = answer;
  const found = await made.solid?.(() => Promise.resolve(true));
  if (!found) throw new Error('no solid');
  solid = found;
});

/** Where a place of the drawing is in the picture. */
function pixelAt(x: number, y: number): number {
  const { box, width, height } = made.picture;
  return (
    Math.floor(((y - box.y) / box.height) * height) * width + Math.floor(((x - box.x) / box.width) * width)
  );
}

describe('the normal map', () => {
  it('covers what the picture covers', () => {
    const map = normalMap(solid);
    const picture = decode(made.picture.png);
    expect([map.width, map.height]).toEqual([picture.width, picture.height]);
    const differ = map.data.filter((value, i) => i % 4 === 3 && Math.abs(value - picture.data[i]!) > 1);
    expect(differ.length).toBe(0);
  });

  it('has x right, y up, z to the viewer, unit length, and rounded edges', () => {
    const { data } = normalMap(solid);
    const at = (x: number, y: number): number[] =>
      [0, 1, 2].map((c) => data[4 * pixelAt(x, y) + c]! / 127.5 - 1);
    for (const [x, y] of [
      [50, 50],
      [31, 50],
      [150, 30],
    ] as const)
      expect(Math.hypot(...at(x, y))).toBeCloseTo(1, 1);
    // Beside its outline a thing turns outwards.
    expect(at(50, 11)[1]).toBeGreaterThan(0.4);
    expect(at(50, 89)[1]).toBeLessThan(-0.4);
    expect(at(89, 50)[0]).toBeGreaterThan(0.4);
    expect(at(31, 50)[0]).toBeLessThan(-0.4);
  });
});

describe('the height map', () => {
  it('is 0 where nothing is, and 1 to 65535 over its range', () => {
    const { data, range } = heightMap(solid);
    expect(data[pixelAt(110, 50)]).toBe(0);
    const covered = data.filter((_, i) => solid.parts.alpha.data[i]! > 0);
    expect([Math.min(...covered), covered.reduce((a, b) => Math.max(a, b))]).toEqual([1, 65_535]);
    expect(range[1] - range[0]).toBeGreaterThan(5);
    expect(range[1] - range[0]).toBeLessThan(60);
  });

  it('rises from the plate’s rim over the plate to the badge, and each object from its own rim', () => {
    const { data, range } = heightMap(solid);
    const at = (x: number, y: number): number =>
      range[0] + ((data[pixelAt(x, y)]! - 1) / 65_534) * (range[1] - range[0]);
    expect(at(50, 50)).toBeGreaterThan(at(25, 50) + 1);
    expect(at(25, 50)).toBeGreaterThan(at(12, 50) + 1);
    expect(at(160, 50)).toBeGreaterThan(at(133, 50) + 1);
    // On the outline itself the mean of both is the drawing's plane.
    expect(Math.abs(at(10.5, 50))).toBeLessThan(3);
    expect(Math.abs(at(131, 50))).toBeLessThan(3);
  });

  it('is written as 16-bit grey with a comment that another codec reads', () => {
    const map = heightMap(solid);
    const file = decode(encodeGrey(map, 'from 0 to 5'));
    expect([file.depth, file.channels, file.text['Comment']]).toEqual([16, 1, 'from 0 to 5']);
    expect(file.data.length).toBe(map.data.length);
    expect(file.data.every((value, i) => value === map.data[i])).toBe(true);
  });
});

it('the solid is not made where its asker says to stop', async () => {
  expect(await made.solid?.(() => Promise.resolve(false))).toBeNull();
});
