// A photograph or a painting is told from a sketch on paper, whatever light the paper lies in.
import { expect, it } from 'vitest';
import { isColoured } from '../../../src/core/photo/is-coloured.ts';
import { encodePng } from '../../../src/core/image/png.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { sceneNotes } from '../../../src/core/scene/notes.ts';
import { setScene } from '../../../src/core/scene/scene.ts';
import type { PhotoTune } from '../../../src/core/photo-tune.ts';
import { PLAIN, isRefusal, type Rgba } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';
import { photographed } from './paper.ts';
import { see } from '../seen.ts';

const SIDE = 200;

function painted(pixel: (x: number, y: number) => readonly [number, number, number, number?]): Rgba {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let y = 0, at = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, at += 4) data.set([...pixel(x, y), 255].slice(0, 4) as number[], at);
  return { width: SIDE, height: SIDE, data };
}

const ring = (x: number, y: number): boolean => Math.abs(Math.hypot(x - 100, y - 100) - 60) < 3;

it('a cloud in the sky over a meadow, and one red fruit on white, are', () => {
  const meadow = painted((x, y) => {
    if (Math.hypot(x - 60, y - 40) < 30) return [250, 250, 250];
    return y < 90 ? [90 + y / 2, 140 + y / 2, 235] : [30 + x / 2, 60 + y / 2, 30 + (x % 40)];
  });
  expect(isColoured(meadow)).toBe(true);
  const fruit = painted((x, y) => (Math.hypot(x - 100, y - 100) < 72 ? [210, 40, 30] : [255, 255, 255]));
  expect(isColoured(fruit)).toBe(true);
});

it('a diagram in pale flat tints, and a thing cut out of its ground, are', () => {
  const diagram = painted((x, y) => {
    if (ring(x, y)) return [20, 60, 40];
    return x > 20 && x < 180 && y > 40 && y < 140
      ? y < 90
        ? [225, 238, 243]
        : [204, 230, 220]
      : [255, 255, 255];
  });
  expect(isColoured(diagram)).toBe(true);
  const cut = painted((x, y) => [x < 100 ? 20 : 230, 160, 150, Math.abs(y - 100) < 30 ? 255 : 0]);
  expect(isColoured(cut)).toBe(true);
});

it('so is a fox that was cut out with its outlines, most of it in one orange', () => {
  const fox = painted((x, y) => {
    const far = Math.hypot(x - 100, y - 100);
    if (far > 70) return [0, 0, 0, 0];
    return far > 58 ? [10, 10, 10] : y < 100 ? [254, 166, 25] : x < 90 ? [255, 250, 240] : [30, 20, 20];
  });
  expect(isColoured(fox)).toBe(true);
  // White lines on a blue sheet that was cut out: the blue is most of it, and paper.
  const sheet = painted((x, y) =>
    Math.abs(y - 100) > 60 ? [0, 0, 0, 0] : ring(x, y) ? [255, 255, 255] : [30, 60, 160],
  );
  expect(isColoured(sheet)).toBe(false);
});

it('so are a round badge with a white sign on it, and a long dark word', () => {
  const badge = painted((x, y) => {
    const far = Math.hypot(x - 100, y - 100);
    return far < 40 && x % 20 < 8 ? [255, 255, 255, 255] : [255, 4, 32, far < 95 ? 255 : 0];
  });
  expect(isColoured(badge)).toBe(true);
  const word = painted((x, y) => [44, 34, 54, Math.abs(y - 100) < 25 && x % 30 < 20 ? 255 : 0]);
  expect(isColoured(word)).toBe(true);
});

it('so is a sign in one colour on nothing; in black, or grey, it is ink', () => {
  const sign = (...rgb: [number, number, number]): Rgba =>
    painted((x, y) => [...rgb, Math.hypot(x - 100, y - 100) < 80 && y < 120 ? 255 : 0]);
  expect(isColoured(sign(253, 75, 45))).toBe(true);
  expect(isColoured(sign(20, 20, 20))).toBe(false);
});

it('so are a tool in greys on nothing, and a small thing amid much of it', () => {
  const grey = (x: number, dark: number): readonly [number, number, number, number] => {
    const tone = dark + (x % 90);
    return [tone, tone, tone + 4, 255];
  };
  const tool = painted((x, y) => (Math.abs(x - y) < 45 ? grey(x, 90) : [0, 0, 0, 0]));
  expect(isColoured(tool)).toBe(true);
  const small = painted((x, y) => (Math.hypot(x - 60, y - 60) < 30 ? [20, 40 + x, 160, 255] : [0, 0, 0, 0]));
  expect(isColoured(small)).toBe(true);
  // White plastic with hardly a shadow, and black plastic that shines.
  const inBox = (x: number, y: number): boolean => Math.max(Math.abs(x - 100), Math.abs(y - 100)) < 70;
  const white = (y: number): number => (y > 140 ? 200 + (y % 20) : 232);
  expect(isColoured(painted((x, y) => [white(y), white(y), white(y), inBox(x, y) ? 255 : 0]))).toBe(true);
  const black = (x: number, y: number): number => (y > 120 && x % 20 < 4 ? 220 : 20 + x / 4);
  expect(isColoured(painted((x, y) => [black(x, y), black(x, y), black(x, y), inBox(x, y) ? 255 : 0]))).toBe(
    true,
  );
  // A mask in black and white has no tones between.
  const mask = painted((x, y) => {
    const tone = Math.hypot(x - 100, y - 100) < 60 ? 20 : 250;
    return [tone, tone, tone, Math.hypot(x - 100, y - 100) < 85 ? 255 : 0];
  });
  expect(isColoured(mask)).toBe(false);
});

it('ink on paper in yellow light, kraft paper and coloured pencil are not', () => {
  const sheet = painted((x, y) => (ring(x, y) ? [0, 0, 0] : [255, 255, 255]));
  expect(
    isColoured(photographed(sheet, { pencil: 0.5, tint: [1, 0.86, 0.62], lamp: 0.3, grain: 0.02 })),
  ).toBe(false);
  expect(isColoured(painted((x, y) => (ring(x, y) ? [60, 40, 20] : [190, 150, 100])))).toBe(false);
  expect(isColoured(painted((x, y) => (ring(x, y) ? [220, 40, 30] : [250, 248, 240])))).toBe(false);
});

it('white lines on blue, dark or bright, and a little colour on nothing are not', () => {
  expect(isColoured(painted((x, y) => (ring(x, y) ? [255, 255, 255] : [16, 20, 40])))).toBe(false);
  expect(isColoured(painted((x, y) => (ring(x, y) ? [240, 245, 255] : [30, 70, 170])))).toBe(false);
  expect(isColoured(painted((x, y) => [220, 40, 30, ring(x, y) ? 255 : 0]))).toBe(false);
});

it('such a picture is one body that wears it, until its lines are tuned', async () => {
  const { rasterise } = await fakeEngine();
  const fruit = painted((x, y) => (Math.hypot(x - 100, y - 100) < 72 ? [210, 40, 30] : [90, 140, 235]));
  const file = Buffer.from(encodePng(fruit)).toString('base64');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><image href="data:image/png;base64,${file}" width="200" height="200"/></svg>`;
  const look = (photo: PhotoTune): { roles: string[]; notes: string[] } => {
    const drawing = readDrawing(svg, photo);
    if (isRefusal(drawing)) throw new Error(`refused: ${drawing.refused}`);
    const scene = setScene(drawing, rasterise, openMemo());
    if (!scene) throw new Error('nothing is drawn');
    return { roles: scene.pieces.map(({ role }) => role), notes: sceneNotes(scene) };
  };
  expect(look(PLAIN.photo)).toEqual({ roles: ['form'], notes: ['coloured-picture'] });
  expect(look({ ...PLAIN.photo, weight: 1.5 })).toEqual({
    roles: ['image'],
    notes: ['coloured-picture', 'image-traced'],
  });
  const { at } = await see(svg);
  expect(at(100, 100)).toEqual([210, 40, 30, 255]);
  expect(at(20, 20)).toEqual([90, 140, 235, 255]);
});
