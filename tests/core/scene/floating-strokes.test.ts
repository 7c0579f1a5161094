import { beforeAll, describe, expect, it } from 'vitest';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import type { Engine } from '../../../src/core/engine.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { inTheAir } from '../../../src/core/scene/floating-strokes.ts';
import { setScene, type Scene } from '../../../src/core/scene/scene.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';
import { maskFrom } from '../small.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

function scene(body: string): Scene {
  const drawing = readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const made = setScene(drawing, engine.rasterise, openMemo());
  if (!made) throw new Error('nothing drawn');
  return made;
}

const roles = (body: string): string[] => scene(body).pieces.map(({ role }) => role);
const CUP = '<path d="M20 50H70V80C70 90 60 95 45 95S20 90 20 80Z" fill="#c43"/>';
const STEAM =
  '<path d="M35 40C30 30 40 25 35 10M55 40C50 30 60 25 55 10" stroke="#ddd" stroke-width="4" stroke-linecap="round"/>';

describe('strokes in the air', () => {
  it('are steam over a cup, whether it is filled or only outlined', () => {
    expect(roles(CUP + STEAM)).toEqual(['form', 'air']);
    const outlined = CUP.replace('fill="#c43"', 'stroke="#000" stroke-width="4"');
    expect(roles(outlined + STEAM.replace('#ddd', '#000'))).toEqual(['line', 'air']);
  });

  it('are rays, each a line, and no sign of lines that meet: a plus, a tick, an arrow', () => {
    const cup = CUP.replace('fill="#c43"', 'stroke="#000" stroke-width="4"');
    const beside = (d: string): string[] => roles(`${cup}<path d="${d}" stroke="#000" stroke-width="4"/>`);
    expect(beside('M30 20V36M50 20V36')).toEqual(['line', 'air']);
    expect(beside('M45 20V36M37 28H53')).toEqual(['line', 'line']);
    expect(beside('M35 26L43 34L57 20')).toEqual(['line', 'line']);
  });

  it('are not in the model’s square, but in the picture', () => {
    const { found } = scene(CUP + STEAM);
    expect(found.objects.boxes).toHaveLength(1);
    expect(found.objects.boxes[0]?.y).toBeGreaterThan(45);
    expect(found.object.y).toBeLessThan(12);
  });

  it('are no handle, no cord and no crease: those touch or lie inside', () => {
    const handle = '<path d="M68 60C90 55 90 85 68 80" stroke="#c43" stroke-width="6"/>';
    const crease = '<path d="M30 65C40 70 50 70 60 65" stroke="#000"/>';
    expect(roles(CUP + handle + crease)).not.toContain('air');
  });

  it('are nothing where all is stroke and nothing closes: a scribble is a wire', () => {
    expect(roles('<path d="M10 50C30 0 60 100 90 50" stroke="#b33" stroke-width="2"/>')).toEqual(['line']);
  });

  it('nor is a broad dark one beside something filled: a clock’s hand, a needle; a thin one is', () => {
    const hand = (width: number) => `<path d="M85 45L95 20" stroke="#111827" stroke-width="${width}"/>`;
    expect(roles(CUP + hand(5))).toEqual(['form', 'form']);
    expect(roles(CUP + hand(2))).toEqual(['form', 'air']);
  });

  it('nor is a broad one with a hue: it is a thing of its own', () => {
    expect(roles('<path d="M10 50C30 0 60 100 90 50" stroke="#b33" stroke-width="6"/>')).toEqual(['form']);
  });
});

describe('islands of ink', () => {
  // A box of 6 by 5 with its outline, and a stroke above it.
  const INK = [
    '..........',
    '....#.....',
    '....#.....',
    '..........',
    '.######...',
    '.#....#...',
    '.#....#...',
    '.#....#...',
    '.######...',
    '..........',
  ];
  const filled = (rows: readonly string[]): string[] => rows.map((row) => row.replace(/#\.{4}#/, '######'));
  const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
  const stroke = (d: string): string => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.2"/>`;
  const BOX = stroke('M1.5 4.5H6.5V8.5H1.5Z');
  /** Which of the strokes hang in the air. */
  const floats = (body: string, ink: readonly string[] = INK): boolean[] => {
    const { pieces } = sceneOf(body);
    const found = inTheAir(pieces, maskFrom(filled(ink)), maskFrom(ink), grid);
    return pieces.map((piece) => found.has(piece));
  };

  it('of open strokes alone hang in the air', () => {
    expect(floats(BOX + stroke('M4.5 1.5V2.5'))).toEqual([false, true]);
  });

  it('do not where the stroke reaches what is solid, has a hue, or nothing solid is drawn', () => {
    expect(floats(BOX + stroke('M4.5 1.5V5'))).toEqual([false, false]);
    expect(floats(BOX + stroke('M4.5 1.5V2.5').replace('#000', '#e33'))).toEqual([false, false]);
    const alone = INK.map((row, y) => (y < 3 ? row : '..........'));
    expect(floats(stroke('M4.5 1.5V2.5'), alone)).toEqual([false]);
  });

  it('do not where they are as long as what they hang over', () => {
    const long = INK.map((row, y) => (y === 1 ? '.#######..' : y === 2 ? '..........' : row));
    expect(floats(BOX + stroke('M1.5 1.5H7.5'), long)).toEqual([false, false]);
  });
});
