// In: a drawing's SVG body, ink as rows of text. Out: its Scene over 10 × 10 units, and a rasteriser that
// gives that ink whatever it is asked to draw: `#` is full ink, `-` 0.4 of it.
import type { Rasterise } from '../../../src/core/engine.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';

export function sceneOf(body: string): Scene {
  const drawing = readDrawing(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${body}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const found: Scene['found'] = {
    object: drawing.box,
    strokeOnly: false,
    closing: 0,
    guessed: false,
    open: false,
    enclosed: 0,
    traces: [],
    objects: { boxes: [drawing.box], zones: null },
    air: new Set(),
  };
  return { drawing, pieces: castRoles(drawing).pieces, found, coloured: false, openings: [] };
}

export const inkFrom =
  (rows: readonly string[]): Rasterise =>
  (_svg, width, height) => {
    const data = new Uint8Array(4 * width * height);
    [...rows.join('')].forEach((character, i) => {
      data[4 * i] = character === '#' ? 255 : character === '-' ? 102 : 0;
    });
    return { width, height, data };
  };
