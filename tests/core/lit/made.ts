// In: a drawing's SVG body over 100 × 100. Out: what each step of the lit way makes of it, by the fake
// generator in a square of 64, at `side` pixels.
import { openMaterialNames } from '../../../src/core/appearance/material-by-name.ts';
import type { LightCard, ModelCard } from '../../../src/core/card.ts';
import { startClock, type Clock } from '../../../src/core/clock.ts';
import type { Engine } from '../../../src/core/engine.ts';
import { gridOver, type Grid } from '../../../src/core/image/grid.ts';
import { openLightMemos, type Lighting } from '../../../src/core/light/compose.ts';
import { shade } from '../../../src/core/light/shade.ts';
import { makeAppearance, type FigureAppearance } from '../../../src/core/lit/appearance.ts';
import { makeFigure, type Figure } from '../../../src/core/lit/figure.ts';
import { findForm, type Form } from '../../../src/core/lit/form.ts';
import {
  formsOf,
  makeRelief,
  makeShaped,
  wishesOf,
  type FigureRelief,
} from '../../../src/core/lit/relief.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { keysOf } from '../../../src/core/parts/part-keys.ts';
import { readScene } from '../../../src/core/scene/read-scene.ts';
import { isRefusal, PLAIN, type Settings } from '../../../src/core/sketch.ts';
import { cards, fakeEngine, quiet } from '../fake.ts';

export const model: ModelCard = {
  ...cards.model,
  input: { ...cards.model.input, size: 64, preview: 32, margin: 6, stroke: 1.5 },
};
export const light: LightCard = cards.light;
export const settings: Settings = { ...PLAIN, model: model.id, studio: light.defaultStudio, shadow: false };
export const clock = (): Clock => startClock(() => 0, quiet);
export const svgOf = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`;

export interface Made {
  engine: Engine;
  form: Form;
  figure: Figure;
  appearance: FigureAppearance;
  relief: FigureRelief;
  grid: Grid;
  lighting: Lighting;
}

function sure<T extends object>(made: T): Exclude<T, { refused: string }> {
  if (isRefusal(made)) throw new Error(`refused: ${made.refused}`);
  return made as Exclude<T, { refused: string }>;
}

export async function madeOf(body: string, side: number, wish: Partial<Settings> = {}): Promise<Made> {
  const engine = await fakeEngine();
  const { rasterise } = engine;
  const chosen = { ...settings, ...wish };
  const from = { svg: svgOf(body) };
  const scene = sure(await readScene(from, chosen.photo, clock(), { rasterise, images: openMemo() }));
  const form = sure(await findForm(scene, { model, wishes: chosen }, engine, clock()));
  const grid = gridOver(scene.found.object, side);
  const figure = sure(await makeFigure(form, grid, clock(), { name: 'thing', rasterise, coarse: false }));
  const keys = keysOf(scene, figure.parts, []);
  const choices = { name: 'thing', ...chosen };
  const appearance = makeAppearance(scene, { ...figure, keys }, choices, {
    names: openMaterialNames(light),
    rasterise,
  });
  const { named } = appearance.ofParts.materialValues;
  const wishes = wishesOf(keys.ofPart, chosen);
  const shaped = makeShaped(
    figure,
    form.views,
    formsOf(keys.ofPart, chosen, { worn: named, figure, pieces: scene.pieces }),
  );
  const worn = named.map((material, k) => [material, wishes[k]!] as const);
  const relief = makeRelief(shaped, form.views, worn, false);
  const studio = light.studios.find(({ id }) => id === chosen.studio)!;
  const lighting = { studio, card: light, network: engine.light, lit: shade, ...openLightMemos() };
  return { engine, form, figure: shaped, appearance, relief, grid, lighting };
}
