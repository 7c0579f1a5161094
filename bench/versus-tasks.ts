// What the program before and the one now are timed at: a picture, another light, the draft of an edit.
import { draft } from './edit.ts';
import type { openEngine as OpenEngine, Opened } from './engine.ts';
import { sneaker } from './sneaker.ts';
import type { openPipeline as OpenPipeline } from '../src/core/pipeline.ts';
import type { isRefusal as IsRefusal, PLAIN as Plain, Settings, Size } from '../src/core/sketch.ts';

/** One tree's own modules. */
export interface Program {
  name: string;
  tree: string;
  /** The file that its modules were loaded from. */
  bundle: string;
  openPipeline: typeof OpenPipeline;
  isRefusal: typeof IsRefusal;
  PLAIN: typeof Plain;
  openEngine: typeof OpenEngine;
}

/** A sample's name and text. */
export interface Sample {
  name: string;
  svg: string;
}

export type Work = () => Promise<unknown>;
/** What is timed, for one program; a fresh one each time. */
export type Task = (program: Program, opened: Opened) => Work | Promise<Work>;

const watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };

export const picture =
  ({ name, svg }: Sample, size: Size): Task =>
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
  (drawing: Sample, size: Size): Task =>
  async (program, { engine, cards }) => {
    const pipeline = program.openPipeline(engine, cards);
    const sketch = { id: drawing.name, ...drawing };
    await pipeline.realize(sketch, settingsOf(program, cards, size), watch);
    const second = cards.light.studios[1];
    const settings = { ...settingsOf(program, cards, size), studio: second?.id ?? cards.light.defaultStudio };
    return () => pipeline.realize(sketch, settings, watch);
  };

/** Each is the next edit of the same frame of 100 paths; a program goes on with the pipeline that it has. */
export function editing(): Task {
  let edits = 0;
  const pipelines = new Map<Program, ReturnType<typeof OpenPipeline>>();
  return (program, { engine, cards }) => {
    const pipeline = pipelines.get(program) ?? program.openPipeline(engine, cards);
    pipelines.set(program, pipeline);
    const sketch = { id: '1:2', name: 'sneaker', svg: sneaker(1, edits++) };
    return () => draft(pipeline, sketch, settingsOf(program, cards, 512));
  };
}

function settingsOf({ PLAIN }: Program, { model, light }: Opened['cards'], size: Size): Settings {
  return { ...PLAIN, model: model.id, studio: light.defaultStudio, size };
}
