import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/core/engine.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import type { PartChoice } from '../../src/core/part-choice.ts';
import type { PartSeen } from '../../src/core/parts-seen.ts';
import { PLAIN, isRefusal } from '../../src/core/sketch.ts';
import { cardsAt, fakeEngine, quiet } from './fake.ts';

const cards = cardsAt(256);

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

async function partsOf(
  file: string,
  name: string,
  parts: Record<string, PartChoice> = {},
): Promise<PartSeen[]> {
  const svg = readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8');
  const settings = {
    ...PLAIN,
    model: cards.model.id,
    studio: cards.light.defaultStudio,
    size: 256 as const,
    parts,
  };
  const made = await openPipeline(engine, cards).realize({ id: '1:2', name, svg }, settings, quiet);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  return made.parts().parts;
}

describe('layer names through the whole pipeline', () => {
  it('an hourglass is of glass where it is pale, and its caps stay opaque', async () => {
    const materials = (await partsOf('35-hourglass.svg', 'Hourglass')).map(({ material }) => material);
    expect(materials).toEqual(['glass', cards.light.defaultMaterial, cards.light.defaultMaterial]);
  });

  it('names that Figma wrote byte by byte are read in keys and names', async () => {
    const [body, lid] = await partsOf('43-layer-name-in-bytes.svg', 'Kühler');
    expect(body).toMatchObject({ key: 'Kühler glass#1', name: 'Kühler glass', material: 'glass' });
    expect(lid).toMatchObject({ key: 'Deckel#1', name: 'Deckel', material: cards.light.defaultMaterial });
    const [chosen] = await partsOf('43-layer-name-in-bytes.svg', 'Kühler', {
      'Kühler glass#1': { material: 'wood' },
    });
    expect(chosen).toMatchObject({ material: 'wood' });
  });
});
