// A drawing with what effects say of its layers → what its parts are made of, through the whole pipeline.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/core/engine.ts';
import type { LayerSurface } from '../../src/core/layer-surface.ts';
import type { PartChoice } from '../../src/core/part-choice.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal } from '../../src/core/sketch.ts';
import { cardsAt, fakeEngine, quiet } from './fake.ts';

const cards = cardsAt(256);

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

const GLASS = { holds: false, glass: true, grain: 0, speck: 0 };
const PANE: LayerSurface = { ...GLASS, names: ['Lamp', 'Inset'], sides: [60, 60, 160, 160] };

/** A red body, and on it a pane that hides so much of it. */
async function materialsOf(
  surfaces: readonly LayerSurface[],
  {
    pane = 'Inset',
    opacity = 1,
    parts = {},
  }: { pane?: string; opacity?: number; parts?: Record<string, PartChoice> } = {},
): Promise<Record<string, [material: string, colour: string]>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><g id="Lamp">
    <rect id="Body" x="20" y="20" width="200" height="200" rx="60" fill="#C04040"/>
    <rect id="${pane}" x="60" y="60" width="100" height="100" rx="20" fill="#4060C0" fill-opacity="${opacity}"/></g></svg>`;
  const frame = { kind: 'group', box: { x: 0, y: 0, width: 240, height: 240 }, filled: false, stroke: 0, radius: 0, clips: false, surfaces } as const; // prettier-ignore
  const settings = { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio, size: 512 as const, parts }; // prettier-ignore
  const made = await openPipeline(engine, cards).draft({ id: 'x', name: 'Lamp', svg, frame }, settings, quiet); // prettier-ignore
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  return Object.fromEntries(
    made.parts().parts.map(({ name, material, colour }) => [name, [material, colour]]),
  );
}

describe('a layer that has the effect glass', () => {
  it('is of glass in its own tint, however little it hides', async () => {
    expect(await materialsOf([])).toMatchObject({ Inset: [cards.light.defaultMaterial, '#4060c0'] });
    const breath = await materialsOf([PANE], { opacity: 0.1 });
    expect(breath['Inset']?.[0]).toBe('glass');
    const tinted = await materialsOf([PANE], { opacity: 0.4 });
    expect(tinted['Inset']).toEqual(['glass', '#b3bfe6']);
    expect(tinted['Body']?.[0]).toBe(cards.light.defaultMaterial);
  });

  it('is what it was chosen or called to be', async () => {
    const parts = { 'Inset#1': { material: 'wood' } };
    expect((await materialsOf([PANE], { opacity: 0.4, parts }))['Inset']?.[0]).toBe('wood');
    const named = { ...PANE, names: ['Lamp', 'steel'] };
    expect((await materialsOf([named], { pane: 'steel' }))['steel']?.[0]).not.toBe('glass');
  });
});
