import * as fc from 'fast-check';
import { decode } from 'fast-png';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { exportSvg } from '../../host/export/svg.ts';
import { importSvg } from '../../host/import/import-svg.ts';
import type { Network } from '../../src/core/engine.ts';
import { openPipeline, type Pipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, REASONS } from '../../src/core/sketch.ts';
import type { Wanted } from '../../src/core/way.ts';
import { sentence } from '../../src/words.ts';
import { ROOT } from '../architecture/sources.ts';
import { cards, fakeEngine, lambert, quiet } from '../core/fake.ts';
import { document, wounded, wounds } from './drawings.ts';
import { runs, secondsOf } from './runs.ts';

/** The shipped card at a smaller square, as for previews: its pixels shrink in proportion. */
const SIDE = 128;
const { input } = cards.model;
const shrink = SIDE / input.size;
const model = {
  ...cards.model,
  input: { ...input, size: SIDE, margin: input.margin * shrink, stroke: input.stroke * shrink },
};
/** Everything faces the viewer, stands in the open and is there. */
const flat: Network = () => {
  const area = SIDE * SIDE;
  const data = new Float32Array(cards.model.output.channels.length * area);
  cards.model.output.channels.forEach(({ name }, i) => {
    const value = { 'normal.z': 1, occlusion: 1, thickness: 0.3, coverage: 1 }[name] ?? 0;
    data.fill(value, i * area, (i + 1) * area);
  });
  const shape = [1, cards.model.output.channels.length, SIDE, SIDE];
  return Promise.resolve({ [cards.model.output.tensor]: { shape, data } });
};

/** Smaller than the panel's smallest: what may go wrong in reading does not hang on it. */
const SETTINGS: Wanted = { ...PLAIN, model: model.id, studio: cards.light.defaultStudio, size: 256 };

let open: () => Pipeline;
beforeAll(async () => {
  const engine = await fakeEngine({ generate: flat, light: lambert });
  open = () => openPipeline(engine, { model, light: cards.light });
});

/** Realizes, and says how it came out; throws on what must never be. */
async function realize(svg: string): Promise<string> {
  let outcome = '';
  const seconds = await secondsOf(async () => {
    const made = await open().realize({ id: 'f', name: 'Fuzz', svg }, SETTINGS, quiet);
    if (isRefusal(made)) {
      expect(REASONS).toContain(made.refused);
      expect(sentence(made).length).toBeGreaterThan(20);
      outcome = made.refused;
      return;
    }
    const { png, width, height, box } = made.picture;
    const image = decode(png);
    expect([image.width, image.height, image.channels]).toEqual([width, height, 4]);
    expect(Math.max(width, height)).toBe(SETTINGS.size);
    for (const value of Object.values(box)) expect(Number.isFinite(value)).toBe(true);
    // Pixels are square, to within the rounding of the shorter side.
    expect(Math.abs(box.width / width - box.height / height) * Math.min(width, height)).toBeLessThanOrEqual(
      1.01 * Math.max(box.width / width, box.height / height),
    );
    expect(image.data.some((value, i) => i % 4 === 3 && value > 0)).toBe(true); // a picture of nothing is a wrong one
    outcome = 'picture';
  });
  expect(seconds).toBeLessThan(5);
  return outcome;
}

describe('whatever the SVG, a picture or a sentence within five seconds', () => {
  it('from a grammar', { timeout: 600_000 }, async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(document, async (svg) => {
        const outcome = await realize(svg);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
      runs(16),
    );
    expect(outcomes.get('picture')).toBeGreaterThan(3); // or the grammar tries nothing
  });

  it('from exports in which bytes were flipped', { timeout: 600_000 }, async () => {
    const outcomes = new Map<string, number>();
    const folder = join(ROOT, 'samples');
    const exported = readdirSync(folder).map((file) => {
      const store = newDocument();
      const id = importSvg(store, readFileSync(join(folder, file), 'utf8'), { name: file });
      return exportSvg(store, store.get(id), { svgIdAttribute: true }).svg;
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...exported), wounds, async (svg, all) => {
        const outcome = await realize(wounded(svg, all));
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
      runs(24),
    );
    expect(outcomes.get('picture')).toBeGreaterThan(5);
  });
});
