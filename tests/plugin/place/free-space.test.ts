import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/sketch.ts';
import { findRoom, gapOf } from '../../../src/plugin/place/free-space.ts';

const drawing = { x: 100, y: 200, width: 320, height: 320 };
const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const moved = (box: Box, { dx, dy }: { dx: number; dy: number }): Box => ({
  ...box,
  x: box.x + dx,
  y: box.y + dy,
});

describe('room for a picture', () => {
  it('is to the right of the drawing, at its own height, a gap away', () => {
    expect(findRoom(drawing, drawing, [drawing])).toEqual({ dx: 320 + 32, dy: 0 });
  });

  it('keeps a smaller picture where it lies in its drawing', () => {
    const inner = { x: 150, y: 260, width: 100, height: 80 };
    expect(findRoom(inner, drawing, [drawing])).toEqual({ dx: 352, dy: 0 });
  });

  it('keeps the gap to a picture whose shadow reaches out of its drawing', () => {
    const wide = { x: 60, y: 200, width: 400, height: 340 };
    expect(60 + findRoom(wide, drawing, [drawing]).dx).toBe(420 + 32);
  });

  it('steps over a neighbour by the nearer way', () => {
    const near = { x: 440, y: 200, width: 100, height: 320 };
    expect(findRoom(drawing, drawing, [drawing, near])).toEqual({ dx: 540 + 32 - 100, dy: 0 });
    const row = [1, 2, 3, 4].map((n) => ({ ...drawing, x: 100 + n * 360 }));
    expect(findRoom(drawing, drawing, [drawing, ...row])).toEqual({ dx: 0, dy: 352 });
  });

  it('goes beside the frame that holds a nested drawing', () => {
    const outer = { x: 0, y: 0, width: 1000, height: 3000 };
    expect(findRoom(drawing, drawing, [outer])).toEqual({ dx: 1000 + 32 - 100, dy: 0 });
  });

  it('is never over anything', () => {
    const size = fc.double({ min: 1, max: 600, noNaN: true });
    const place = fc.double({ min: -900, max: 1800, noNaN: true });
    const any = fc.record({ x: place, y: place, width: size, height: size });
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 40 }), (own, others) => {
        const at = moved(own, findRoom(own, own, [own, ...others]));
        expect([own, ...others].filter((other) => touches(at, other))).toEqual([]);
      }),
    );
  });

  it('leaves a gap that suits an icon and a poster', () => {
    expect(gapOf({ x: 0, y: 0, width: 24, height: 24 })).toBe(16);
    expect(gapOf({ x: 0, y: 0, width: 480, height: 240 })).toBe(48);
    expect(gapOf({ x: 0, y: 0, width: 4000, height: 4000 })).toBe(100);
  });
});
