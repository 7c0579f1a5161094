import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { boxOn, layBackdrop } from '../../../src/core/light/backdrop.ts';
import { drawLarge } from '../../../src/core/light/large-picture.ts';
import { gridOver } from '../../../src/core/image/grid.ts';
import { isRefusal, PLAIN, type Rgba } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';
import { madeOf } from '../lit/made.ts';

it('a large picture is written in bands: all of it, each finished, and it stops where it is told to', async () => {
  const made = await madeOf('<circle id="ball" cx="50" cy="50" r="40" fill="#c43"/>', 160);
  const { form, figure, appearance, relief, lighting, engine } = made;
  const large = {
    scene: form.scene,
    views: form.views,
    parts: figure.parts,
    samplers: figure.samplers,
    appearance: appearance.ofParts,
    shading: null,
    relief,
    seen: relief.views.map(({ heights }) => new Float32Array(heights.own.length).fill(1)),
    texture: null,
    gains: null,
    bounce: null,
  };
  const grid = gridOver(form.scene.found.object, 320);
  const finished: number[] = [];
  const making = {
    lamp: lighting,
    rasterise: engine.rasterise,
    finish: (image: Rgba) => void finished.push(image.height),
    goOn: (fraction: number) => Promise.resolve(fraction < 2),
  };
  const file = (await drawLarge(large, grid, making))!;
  const { width, height, data } = decode(file.png);
  expect([width, height]).toEqual([grid.width, grid.height]);
  expect(finished).toHaveLength(2);
  // The ball goes on over the border of the bands, at row 256, and ends before the corners.
  for (const y of [254, 256, 258]) expect(data[4 * (y * width + width / 2) + 3]).toBe(255);
  expect(data[3]).toBe(0);
  expect(await drawLarge(large, grid, { ...making, goOn: () => Promise.resolve(false) })).toBeNull();
});

it('a band of glass has the rows beside it that it may show in its own', async () => {
  const tallest = async (ball: string): Promise<number> => {
    const { form, figure, appearance, relief, lighting, engine } = await madeOf(
      `<path id="card" d="M10 10h80v80h-80z" fill="#c43"/><circle cx="50" cy="50" r="40" ${ball}/>`,
      160,
    );
    const seen = relief.views.map(({ heights }) => new Float32Array(heights.own.length).fill(1));
    const parts = { views: form.views, parts: figure.parts, samplers: figure.samplers, relief, seen };
    const large = { scene: form.scene, ...parts, appearance: appearance.ofParts, shading: null };
    let tall = 0;
    const making = {
      lamp: lighting,
      rasterise: (svg: string, width: number, height: number): Rgba => {
        tall = Math.max(tall, height);
        return engine.rasterise(svg, width, height);
      },
      finish: () => undefined,
      goOn: () => Promise.resolve(true),
    };
    await drawLarge(
      { ...large, texture: null, gains: null, bounce: null },
      gridOver(form.scene.found.object, 600),
      making,
    );
    return tall;
  };
  const plain = await tallest('id="ball" fill="#9cf"');
  expect(await tallest('id="glass ball" fill="#9cf" fill-opacity="0.3"')).toBeGreaterThan(plain);
});

const PAPER =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g id="Frame"><path d="M0 0h10v10h-10z" fill="#0000ff"/>' +
  '<path d="M4 4h2v2h-2z" fill="#c33"/></g></svg>';
const drawing = (() => {
  const read = readDrawing(PAPER);
  if (isRefusal(read)) throw new Error(read.refused);
  return read;
})();

const PLACE = { box: drawing.box, foot: 6, towards: [0, 1, 0] } as const;

it('the picture’s box: as it is, with a margin on white, or the frame’s where that is filled', () => {
  const box = { x: 4, y: 4, width: 2, height: 1 };
  expect(boxOn('none', box, drawing)).toBe(box);
  expect(boxOn('white', box, drawing)).toEqual({ x: 4 - 0.16, y: 4 - 0.16, width: 2.32, height: 1.32 });
  expect(boxOn('frame', box, drawing)).toEqual(drawing.box);
});

it('white, or the frame’s own fill, is laid under what is not opaque', async () => {
  const { rasterise } = await fakeEngine();
  const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 2, height: 2 };
  const laid = (background: 'none' | 'white' | 'frame'): number[] => {
    const data = new Uint8Array(16).fill(255);
    data.set([255, 0, 0, 255, 255, 0, 0, 51]);
    const picture = { width: 2, height: 2, data };
    layBackdrop(picture, grid, { background, backdrop: PLAIN.backdrop, place: PLACE, drawing, rasterise });
    return [...data.subarray(0, 8)];
  };
  expect(laid('none')).toEqual([255, 0, 0, 255, 255, 0, 0, 51]);
  expect(laid('white')).toEqual([255, 0, 0, 255, 255, 204, 204, 255]);
  expect(laid('frame')).toEqual([255, 0, 0, 255, 51, 0, 204, 255]);
});
