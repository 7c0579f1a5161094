import { describe, expect, it } from 'vitest';
import { openMaterialNames } from '../../../src/core/appearance/material-by-name.ts';
import { appearanceOf } from '../../../src/core/appearance/appearance.ts';
import { readChoices } from '../../../src/core/appearance/choices.ts';
import { findShading } from '../../../src/core/appearance/drawn-shading.ts';
import { chroma, toLab } from '../../../src/core/colour/oklab.ts';
import { keysOf } from '../../../src/core/parts/part-keys.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import type { PartChoice } from '../../../src/core/part-choice.ts';
import { cards, fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';
import { partsFrom } from '../relief/parts.ts';

const ROWS = ['..........', '.1111.222.', '.1111.222.', '.1111.222.', '.1111.222.', '..........'].concat(
  Array<string>(4).fill('..........'),
);
const LID = '<path id="lid" d="M1 1h4v4h-4z" fill="#cc3333"/>';
const POT = '<path id="pot" d="M6 1h3v4h-3z" fill="#3366cc"/>';

function appearance(scene: Scene, chosen: Record<string, PartChoice> = {}) {
  const pieces = [scene.pieces[0] ?? null, scene.pieces[1] ?? null];
  const parts = partsFrom(ROWS, pieces);
  const keys = keysOf(scene, parts, []);
  const means = [[0xcc, 0x33, 0x33] as const, [0x33, 0x66, 0xcc] as const];
  const choices = { name: 'thing', seed: 1, chosen: readChoices(chosen, cards.light), looks: [null, null] };
  return appearanceOf(scene, { parts, keys, means }, choices, openMaterialNames(cards.light));
}

describe('the appearance of parts', () => {
  it('is as drawn: no flat colour, the mean where it is asked for, nothing guessed', () => {
    const made = appearance(sceneOf(LID + POT));
    expect(made.flat).toEqual([null, null]);
    expect(made.colours).toEqual([
      [0xcc, 0x33, 0x33],
      [0x33, 0x66, 0xcc],
    ]);
    expect([made.free, made.recoloured, made.notes]).toEqual([[false, false], false, []]);
  });

  it('is what was chosen for a part, and its pen draws that', () => {
    const scene = sceneOf(LID + POT);
    const made = appearance(scene, { 'lid#1': { colour: '#00ff00' } });
    expect([made.recoloured, made.colours[0], made.colours[1]]).toEqual([
      true,
      [0, 255, 0],
      [0x33, 0x66, 0xcc],
    ]);
    expect(JSON.stringify(made.pen(scene.pieces[0]!))).toContain('#00ff00');
    expect(JSON.stringify(made.pen(scene.pieces[1]!))).toContain('#3366cc');
    expect(made.ofPiece(scene.pieces[0]!).colour).toEqual([0, 255, 0]);
  });

  it('of what the drawing gives no colour is guessed, the same for the same seed', () => {
    const scene = sceneOf(LID + POT);
    const bare = { ...scene, pieces: scene.pieces.map((piece) => ({ ...piece, bare: true })) };
    const made = appearance(bare);
    expect(made.free).toEqual([true, true]);
    expect(made.flat.every((rgb) => rgb !== null)).toBe(true);
    expect(appearance(bare).flat).toEqual(made.flat);
  });

  it('of gold wears gold’s colour, of glass its fill as seen over white', () => {
    const gold = cards.light.materials.find(({ id }) => id === 'gold')!.colour!;
    expect(appearance(sceneOf(LID + POT), { 'lid#1': { material: 'gold' } }).colours[0]).toEqual(
      gold.map((v) => 255 * v),
    );
    const pane = POT.replace('/>', ' fill-opacity="0.5"/>');
    const made = appearance(sceneOf(LID + pane), { 'pot#1': { material: 'glass' } });
    expect(made.flat[1]).toEqual([153, 179, 230]);
  });
});

describe('light and shade that a drawing paints', () => {
  const LARGE = Array.from({ length: 24 }, (_, y) =>
    y === 0 || y === 23 ? '.'.repeat(24) : `.${'1'.repeat(22)}.`,
  );
  const found = partsFrom(LARGE, sceneOf(LID).pieces.slice(0, 1));
  /** From one colour to another down the part. */
  const base = (top: readonly number[], foot: readonly number[]): Uint8Array => {
    const data = new Uint8Array(3 * 24 * 24);
    found.labels.data.forEach((label, i) => {
      const t = (Math.floor(i / 24) - 1) / 21;
      if (label === 1)
        data.set(
          top.map((v, c) => v + t * (foot[c]! - v)),
          3 * i,
        );
    });
    return data;
  };
  const gradient =
    '<linearGradient id="g"><stop stop-color="#c33"/><stop offset="1" stop-color="#600"/></linearGradient>';
  const shaded = sceneOf(gradient + LID.replace('#cc3333', 'url(#g)') + POT);

  it('is none where nothing fades, or where it is to be kept', async () => {
    const { rasterise } = await fakeEngine();
    const of = (scene: Scene, shading: 'keep' | 'soften') =>
      findShading(scene, { found, base: base([200, 50, 50], [200, 50, 50]) }, shading, rasterise);
    expect([of(sceneOf(LID + POT), 'soften'), of(shaded, 'keep'), of(shaded, 'soften')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('of one hue is softened or replaced around its mean', async () => {
    const { rasterise } = await fakeEngine();
    const one = { found, base: base([210, 60, 60], [180, 52, 52]) };
    const soft = findShading(shaded, one, 'soften', rasterise);
    const evenings = soft!.evenings.filter((evening) => evening !== null);
    expect(evenings).toHaveLength(1);
    const [{ keep, mean, hue }] = evenings as [(typeof evenings)[number]];
    expect(keep).toBeGreaterThan(0);
    expect(keep).toBeLessThanOrEqual(0.5);
    const lab = toLab([195, 56, 56]);
    expect(mean[0]).toBeCloseTo(lab[0], 1);
    expect(hue[0]).toBeCloseTo(lab[1] / chroma(lab), 1);
    const replaced = findShading(shaded, one, 'replace', rasterise)!.evenings.find(
      (evening) => evening !== null,
    );
    expect(replaced!.keep).toBe(0);
  });
});
