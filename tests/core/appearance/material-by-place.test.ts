import { describe, expect, it } from 'vitest';
import { placedMaterials, type NamedPart } from '../../../src/core/appearance/material-by-place.ts';
import { cards } from '../fake.ts';

const materialOf = (id: string) => cards.light.materials.find((material) => material.id === id)!;
const at = (x0: number, y0: number, x1: number, y1: number) => ({ box: { x0, y0, x1, y1 } });
const BROWN = [138, 90, 51] as const;
const part = (name: string, id: string, over: Partial<NamedPart> = {}): NamedPart => ({
  ...{ part: at(0, 0, 99, 79), name, material: materialOf(id), colour: [40, 110, 100] },
  ...{ free: false, settled: false },
  ...over,
});
const placed = (drawing: string, ...parts: NamedPart[]): string[] =>
  placedMaterials(parts, drawing, cards.light).map(({ id }) => id);

describe('the legs of a seat', () => {
  const shape = { part: at(5, 80, 14, 99), colour: BROWN };
  const leg = part('Vector 3', 'fabric', shape);

  it('are of wood where they are brown or bare, of metal where they are a light grey, else as usual', () => {
    const of = (over: Partial<NamedPart>): string | undefined =>
      placed('Armchair', part('back', 'fabric'), { ...leg, ...over })[1];
    expect(of({})).toBe('wood');
    expect(of({ colour: [20, 60, 200], free: true })).toBe('wood');
    expect(of({ colour: [170, 172, 176] })).toBe('brushed_metal');
    expect(of({ colour: [20, 20, 22] })).toBe(cards.light.defaultMaterial);
  });

  it('are known by their name, or as narrow parts that reach the ground', () => {
    const of = (one: NamedPart): string | undefined => placed('armchair', part('back', 'fabric'), one)[1];
    expect(of({ ...leg, name: 'leg front', part: at(0, 60, 50, 70) })).toBe('wood');
    expect(of({ ...leg, part: at(5, 20, 14, 40) })).toBe('fabric');
    expect(of({ ...leg, part: at(5, 80, 40, 99) })).toBe('fabric');
  });

  it('are left where something else says more: the user, their own name, another kind of thing', () => {
    expect(placed('armchair', part('back', 'fabric'), { ...leg, settled: true })[1]).toBe('fabric');
    expect(placed('armchair', part('back', 'fabric'), { ...leg, material: materialOf('chrome') })[1]).toBe(
      'chrome',
    );
    expect(placed('boot', part('back', 'leather'), part('heel', 'leather', shape))[1]).toBe('leather');
  });
});

describe('what lies on a screen', () => {
  const screen = part('screen', 'screen');
  const on = { part: at(10, 10, 40, 40) };

  it('is shown by it, whatever it is a picture of', () => {
    expect(placed('phone', screen, part('card', 'paper', on))).toEqual(['screen', 'screen']);
  });

  it('is not, where it was painted before, hangs over, stands before it or was settled', () => {
    expect(placed('phone', part('card', 'paper', on), screen)).toEqual(['paper', 'screen']);
    expect(placed('phone', screen, part('card', 'paper', { part: at(10, 10, 99, 40) }))[1]).toBe('paper');
    expect(placed('phone', screen, part('camera lens', 'glazing', on))[1]).toBe('glazing');
    expect(placed('phone', screen, part('card', 'paper', { ...on, settled: true }))[1]).toBe('paper');
  });
});

describe('a flap', () => {
  const flap = part('flap', 'satin_plastic', { part: at(0, 0, 99, 40) });

  it('is of what it closes, the last that lies below', () => {
    expect(placed('mail', part('', 'wood'), part('envelope', 'paper'), flap)).toEqual([
      'wood',
      'paper',
      'paper',
    ]);
  });

  it('is not, where it hangs beside, came first or was settled', () => {
    const beside = part('envelope', 'paper', { part: at(50, 0, 149, 79) });
    expect(placed('mail', beside, flap)[1]).toBe('satin_plastic');
    expect(placed('mail', flap, part('envelope', 'paper'))[0]).toBe('satin_plastic');
    expect(placed('mail', part('envelope', 'paper'), { ...flap, settled: true })[1]).toBe('satin_plastic');
  });
});
