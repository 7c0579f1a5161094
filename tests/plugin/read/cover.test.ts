import { describe, expect, it } from 'vitest';
import { coverOf, onCanvas } from '../../../src/plugin/read/cover.ts';

describe('the rectangle that an export covers', () => {
  it('starts where the strokes start, since the export shows them', () => {
    const render = { x: 99, y: 49, width: 102, height: 52 };
    const plain = { x: 100, y: 50, width: 100, height: 50 };
    const cover = coverOf({ x: 0, y: 0, width: 102, height: 52 }, [render, plain]);
    expect(cover?.canvas).toEqual(render);
  });

  it('takes the plain box when the export has its size', () => {
    const render = { x: 80, y: 30, width: 140, height: 90 };
    const plain = { x: 100, y: 50, width: 100, height: 50 };
    expect(coverOf({ x: 0, y: 0, width: 100, height: 50 }, [render, plain])?.canvas).toEqual(plain);
  });

  it('keeps one unit a unit when Figma rounded the size up', () => {
    const cover = coverOf({ x: 0, y: 0, width: 21, height: 11 }, [
      { x: 5.25, y: 7, width: 20.4, height: 10.5 },
    ]);
    expect(onCanvas(cover!, { x: 10, y: 5, width: 2, height: 2 })).toEqual({
      x: 15.25,
      y: 12,
      width: 2,
      height: 2,
    });
  });

  it('scales when nothing fits', () => {
    const cover = coverOf({ x: 10, y: 0, width: 100, height: 50 }, [
      { x: 1000, y: 0, width: 300, height: 150 },
    ]);
    expect(onCanvas(cover!, { x: 20, y: 10, width: 10, height: 10 })).toEqual({
      x: 1030,
      y: 30,
      width: 30,
      height: 30,
    });
  });

  it('is unknown for a node that shows nothing', () => {
    expect(coverOf({ x: 0, y: 0, width: 1, height: 1 }, [null, null])).toBeNull();
  });
});
