// A drawing's viewBox and a node's bounds in → the canvas rectangle it covers,
// and any part of it in canvas units.
import type { Box } from '../../core/sketch.ts';

/**
 * How the drawing's own coordinates (the SVG's viewBox) lie on the canvas. Figma exports unrotated: what was
 * turned or scaled on the canvas arrives turned and scaled, so a move and one scale say it all.
 */
export interface Cover {
  view: Box;
  canvas: Box;
}

/**
 * `bounds`: what the node may cover, likeliest first (its render bounds, then its plain box). Figma exports
 * at 1 unit a unit and rounds the size up to whole units, so a rectangle of about the view's size is taken as
 * it stands; when none fits, the first is taken and the view scaled to it.
 */
export function coverOf(view: Box, bounds: readonly (Box | null)[]): Cover | null {
  const known = bounds.filter((box) => box !== null);
  const exact = known.find(
    (box) => Math.abs(box.width - view.width) <= 1 && Math.abs(box.height - view.height) <= 1,
  );
  if (exact) return { view, canvas: { x: exact.x, y: exact.y, width: view.width, height: view.height } };
  const first = known.find((box) => box.width > 0 && box.height > 0);
  return first ? { view, canvas: first } : null;
}

/** A rectangle of the drawing's coordinates → the same place on the canvas. */
export function onCanvas({ view, canvas }: Cover, box: Box): Box {
  const across = canvas.width / view.width;
  const down = canvas.height / view.height;
  return {
    x: canvas.x + (box.x - view.x) * across,
    y: canvas.y + (box.y - view.y) * down,
    width: box.width * across,
    height: box.height * down,
  };
}

/** The same the other way: a rectangle of the canvas in the drawing's coordinates. */
export function inDrawing({ view, canvas }: Cover, box: Box): Box {
  return onCanvas({ view: canvas, canvas: view }, box);
}

/**
 * Far off the canvas Figma's numbers end before that, and a drawing that is only moved should stay the same.
 */
export const rounded = (value: number): number => Math.round(100 * value) / 100;
