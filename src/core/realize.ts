// In: a Sketch and Settings. Out: the Picture, or why there is none. The whole way, in order, on whatever Engine is given.
import type { LightCard, ModelCard } from './card.ts';
import { bridged } from './bridge.ts';
import { drawCuts } from './cuts.ts';
import { dress, type Dress } from './dress.ts';
import { readDrawing } from './drawing.ts';
import type { Engine, Watch } from './engine.ts';
import { gridOver, squareAround, union, type Grid } from './fit.ts';
import { layShadow, shadowBox } from './ground.ts';
import { showLines, showNormals, showParts, type Insights } from './insight.ts';
import { drawForms, drawLines } from './lineart.ts';
import { findParts, type Parts } from './parts.ts';
import { encodePng } from './png.ts';
import { castRoles, type Piece } from './roles.ts';
import { leaves } from './restyle.ts';
import { NotANumber, shade } from './shade.ts';
import type { Drawing } from './shape.ts';
import {
  isRefusal,
  type Note,
  type Picture,
  type Plane,
  type Refusal,
  type Rgba,
  type Settings,
  type Sketch,
  type Stage,
} from './sketch.ts';
import { survey, type Survey } from './survey.ts';
import { fromTensor, toTensor, type Intrinsic } from './tensor.ts';

export interface Realized {
  picture: Picture;
  /** What the stages saw; made when asked for. */
  insight: () => Insights;
}

export interface Pipeline {
  /** Stages whose input is the same as in the last call are not run again. One call at a time. */
  realize: (sketch: Sketch, settings: Settings, watch: Watch) => Promise<Realized | Refusal>;
}

/** What depends on the drawing alone. */
interface Form {
  drawing: Drawing;
  pieces: readonly Piece[];
  found: Survey;
  lines: Plane;
  square: Grid;
  intrinsic: Intrinsic;
}

/** What also depends on size and seed. */
interface Figure {
  parts: Parts;
  dressed: Dress;
  seams: Plane;
}

// Width of seams at the picture's size, in pixels of the model square.
const SEAM_WIDTH = 0.55;
// More pieces than this cannot be told apart in the model square.
const FAR_TOO_DETAILED = 1500;

/** `lit`: the light stage, for tests that choose their own strips. */
export function openPipeline(
  engine: Engine,
  cards: { model: ModelCard; light: LightCard },
  lit = shade,
): Pipeline {
  const { model, light } = cards;
  let lastForm: { key: string; form: Form } | null = null;
  let lastFigure: { key: string; figure: Figure } | null = null;

  async function realize(sketch: Sketch, settings: Settings, watch: Watch): Promise<Realized | Refusal> {
    const studio = light.studios.find((entry) => entry.id === settings.studio);
    if (!studio) {
      return {
        refused: 'unknown-studio',
        detail: `${settings.studio}; there is ${light.studios.map((s) => s.id).join(', ')}`,
      };
    }
    if (settings.model !== model.id)
      return { refused: 'unknown-model', detail: `${settings.model}; there is ${model.id}` };
    const ms: Picture['ms'] = {};
    let began = engine.now();
    /** Ends the stage that ran until now and begins the next. False: stop. */
    const next = async (ended: Stage | null, stage: Stage, fraction: number): Promise<boolean> => {
      if (ended) ms[ended] = engine.now() - began;
      watch.progress(stage, fraction);
      const stop = await watch.cancelled();
      began = engine.now();
      return !stop;
    };
    const cancelled: Refusal = { refused: 'cancelled' };

    if (!(await next(null, 'read', 0))) return cancelled;
    if (lastForm?.key !== sketch.svg) {
      lastForm = null;
      lastFigure = null;
      const read = readDrawing(sketch.svg);
      if (isRefusal(read)) return read;
      let { pieces } = castRoles(read);
      if (!(await next('read', 'lines', 0.04))) return cancelled;
      let found = survey(read, pieces, engine.rasterise);
      if (found?.guessed) {
        pieces = bridged(pieces, 2.2 * found.closing);
        const again = survey(read, pieces, engine.rasterise);
        found = again && { ...again, guessed: true };
      }
      if (!found)
        return { refused: 'nothing-drawn', detail: 'all of it lies outside its frame or is invisible' };
      const { size } = model.input;
      const square: Grid = { box: squareAround(found.object, model.input), width: size, height: size };
      const lines = drawLines(
        read,
        pieces,
        found.traces,
        square,
        (model.input.stroke * square.box.width) / size,
        engine.rasterise,
      );
      const cuts = drawCuts(read, pieces, square, model.input.stroke, engine.rasterise);
      if (cuts) lines.data.forEach((value, i) => (lines.data[i] = Math.max(value, cuts.data[i] ?? 0)));
      const silhouette = found.strokeOnly ? null : drawForms(read, pieces, square, engine.rasterise);
      if (!(await next('lines', 'generate', 0.15))) return cancelled;
      const outputs = await engine.generate({ [model.input.tensor]: toTensor(model, lines, silhouette) });
      const output = outputs[model.output.tensor];
      if (!output)
        throw new Error(
          `the generator gave ${Object.keys(outputs).join(', ')}, wanted ${model.output.tensor}`,
        );
      const intrinsic = fromTensor(model, output);
      if (!intrinsic)
        return { refused: 'runtime-failed', detail: 'the generator gave values that are no numbers' };
      lastForm = { key: sketch.svg, form: { drawing: read, pieces, found, lines, square, intrinsic } };
      ms.generate = engine.now() - began;
    }
    const { form } = lastForm;
    const { drawing, pieces, found, square, intrinsic } = form;

    if (!(await next(null, 'parts', 0.35))) return cancelled;
    const key = [settings.size, settings.seed, settings.shadow, sketch.name].join();
    if (lastFigure?.key !== key) {
      lastFigure = null;
      const reach = settings.shadow ? shadowBox(intrinsic, square) : null;
      const grid = gridOver(reach ? union(found.object, reach) : found.object, settings.size);
      const parts = findParts(drawing, pieces, found, grid, { intrinsic, grid: square }, engine.rasterise);
      if (parts.parts.length === 0) return { refused: found.open ? 'nothing-closed' : 'nothing-drawn' };
      if (await watch.cancelled()) return cancelled;
      const dressed = dress(drawing, pieces, parts, sketch.name, settings.seed, light, engine.rasterise);
      const ink = drawLines(drawing, pieces, found.traces, grid, seamWidth(square, grid), engine.rasterise);
      const seams = inner(ink, parts, pieces);
      lastFigure = { key, figure: { parts, dressed, seams } };
      ms.parts = engine.now() - began;
    }
    const { parts, dressed, seams } = lastFigure.figure;

    if (!(await next(null, 'light', 0.55))) return cancelled;
    let image: Rgba | null;
    try {
      image = await lit(
        { found: parts, dressed, intrinsic, square, seams },
        studio,
        light,
        engine.light,
        async (done) => {
          watch.progress('light', 0.55 + 0.35 * done);
          return !(await watch.cancelled());
        },
      );
    } catch (error) {
      if (error instanceof NotANumber) return { refused: 'runtime-failed', detail: error.message };
      throw error;
    }
    if (!image) return cancelled;
    if (settings.shadow) layShadow(image, parts.grid, intrinsic, square, studio);
    if (!(await next('light', 'encode', 0.92))) return cancelled;
    const png = encodePng(image);
    ms.encode = engine.now() - began;
    watch.progress('encode', 1);
    const { width, height, box } = parts.grid;
    return {
      picture: { png, width, height, box, ms, notes: notesOf(form) },
      insight: () => ({
        lines: showLines(form.lines),
        normals: showNormals(intrinsic),
        parts: showParts(parts),
      }),
    };
  }

  return { realize };
}

function seamWidth(square: Grid, grid: Grid): number {
  const pixel = grid.box.width / grid.width;
  return Math.max(1.4 * pixel, (SEAM_WIDTH * square.box.width) / square.width);
}

/**
 * Seams without the silhouette's own border: an outline around the whole would look drawn, not lit. An outline's line
 * runs half its width inside the silhouette.
 */
function inner(lines: Plane, { labels, grid }: Parts, pieces: readonly Piece[]): Plane {
  const { width, height, data } = lines;
  const widths = pieces.map(({ role, outlined, shape }) =>
    role === 'brush'
      ? (2 * shape.measure.area) / shape.measure.length
      : outlined || role === 'line'
        ? shape.stroke.width
        : 0,
  );
  const rim = Math.round(2 + width / 400 + (0.55 * Math.max(0, ...widths) * grid.width) / grid.box.width);
  const off = (x: number, y: number): boolean =>
    x < 0 || y < 0 || x >= width || y >= height || labels.data[y * width + x] === 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i] === 0) continue;
      const near = off(x, y) || off(x - rim, y) || off(x + rim, y) || off(x, y - rim) || off(x, y + rim);
      if (near) data[i] = 0;
    }
  }
  return lines;
}

function notesOf({ drawing, pieces, found }: Form): Note[] {
  const notes = new Set<Note>(drawing.notes);
  if (found.guessed || found.open) notes.add('nothing-closed');
  if (found.traces.some((trace) => trace.of === 'image')) notes.add('image-traced');
  if (pieces.length > FAR_TOO_DETAILED) notes.add('far-too-detailed');
  if (pieces.some(({ shape }) => leaves(shape, drawing))) notes.add('outside-cut');
  return [...notes];
}
