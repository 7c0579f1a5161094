// What is painted, and whether it is filled or only outlined. Drawings of 8 × 8 units, with values reasoned
// by hand.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/core/engine.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { survey, type Survey } from '../../../src/core/scene/survey.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

function surveyed(body: string): Survey | null {
  const drawing = readDrawing(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${body}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return survey(drawing, castRoles(drawing).pieces, engine.rasterise, openMemo());
}

const SQUARE = '<path d="M2 2H6V6H2Z" fill="#c33"/>';
const lines = (d: string): string =>
  `<path d="${d}" fill="none" stroke="#000" stroke-width="0.1" stroke-linecap="round"/>`;

describe('a survey', () => {
  it('finds the box of what is painted', () => {
    const { object } = surveyed(SQUARE)!;
    for (const [side, wanted] of [
      [object.x, 2],
      [object.y, 2],
      [object.width, 4],
      [object.height, 4],
    ] as const)
      expect(Math.abs(side - wanted)).toBeLessThan(0.05);
  });

  it('takes a filled shape as a surface: no gap is looked for', () => {
    expect(surveyed(SQUARE)).toMatchObject({ strokeOnly: false, closing: 0, guessed: false, open: false });
  });

  it('takes an outline as lines that enclose a surface, and no wider gaps than a pixel of its own as closed', () => {
    const found = surveyed(lines('M2 2H6V6H2Z'))!;
    expect(found).toMatchObject({ strokeOnly: true, guessed: false, open: false });
    // Its grid has 512 pixels along the 4.1 units of the object.
    expect(found.closing).toBeCloseTo(4.1 / 512, 3);
  });

  it('closes an outline that a hand left open by less than a fourteenth', () => {
    // A gap of 0.2 between round ends of 0.05: half of what is left needs a radius of 0.05 at least.
    const found = surveyed(lines('M4.1 2H6V6H2V2H3.9'))!;
    expect(found).toMatchObject({ strokeOnly: true, guessed: true, open: false });
    expect(found.closing).toBeGreaterThanOrEqual(0.05);
    expect(found.closing).toBeLessThan(0.15);
  });

  it('calls open what encloses nothing, however gaps are closed', () => {
    expect(surveyed(lines('M2 2L6 6'))).toMatchObject({ strokeOnly: true, open: true });
  });

  it('tells objects that stand apart', () => {
    const two = surveyed('<path d="M0.5 4H3V7H0.5ZM5 4H7.5V7H5Z" fill="#c33"/>')!;
    expect(two.objects.boxes).toHaveLength(2);
  });

  it('counts strokes in the air for the box alone', () => {
    const ball = '<circle cx="4" cy="5" r="2" fill="#c33"/>';
    const { air, object, objects } = surveyed(ball + lines('M3 0.5Q4 1 3.5 1.5'))!;
    expect(air.size).toBe(1);
    expect(object.y).toBeLessThan(0.6);
    expect(objects.boxes).toHaveLength(1);
    expect(objects.boxes[0]!.y).toBeGreaterThan(2.9);
  });

  it('is none of an empty frame', () => {
    expect(surveyed('<path d="M20 20H30V30Z" fill="#c33"/>')).toBeNull();
  });
});
