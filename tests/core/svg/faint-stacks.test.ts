import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { withoutFaint } from '../../../src/core/svg/faint-stacks.ts';
import { alphaOf } from '../../../src/core/svg/shape.ts';
import { see } from '../seen.ts';

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`;
const disc = (alpha: number, rest = ''): string =>
  `<circle cx="50" cy="50" r="${rest ? 30 : 40}" fill="#000" fill-opacity="${alpha}" ${rest}/>`;

/** How much each shape hides. */
function alphas(body: string): number[] {
  const drawing = readDrawing(svg(body));
  if (isRefusal(drawing)) return [];
  return drawing.shapes.map(({ fill, opacity }) => Math.round(1000 * alphaOf(fill) * opacity) / 1000);
}

describe('fills that nobody sees alone', () => {
  it('are one fill where they are of one outline, and are seen if that is', () => {
    expect(alphas(disc(0.035).repeat(2))).toEqual([0.069]);
    expect(alphas(disc(0.5, 'opacity="0.07"').repeat(3))).toEqual([0.101]);
    expect(alphas(disc(0.01).repeat(3))).toEqual([]);
  });

  it('are seen where they lie on each other, not beside', () => {
    const at = (x: number): string => `<rect x="${x}" y="10" width="30" height="30" fill-opacity="0.035"/>`;
    expect(alphas(at(0) + at(2) + at(4))).toHaveLength(3);
    expect(alphas(at(0) + at(40) + at(70))).toEqual([]);
  });

  it('stay apart where they blend or are of another outline', () => {
    const drawing = readDrawing(svg(disc(0.5) + disc(0.5) + disc(0.5, 'id="small"')));
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    const faint = drawing.shapes.map((shape) => ({ ...shape, opacity: 0.07 }));
    expect(withoutFaint(faint).map(({ measure }) => Math.round(measure.box.width))).toEqual([80]);
    const blended = faint.map((shape) => ({ ...shape, within: ['style="mix-blend-mode:multiply"'] }));
    expect(withoutFaint(blended)).toHaveLength(3);
    expect(withoutFaint(faint.slice(1).map((shape) => ({ ...shape, opacity: 0.02 })))).toEqual([]);
  });

  it('darken the body that they lie on', async () => {
    const body = '<rect x="5" y="5" width="90" height="90" rx="15" fill="#e76f51"/>';
    const seen = await see(svg(body + disc(0.035).repeat(12)));
    expect(seen.parts).toHaveLength(1);
    // 0.965 to the power of 12 is 0.65.
    const [red = 0] = seen.at(50, 50);
    expect(Math.abs(red - 231 * 0.65)).toBeLessThan(6);
  });
});
