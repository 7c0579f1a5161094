import { describe, expect, it } from 'vitest';
import { openMaterialNames } from '../../../src/core/appearance/material-by-name.ts';
import { materialValuesOf, type ColouredPart } from '../../../src/core/appearance/material-values.ts';
import type { Choice } from '../../../src/core/appearance/choices.ts';
import { channelAt, materialChannels } from '../../../src/core/card.ts';
import type { Part } from '../../../src/core/parts/parts.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { cards } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const channels = materialChannels(cards.light);
const grid = { box: { x: 0, y: 0, width: 100, height: 100 }, width: 100, height: 100 };
const named = (id: string) => cards.light.materials.find((material) => material.id === id)!;
const choice = (id: string, more: Partial<Choice> = {}): Choice => ({
  colour: null,
  material: named(id),
  finish: null,
  ...more,
});
const [PANE] = sceneOf('<path id="glass jar" d="M1 1h8v8h-8z" fill="#70a0d0"/>').pieces;
const [BODY] = sceneOf('<path id="wall" d="M1 1h8v8h-8z" fill="#d0b090"/>').pieces;

function coloured(
  piece: Piece | null,
  [x0, y0, x1, y1]: readonly number[],
  over: Partial<ColouredPart> = {},
): ColouredPart {
  const box = { x0: x0!, y0: y0!, x1: x1!, y1: y1! };
  const pixels = (x1! - x0! + 1) * (y1! - y0! + 1);
  const part: Part = { piece, wire: false, pixels, box };
  return { part, colour: [120, 20, 20], wheel: false, choice: null, guess: null, likely: null, ...over };
}
const values = (...parts: ColouredPart[]) =>
  materialValuesOf(parts, { grid, pieces: [], name: 'thing' }, () => null, openMaterialNames(cards.light));
const WHOLE = [0, 0, 99, 99];

describe('what parts are made of', () => {
  it('is what was chosen, else what a name says, else what is usual; that is told', () => {
    const made = values(
      coloured(null, [60, 60, 99, 99], { choice: choice('gold') }),
      coloured(PANE!, [0, 0, 50, 50]),
      coloured(null, WHOLE),
    );
    expect(made.named.map(({ id }) => id)).toEqual(['gold', 'glass', cards.light.defaultMaterial]);
    expect(made.unsaid).toEqual([false, false, true]);
    expect(made.clear).toEqual([false, true, false]);
    expect(made.colours[0]).toEqual(named('gold').colour!.map((v) => Math.round(255 * v)));
  });

  it('an opaque pane that lies on a body is glazing, unless glass was chosen', () => {
    const wall = coloured(BODY!, WHOLE);
    expect(values(wall, coloured(PANE!, [20, 20, 80, 80])).named[1]!.id).toBe('glazing');
    expect(values(wall, coloured(PANE!, [20, 20, 80, 80], { choice: choice('glass') })).named[1]!.id).toBe(
      'glass',
    );
    // Beside the body it is glass.
    expect(values(coloured(BODY!, [0, 0, 30, 99]), coloured(PANE!, [40, 20, 80, 80])).named[1]!.id).toBe(
      'glass',
    );
  });

  it('a finish is laid on it', () => {
    const [matte] = values(coloured(null, WHOLE, { choice: choice('gold', { finish: 'matte' }) })).materials;
    expect(matte![channelAt(channels, 'roughness')]).toBeCloseTo(0.58);
  });

  it('narrow metal loses its texture and becomes rougher, by how much narrower than a seventh of all it is', () => {
    const at = (name: string, part: ColouredPart): number =>
      values(coloured(null, WHOLE, { choice: choice('wood') }), part).materials[1]![
        channelAt(channels, name)
      ]!;
    const own = named('brushed_metal').values;
    const steel = { choice: choice('brushed_metal') };
    // 7 of 100 pixels across is half of 0.14.
    const half = coloured(null, [0, 0, 99, 6], steel);
    expect(at('roughness', half)).toBeCloseTo(own['roughness']! + 0.1);
    expect(at('bump', half)).toBeCloseTo(0.5 * (own['bump'] ?? 0));
    expect(at('roughness', coloured(null, [0, 0, 99, 49], steel))).toBeCloseTo(own['roughness']!);
  });
});

it('what stands behind glass has the material of its piece, and less of a coat', () => {
  const chosen = materialValuesOf(
    [coloured(null, WHOLE)],
    { grid, pieces: [], name: 'x' },
    () => choice('ceramic'),
    openMaterialNames(cards.light),
  );
  const behind = chosen.ofPiece(BODY!);
  expect(behind).toMatchObject({ material: { id: 'ceramic' }, clear: false });
  const coat = channelAt(channels, 'coat');
  expect(behind.values[coat]).toBeCloseTo(0.3 * named('ceramic').values['coat']!);
});
