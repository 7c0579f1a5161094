// Drawings of 8 × 8 units, or of a thousand times that with a small thing in them.
import { beforeAll, expect, it } from 'vitest';
import type { Rasterise } from '../../../src/core/engine.ts';
import { objectBox } from '../../../src/core/scene/object-box.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { isRefusal, type Box } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';

let rasterise: Rasterise;
beforeAll(async () => {
  ({ rasterise } = await fakeEngine());
});

function boxOf(side: number, body: string): Box | null {
  const drawing = readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${body}</svg>`,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return objectBox(drawing, castRoles(drawing).pieces, rasterise);
}

const square = (x: number, side: number) => `<path d="M${x} ${x}h${side}v${side}h-${side}Z" fill="#c33"/>`;

it.each([
  ['of half the frame', 8, 2, 4],
  ['of a thousandth of it', 8000, 4000, 8],
])('a square %s lies where it is drawn, within a hundredth of its side', (_what, frame, at, side) => {
  const { x, y, width, height } = boxOf(frame, square(at, side))!;
  for (const [value, wanted] of [
    [x, at],
    [y, at],
    [width, side],
    [height, side],
  ] as const)
    expect(Math.abs(value - wanted) / side).toBeLessThan(0.01);
});

it('what hangs over the frame ends there', () => {
  expect(boxOf(8, square(6, 10))!.width).toBeLessThanOrEqual(2.05);
});

it('an empty frame has none', () => {
  expect(boxOf(8, square(20, 4))).toBeNull();
});
