import { expect, it } from 'vitest';
import type { LayerSurface } from '../../../src/core/layer-surface.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { withLayerSurfaces } from '../../../src/core/svg/layer-surfaces.ts';
import type { Shape } from '../../../src/core/svg/shape.ts';

const DOTS = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g id="Eye">
  <circle id="Dot" cx="50" cy="50" r="40" fill="red"/><circle id="Dot_2" cx="50" cy="50" r="20" fill="blue"/>
  <circle cx="50" cy="50" r="20" fill="none" stroke="black"/><g id="Lid"><rect id="Dot_3" width="100" height="9" fill="lime"/></g></g></svg>`;
const GLASS = { holds: false, glass: true, grain: 0, speck: 0 };
const dot = (radius: number): LayerSurface['sides'] => [50 - radius, 50 - radius, 50 + radius, 50 + radius];

function shapes(): readonly Shape[] {
  const drawing = readDrawing(DOTS);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return drawing.shapes;
}

const glassy = (said: LayerSurface[]): number[] =>
  withLayerSurfaces(shapes(), said).flatMap(({ surface }, i) => (surface?.glass ? [i] : []));

it('of layers of one name the one whose box is nearest is meant, its number or not', () => {
  expect(glassy([{ ...GLASS, names: ['Eye', 'Dot'], sides: dot(20.2) }])).toEqual([1]);
  expect(glassy([{ ...GLASS, names: ['Eye', 'Dot'], sides: dot(39) }])).toEqual([0]);
});

it('what holds others hands on what is said; a layer elsewhere and one that is not drawn get nothing', () => {
  expect(glassy([{ ...GLASS, names: ['Eye'], sides: [0, 0, 100, 100], holds: true }])).toEqual([0, 1, 2, 3]);
  expect(glassy([{ ...GLASS, names: ['Eye', 'Lid', 'Dot'], sides: dot(20) }])).toEqual([3]);
  expect(glassy([{ ...GLASS, names: ['Eye', 'Brow'], sides: dot(20) }])).toEqual([]);
});

it('glass may have grain, and the coarser of two is meant', () => {
  const said = { names: ['Eye', 'Dot'], sides: dot(40), holds: false };
  const grains = [
    { ...said, glass: false, grain: 0.2, speck: 1 },
    { ...said, glass: true, grain: 0.6, speck: 3 },
    { ...said, glass: false, grain: 0.4, speck: 2 },
  ];
  expect(withLayerSurfaces(shapes(), grains)[0]?.surface).toEqual({ glass: true, grain: 0.6, speck: 3 });
});
