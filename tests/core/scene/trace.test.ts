import { encode } from 'fast-png';
import { expect, it } from 'vitest';
import { toBase64 } from '../../../src/core/image/base64.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { traceBrushes, traced, traceImages, type Trace } from '../../../src/core/scene/trace.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const { rasterise } = await fakeEngine();
const WHOLE = { x: 0, y: 0, width: 10, height: 10 };
/** A brush stroke along y = 5, half a unit thick. */
const BRUSH = '<path d="M1 4.75h8v.5h-8z"/>';

it('the middle of a brush stroke is found, and is as wide as a line of its own size is', () => {
  const { drawing, pieces } = sceneOf(BRUSH);
  const trace = traceBrushes(drawing, pieces, WHOLE, rasterise)!;
  expect(trace).toMatchObject({ of: 'brush', weight: 1, sheet: null, coloured: false });
  // Thinned, a bar loses up to half of its thickness at its ends.
  expect(trace.box!.y).toBeCloseTo(5, 1);
  expect(trace.box!.height).toBeLessThan(0.1);
  expect(trace.box!.width).toBeGreaterThan(7.4);
  expect(trace.width).toBeCloseTo(0.01 * trace.box!.width);
});

it('a form painted over it hides it', () => {
  const { drawing, pieces } = sceneOf(BRUSH);
  const cover = sceneOf('<path d="M3 3h7v4h-7z" fill="#c33"/>').pieces;
  const trace = traceBrushes(drawing, [...pieces, ...cover], WHOLE, rasterise)!;
  expect(trace.box!.x + trace.box!.width).toBeLessThan(3.05);
  expect(traceBrushes(drawing, cover, WHOLE, rasterise)).toBeNull();
});

it('traced lines are drawn over any grid, as wide as is wished', () => {
  // One column of samples: 0 at the line in its middle, a unit farther each sample.
  const distance = {
    width: 5,
    height: 5,
    data: Float32Array.from({ length: 25 }, (_, i) => Math.abs((i % 5) - 2)),
  };
  const grid = { box: { x: 0, y: 0, width: 5, height: 5 }, width: 5, height: 5 };
  const trace: Trace = {
    of: 'image',
    width: 1,
    weight: 1,
    grid,
    distance,
    sheet: null,
    coloured: false,
    box: null,
  };
  const row = (width: number): number[] => [...traced(trace, grid, width).data.subarray(10, 15)];
  expect(row(1)).toEqual([0, 0, 1, 0, 0]);
  expect(row(2)).toEqual([0, 0.5, 1, 0.5, 0]);
  const beside = { ...grid, box: { ...grid.box, x: 20 } };
  expect(Math.max(...traced(trace, beside, 2).data)).toBe(0);
});

it('without images there is nothing to trace', () => {
  const { drawing, pieces } = sceneOf(BRUSH);
  expect(traceImages(drawing, pieces, rasterise, openMemo<Trace | null>())).toBeNull();
});

it('what was cut out and has no lines is a picture, be it black; an empty sheet is none', () => {
  const side = 40;
  const traceOf = (alpha: (far: number) => number, grey: number): Trace => {
    const data = new Uint8Array(4 * side * side).fill(grey);
    for (let i = 0; i < side * side; i++)
      data[4 * i + 3] = alpha(Math.hypot((i % side) - 19.5, Math.floor(i / side) - 19.5));
    const png = toBase64(encode({ width: side, height: side, data, channels: 4 }));
    const image = `<image x="1" y="1" width="8" height="8" href="data:image/png;base64,${png}"/>`;
    const { drawing, pieces } = sceneOf(image);
    return traceImages(drawing, pieces, rasterise, openMemo<Trace | null>())!;
  };
  expect(traceOf((far) => (far < 20 && far > 9 ? 255 : 0), 0)).toMatchObject({
    coloured: true,
    box: { x: 1, y: 1, width: 8, height: 8 },
  });
  expect(traceOf(() => 255, 250)).toMatchObject({ coloured: false, box: null });
});
