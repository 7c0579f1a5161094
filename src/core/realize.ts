// In: a Sketch and Settings. Out: the Picture, or why there is none. The whole way, in order, on whatever Engine is given.
import type { LightCard, ModelCard } from './card.ts';
import { dress, type Dress } from './dress.ts';
import { readDrawing } from './drawing.ts';
import type { Engine, Watch } from './engine.ts';
import { openSampler, type Sampler } from './enlarge.ts';
import { gridOver, union } from './fit.ts';
import { layShadow, shadowBox } from './ground.ts';
import { showLines, showNormals, showParts, type Insights } from './insight.ts';
import { zonesOver } from './objects.ts';
import { findParts, type Parts } from './parts.ts';
import { encodePng } from './png.ts';
import { leaves } from './restyle.ts';
import { lookAt, setScene, type Scene, type View } from './scene.ts';
import { drawSeams } from './seams.ts';
import { NotANumber, shade } from './shade.ts';
import { softenBorders } from './soften.ts';
import {
  isRefusal,
  type Note,
  type Picture,
  type Plane,
  type Refusal,
  type Settings,
  type Sketch,
  type Stage,
} from './sketch.ts';
import { fromTensor, toTensor } from './tensor.ts';
import { drawWalls } from './walls.ts';

export interface Realized {
  picture: Picture;
  /** What the stages saw; made when asked for. */
  insight: () => Insights;
}

export interface Pipeline {
  /** Stages whose input is the same as in the last call are not run again. One call at a time. */
  realize: (sketch: Sketch, settings: Settings, watch: Watch) => Promise<Realized | Refusal>;
}

/** What depends on the drawing alone: one view an object, largest first. */
interface Form {
  scene: Scene;
  views: View[];
}

/** What also depends on size and seed. */
interface Figure {
  parts: Parts;
  zones: Uint8Array | null;
  dressed: Dress;
  seams: Plane;
  samplers: Sampler[];
}

// More pieces than this cannot be told apart in the model square.
const FAR_TOO_DETAILED = 1500;
const CANCELLED: Refusal = { refused: 'cancelled' };

/** `lit`: the light stage, for tests that choose their own strips. */
export function openPipeline(
  engine: Engine,
  cards: { model: ModelCard; light: LightCard },
  lit = shade,
): Pipeline {
  const { model, light } = cards;
  const { rasterise } = engine;
  let lastForm: { key: string; form: Form } | null = null;
  let lastFigure: { key: string; figure: Figure } | null = null;

  async function findForm(svg: string, clock: Clock): Promise<Form | Refusal> {
    if (!(await clock.next('read', 0))) return CANCELLED;
    const drawing = readDrawing(svg);
    if (isRefusal(drawing)) return drawing;
    if (!(await clock.next('lines', 0.04))) return CANCELLED;
    const scene = setScene(drawing, rasterise);
    if (!scene)
      return { refused: 'nothing-drawn', detail: 'all of it lies outside its frame or is invisible' };
    const sights = scene.found.objects.boxes.map((_, object) =>
      lookAt(scene, object, model.input, rasterise),
    );
    const views: View[] = [];
    for (const [i, sight] of sights.entries()) {
      if (!(await clock.next('generate', 0.15 + (0.2 * i) / sights.length))) return CANCELLED;
      const outputs = await engine.generate({
        [model.input.tensor]: toTensor(model, sight.lines, sight.silhouette),
      });
      const output = outputs[model.output.tensor];
      if (!output)
        throw new Error(`the generator gave ${Object.keys(outputs).join()}, wanted ${model.output.tensor}`);
      const intrinsic = fromTensor(model, output);
      if (!intrinsic)
        return { refused: 'runtime-failed', detail: 'the generator gave values that are no numbers' };
      views.push({ ...sight, intrinsic });
    }
    return { scene, views };
  }

  async function makeFigure(
    { scene, views }: Form,
    settings: Settings,
    name: string,
    clock: Clock,
  ): Promise<Figure | Refusal> {
    if (!(await clock.next('parts', 0.35))) return CANCELLED;
    const shadows = settings.shadow ? views.map(shadowBox).filter((box) => box !== null) : [];
    const grid = gridOver(shadows.reduce(union, scene.found.object), settings.size);
    const zones = zonesOver(scene.found.objects, grid);
    const parts = findParts(scene, grid, views, zones, rasterise);
    if (parts.parts.length === 0) return { refused: scene.found.open ? 'nothing-closed' : 'nothing-drawn' };
    if (!(await clock.next('parts', 0.45))) return CANCELLED;
    const dressed = dress(scene, parts, name, settings.seed, light, rasterise);
    const seams = drawSeams(scene, parts, (views[0] as View).square, rasterise);
    const walls = drawWalls(scene, parts, rasterise);
    const samplers = views.map(({ intrinsic, square }) => openSampler(intrinsic, square, parts, walls));
    return { parts, zones, dressed, seams, samplers };
  }

  async function realize(sketch: Sketch, settings: Settings, watch: Watch): Promise<Realized | Refusal> {
    const studio = light.studios.find((entry) => entry.id === settings.studio);
    const known = light.studios.map((entry) => entry.id).join(', ');
    if (!studio) return { refused: 'unknown-studio', detail: `${settings.studio}; there is ${known}` };
    if (settings.model !== model.id)
      return { refused: 'unknown-model', detail: `${settings.model}; there is ${model.id}` };
    const clock = startClock(engine.now, watch);

    if (lastForm?.key !== sketch.svg) {
      lastForm = null;
      lastFigure = null;
      const form = await findForm(sketch.svg, clock);
      if (isRefusal(form)) return form;
      lastForm = { key: sketch.svg, form };
    }
    const { form } = lastForm;
    const key = [settings.size, settings.seed, settings.shadow, sketch.name].join();
    if (lastFigure?.key !== key) {
      lastFigure = null;
      const figure = await makeFigure(form, settings, sketch.name, clock);
      if (isRefusal(figure)) return figure;
      lastFigure = { key, figure };
    }
    const { parts, zones, dressed, seams, samplers } = lastFigure.figure;

    if (!(await clock.next('light', 0.55))) return CANCELLED;
    const goOn = (done: number): Promise<boolean> => clock.next('light', 0.55 + 0.35 * done);
    const surface = { found: parts, dressed, views: form.views, samplers, zones, seams };
    const image = await lit(surface, studio, light, engine.light, goOn);
    if (!image) return CANCELLED;
    softenBorders(image, parts.labels);
    if (settings.shadow) for (const view of form.views) layShadow(image, parts.grid, view, studio);
    if (!(await clock.next('encode', 0.92))) return CANCELLED;
    const png = encodePng(image);
    const ms = clock.end();
    const { width, height, box } = parts.grid;
    const { lines, intrinsic } = form.views[0] as View;
    return {
      picture: { png, width, height, box, ms, notes: notesOf(form.scene) },
      insight: () => ({ lines: showLines(lines), normals: showNormals(intrinsic), parts: showParts(parts) }),
    };
  }

  return {
    async realize(sketch, settings, watch) {
      try {
        return await realize(sketch, settings, watch);
      } catch (error) {
        const refusal = asRefusal(error);
        if (refusal) return refusal;
        throw error;
      }
    },
  };
}

interface Clock {
  /** Ends the stage that runs and begins the next, or goes on with the same. False: stop. */
  next: (stage: Stage, fraction: number) => Promise<boolean>;
  /** Milliseconds of every stage that ran. */
  end: () => Picture['ms'];
}

function startClock(now: () => number, watch: Watch): Clock {
  const ms: Picture['ms'] = {};
  let running: Stage | null = null;
  let began = 0;
  const stop = (): void => {
    if (running) ms[running] = (ms[running] ?? 0) + now() - began;
  };
  return {
    async next(stage, fraction) {
      stop();
      running = null;
      watch.progress(stage, fraction);
      if (await watch.cancelled()) return false;
      running = stage;
      began = now();
      return true;
    },
    end() {
      stop();
      watch.progress('encode', 1);
      return ms;
    },
  };
}

/** What is the machine's fault and not the program's; null for a bug. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof NotANumber) return { refused: 'runtime-failed', detail: error.message };
  const words = error instanceof Error ? error.message : '';
  // Browsers and ONNX Runtime word it in many ways; all of them say what could not be done.
  if (/out of memory|allocation failed|bad_alloc|invalid (typed )?array (buffer )?length/i.test(words)) {
    return { refused: 'out-of-memory', detail: words };
  }
  return null;
}

function notesOf({ drawing, pieces, found }: Scene): Note[] {
  const notes = new Set<Note>(drawing.notes);
  if (found.guessed || found.open) notes.add('nothing-closed');
  if (found.traces.some((trace) => trace.of === 'image')) notes.add('image-traced');
  if (pieces.length > FAR_TOO_DETAILED) notes.add('far-too-detailed');
  if (pieces.some(({ shape }) => leaves(shape, drawing))) notes.add('outside-cut');
  return [...notes];
}
