// Drawings of tests/cases whose right value is told of their lines: what the generator sees of them.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startClock } from '../../../src/core/clock.ts';
import type { Rasterise } from '../../../src/core/engine.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { readScene } from '../../../src/core/scene/read-scene.ts';
import { lookAt } from '../../../src/core/scene/sight.ts';
import type { Trace } from '../../../src/core/scene/trace.ts';
import { isRefusal, PLAIN } from '../../../src/core/sketch.ts';
import { cards, fakeEngine } from '../fake.ts';

const { rasterise } = await fakeEngine();
const { input } = cards.model;

/** Is there ink within a line's width of a point of the drawing? */
async function inkOf(
  file: string,
  raster: Rasterise = rasterise,
): Promise<(x: number, y: number) => boolean> {
  const svg = readFileSync(new URL(`../../cases/${file}.svg`, import.meta.url), 'utf8');
  const clock = startClock(() => 0, { progress: () => {}, cancelled: () => Promise.resolve(false) });
  const images = openMemo<Trace | null>();
  const scene = await readScene({ svg }, PLAIN.photo, clock, { rasterise: raster, images });
  if (isRefusal(scene)) throw new Error(scene.refused);
  const { square, lines } = lookAt(scene, 0, input, raster);
  const { box, width, height } = square;
  return (x, y) => {
    const column = Math.round(((x - box.x) / box.width) * width - 0.5);
    const row = Math.round(((y - box.y) / box.height) * height - 0.5);
    const near = Array.from({ length: 25 }, (_, i) => [column + (i % 5) - 2, row + Math.floor(i / 5) - 2]);
    return near.some(([u, v]) => lines.data[v! * width + u!]! > 0.5);
  };
}

type Point = [x: number, y: number];
const whether = (ink: (x: number, y: number) => boolean, points: readonly Point[]): boolean[] =>
  points.map(([x, y]) => ink(x, y));

it.each<[file: string, lines: Point[], bare: Point[]]>([
  ['01-frame-with-border', [[60, 110], [140, 110], [78, 110], [122, 110]], [[0.5, 100], [100, 0.5], [199.5, 100], [100, 199.5]]],
  ['02-line-drawing-in-bordered-frame', [[100, 60], [100, 150], [168, 110]], [[0.5, 100], [100, 0.5], [199.5, 100], [100, 199.5]]],
  ['10-layer-blur', [[100, 50], [100, 175]], [[92, 95], [68, 95], [80, 65], [80, 125], [100, 150], [100, 166]]],
  ['11-blurred-shadow-layer', [[100, 40], [50, 100], [100, 150]], [[100, 157], [40, 165], [160, 165], [100, 173]]],
  ['19-outside-stroke-in-pieces', [[100, 20], [20, 60], [180, 100], [100, 40], [160, 100], [40, 60], [70, 160], [70, 120]], [[40, 30], [160, 30], [30, 40], [170, 160], [40, 170], [30, 60], [100, 130], [130, 100], [120, 70]]],
])('%s: lines where its bodies end, and nowhere else', async (file, lines, bare) => {
  const ink = await inkOf(file);
  expect(whether(ink, lines)).toEqual(lines.map(() => true));
  expect(whether(ink, bare)).toEqual(bare.map(() => false));
}); // prettier-ignore

it('40-stripes-across-slim-frame: no layer of what hangs over is asked for, which took nine seconds', async () => {
  const asked: string[] = [];
  await inkOf('40-stripes-across-slim-frame', (svg, ...more) => {
    asked.push(svg);
    return rasterise(svg, ...more);
  });
  expect(asked.some((svg) => /M ?-20[, ]20/.test(svg))).toBe(true);
  expect(asked.filter((svg) => /clip-path|<mask/.test(svg))).toEqual([]);
});
