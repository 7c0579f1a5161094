import { expect, it } from 'vitest';
import { shapesOf, type HandedDown } from '../../../src/core/svg/shapes-of.ts';
import { INITIAL } from '../../../src/core/svg/style.ts';
import { idsOf } from './elements.ts';

const around = {
  ids: idsOf(''),
  box: { x: 0, y: 0, width: 100, height: 100 },
  perPixel: 0.5,
  layer: (attribute: string) => `${attribute} data-layer="0"`,
};

function painted(style: Record<string, string>, rest: Partial<HandedDown> = {}) {
  const place: HandedDown = {
    matrix: [2, 0, 0, 2, 10, 0],
    style: { ...INITIAL, ...style },
    opacity: 1,
    veil: 1,
    names: ['box'],
    named: true,
    within: [],
    blur: 0,
    shadow: false,
    innerForm: null,
    silhouette: null,
    across: 100,
    down: 100,
    uses: 0,
    ...rest,
  };
  return shapesOf({ source: 'M0 0h10v10h-10z', paint: null }, place, around);
}

it('a silhouette is in its colour alone, and may reach beyond the shape', () => {
  const colour = { rgb: [255, 0, 0], alpha: 1 } as const;
  const dye = { kind: 'flat', colour };
  const [shape] = painted({ fill: 'blue' }, { silhouette: { colour, grow: 3 } });
  expect([shape!.fill, shape!.stroke.paint, shape!.stroke.width, shape!.stroke.join]).toEqual([
    dye,
    dye,
    6,
    'round',
  ]);
  const [line] = painted(
    { fill: 'none', stroke: 'blue', 'stroke-width': '2' },
    { silhouette: { colour, grow: 1 } },
  );
  expect([line!.fill.kind, line!.stroke.paint, line!.stroke.width]).toEqual(['none', dye, 6]);
});

it('lies where its groups put it, its stroke as wide as they make it', () => {
  const [shape] = painted({ stroke: 'red', 'stroke-width': '3' });
  expect(shape!.measure.box).toEqual({ x: 10, y: 0, width: 20, height: 20 });
  expect(shape!.stroke.width).toBe(6);
  const [fixed] = painted({ stroke: 'red', 'stroke-width': '3', 'vector-effect': 'non-scaling-stroke' });
  expect(fixed!.stroke.width).toBe(1.5);
});

it('nothing where nothing is seen: hidden, without paint, nearly clear, or blurred until it is spread out', () => {
  expect(painted({ visibility: 'hidden' })).toEqual([]);
  expect(painted({ fill: 'none' })).toEqual([]);
  expect(painted({}, { opacity: 0.001, veil: 0.001 })).toEqual([]);
  expect(painted({ stroke: 'red', 'stroke-opacity': '0.03' })[0]!.stroke.paint.kind).toBe('none');
  expect(painted({}, { blur: 60 })).toEqual([]);
  expect(painted({}, { blur: 5 })).toHaveLength(1);
});

it('fades by itself, but with fill and stroke as one group', () => {
  const [alone] = painted({}, { opacity: 0.5, veil: 0.5 });
  expect([alone!.veil, alone!.within]).toEqual([0.5, []]);
  const [both] = painted({ stroke: 'red' }, { opacity: 0.5, veil: 0.5 });
  expect([both!.veil, both!.within]).toEqual([1, ['opacity="0.5" data-layer="0"']]);
});

it('an image has no stroke; a stroke below the fill is a shape of its own', () => {
  expect(painted({ stroke: 'red', 'paint-order': 'stroke' }).map(({ fill }) => fill.kind)).toEqual([
    'none',
    'flat',
  ]);
  expect(painted({ stroke: 'red', 'paint-order': 'normal' })).toHaveLength(1);
});
