// What the program before and the one now are timed at: a picture, and another light.
import type { openEngine as OpenEngine, Opened } from './engine.ts';
import type { timeStart as TimeStart } from './start.ts';
import type { timeThirty as TimeThirty } from './thirty.ts';
import type { openPipeline as OpenPipeline } from '../src/core/pipeline.ts';
import type { isRefusal as IsRefusal, PLAIN as Plain, Settings, Size } from '../src/core/sketch.ts';

/** One tree's own modules. */
export interface Program {
  name: string;
  tree: string;
  openPipeline: typeof OpenPipeline;
  isRefusal: typeof IsRefusal;
  PLAIN: typeof Plain;
  openEngine: typeof OpenEngine;
  timeStart: typeof TimeStart;
  timeThirty: typeof TimeThirty;
}

export type Work = () => Promise<unknown>;
/** What is timed, for one program; a fresh one each time. */
export type Task = (program: Program, opened: Opened) => Work | Promise<Work>;

const watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };

export const picture =
  ({ name, svg }: { name: string; svg: string }, size: Size): Task =>
  (program, { engine, cards }) => {
    const pipeline = program.openPipeline(engine, cards);
    const settings = settingsOf(program, cards, size);
    return async () => {
      const made = await pipeline.realize({ id: name, name, svg }, settings, watch);
      if (program.isRefusal(made))
        throw new Error(`${name} at ${size}: ${made.refused} ${made.detail ?? ''}`);
    };
  };

export const relight =
  (drawing: { name: string; svg: string }, size: Size): Task =>
  async (program, { engine, cards }) => {
    const pipeline = program.openPipeline(engine, cards);
    const sketch = { id: drawing.name, ...drawing };
    await pipeline.realize(sketch, settingsOf(program, cards, size), watch);
    const second = cards.light.studios[1];
    const settings = { ...settingsOf(program, cards, size), studio: second?.id ?? cards.light.defaultStudio };
    return () => pipeline.realize(sketch, settings, watch);
  };

export function settingsOf({ PLAIN }: Program, { model, light }: Opened['cards'], size: Size): Settings {
  return { ...PLAIN, model: model.id, studio: light.defaultStudio, size };
}
