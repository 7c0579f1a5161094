// In: a Sketch and Settings. Out: the Picture, or a draft of it, or why there is none. The whole way, in order, on whatever
// Engine is given.
import { ask } from './form/run-generator.ts';
import { boxOn, layBackdrop } from './light/backdrop.ts';
import type { LightCard, ModelCard } from './card.ts';
import { CANCELLED, startClock, type Clock } from './clock.ts';
import { readChoices } from './appearance/choices.ts';
import { compose } from './light/compose.ts';
import { isUnsure } from './form/uncertainty.ts';
import { drawPaint, dress, meansOf, type Dress } from './appearance/base-colour.ts';
import type { Engine, Watch } from './engine.ts';
import { openSampler, type Form as Enlarged } from './form/upsample.ts';
import { gridOver, previewOf, union, type Grid } from './image/grid.ts';
import { layShadow, shadowApart, shadowBox, trimmed } from './light/ground-shadow.ts';
import { photoIn, showLines, showNormals, showParts, type Insights } from './form/insight.ts';
import { drawLarge } from './light/large-picture.ts';
import { zonesOver } from './scene/objects.ts';
import { findParts, type Parts } from './parts/parts.ts';
import { openPainter } from './painted-pipeline.ts';
import { encodePng } from './image/png.ts';
import { notesOf, openReader, type Read } from './scene/read-scene.ts';
import { keysOf, type Keys } from './parts/part-keys.ts';
import type { Scene, View } from './scene/scene.ts';
import { drawSeams } from './parts/inner-edges.ts';
import { NotANumber, shade } from './light/shade.ts';
import { partsSeen } from './appearance/part-map.ts';
import { isRefusal } from './sketch.ts';
import type {
  Box,
  Layer,
  Note,
  PartsSeen,
  PhotoTune,
  Picture,
  Plane,
  Refusal,
  Rgba,
  Settings,
  Shown,
  Sketch,
} from './sketch.ts';
import { fromTensor } from './form/tensor.ts';
import { WHOLE } from './parts/bands.ts';
import { turned } from './light/turn-light.ts';
import { drawWalls } from './parts/crease-mask.ts';
import { wear, type Wear } from './appearance/appearance.ts';

interface Insightful {
  /** What the stages saw; made when asked for. */
  insight: () => Insights;
  /** Which part is where, and what it wears. */
  parts: () => PartsSeen;
}

export interface Realized extends Insightful {
  picture: Picture;
}

export interface Drafted extends Insightful {
  shown: Shown;
}

export interface Pipeline {
  /** Stages whose input is the same as in the last call are not run again. One call at a time. */
  realize: (sketch: Sketch, settings: Settings, watch: Watch) => Promise<Realized | Refusal>;
  /** Quick, for the eyes: the picture's pixels, no file. */
  draft: (sketch: Sketch, settings: Settings, watch: Watch) => Promise<Drafted | Refusal>;
}

/** Large pictures are written as they are made. */
type Filed = Omit<Layer, 'box'>;

/** A picture before it is a file. */
export interface Drawn extends Insightful {
  image: Rgba | Filed;
  box: Box;
  /** The shadow on the ground, where it was wanted apart, and all that lies behind the picture. */
  ground: { image: Rgba; box: Box } | null;
  notes: Note[];
}

/** Settings of a picture of any size. */
export type Wanted = Omit<Settings, 'size'> & { size: number };

/** The same inside, where refusals may also be thrown. Each kind of generator has its own. */
export type Way = (sketch: Sketch, settings: Wanted, clock: Clock) => Promise<Drawn | Refusal>;

/** What depends on the drawing alone: one view an object, largest first. */
interface Form {
  scene: Scene;
  views: View[];
  notes: Note[];
}

/** What also depends on size. */
interface Figure {
  parts: Parts;
  zones: Uint8Array | null;
  /** What is painted, as drawn. */
  paint: Rgba;
  /** Per part, its mean. */
  means: ReturnType<typeof meansOf>;
  seams: Plane;
  samplers: Enlarged[];
}

/** What also depends on seed and choices. */
interface Look {
  worn: Wear;
  keys: Keys;
  dressed: Dress;
}

/** `lit`: the light stage, for tests that choose their own strips. `whole`: pictures larger than that are made in bands. */
export function openPipeline(
  engine: Engine,
  cards: { model: ModelCard; light: LightCard },
  lit = shade,
  whole = WHOLE,
): Pipeline {
  const { id, kind } = cards.model;
  const ways =
    kind === 'picture' ? openPainters(engine, cards.model) : openSculptors(engine, cards, { lit, whole });

  async function go<T>(
    way: Way,
    sketch: Sketch,
    settings: Settings,
    watch: Watch,
    end: (drawn: Drawn, clock: Clock) => T,
  ): Promise<T | Refusal> {
    if (settings.model !== id)
      return { refused: 'unknown-model', detail: `${settings.model}; there is ${id}` };
    try {
      const clock = startClock(engine.now, watch);
      const drawn = await way(sketch, settings, clock);
      if (isRefusal(drawn)) return drawn;
      return (await clock.next('encode', 0.92)) ? end(drawn, clock) : CANCELLED;
    } catch (error) {
      const refusal = asRefusal(error);
      if (refusal) return refusal;
      throw error;
    }
  }

  return {
    realize: (sketch, settings, watch) =>
      go(ways.full, sketch, settings, watch, ({ image, box, ground, notes, insight, parts }, clock) => {
        const file = { ...filed(image, box), notes };
        const shadow = ground ? { shadow: filed(ground.image, ground.box) } : {};
        return { picture: { ...file, ...shadow, ms: clock.end() }, insight, parts };
      }),
    draft: (sketch, settings, watch) =>
      go(ways.draft, sketch, settings, watch, ({ image, box, notes, insight, parts }, clock) => ({
        shown: { ...raw(image), box, ms: clock.end(), notes },
        insight,
        parts,
      })),
  };
}

function filed(image: Rgba | Filed, box: Box): Layer {
  const { width, height } = image;
  return { png: 'png' in image ? image.png : encodePng(image), width, height, box };
}

function raw(image: Rgba | Filed): Rgba {
  if ('png' in image) throw new Error(`a draft of ${image.width} × ${image.height}, wanted at most ${DRAFT}`);
  return image;
}

// Longest side of a draft: about what the panel shows of it, in CSS pixels. The sharp picture follows when the hand rests.
const DRAFT = 320;

/** Each way keeps what it found, so that turns between both cost nothing. */
interface Ways {
  full: Way;
  draft: Way;
}

interface Means {
  lit: typeof shade;
  whole: number;
}

/** What drafts and pictures of one drawing have in common. */
interface Common {
  read: Read;
  /** Keys of regions in the last drawing: after an edit, or at another size, they are the same ones. */
  places: string[];
}

const small =
  (way: Way): Way =>
  (sketch, settings, clock) =>
    way(sketch, { ...settings, size: Math.min(settings.size, DRAFT), shadowApart: false }, clock);

function openPainters(engine: Engine, model: ModelCard): Ways {
  const full = openPainter(engine, model);
  return { full, draft: small(full) };
}

function openSculptors(
  engine: Engine,
  { model, light }: { model: ModelCard; light: LightCard },
  means: Means,
): Ways {
  const common: Common = { read: openReader(engine.rasterise), places: [] };
  const way = (card: ModelCard, coarse: boolean): Way =>
    openSculptor(engine, { model: card, light }, means, common, coarse);
  return { full: way(model, false), draft: small(way(previewOf(model), true)) };
}

/**
 * Ours: the generator finds the form, the light graph lights it in the drawing's own colours. `coarse`: a draft's form
 * will do.
 */
function openSculptor(
  engine: Engine,
  cards: { model: ModelCard; light: LightCard },
  { lit, whole }: Means,
  common: Common,
  coarse: boolean,
): Way {
  const { model, light } = cards;
  const { rasterise } = engine;
  let lastForm: { key: string; form: Form } | null = null;
  let lastFigure: { key: string; figure: Figure } | null = null;
  let lastLook: { figure: Figure; key: string; look: Look } | null = null;

  async function findForm(svg: string, photo: PhotoTune, clock: Clock): Promise<Form | Refusal> {
    const scene = await common.read(svg, photo, clock);
    if (isRefusal(scene)) return scene;
    const answers = await ask(scene, model, engine, fromTensor, clock, 0.2);
    if (isRefusal(answers)) return answers;
    const views = answers.map(({ found, ...sight }): View => ({ ...sight, intrinsic: found }));
    const notes = notesOf(scene);
    if (!scene.found.guessed && !scene.found.open && isUnsure(views.map(({ intrinsic }) => intrinsic)))
      notes.push('unsure');
    return { scene, views, notes };
  }

  async function makeFigure({ scene, views }: Form, grid: Grid, clock: Clock): Promise<Figure | Refusal> {
    if (!(await clock.next('parts', 0.35))) return CANCELLED;
    const zones = zonesOver(scene.found.objects, grid);
    const coverings = views.map(({ square, intrinsic }) => ({ square, ...intrinsic }));
    const parts = findParts(scene, grid, coverings, zones, rasterise);
    if (parts.parts.length === 0) return { refused: scene.found.open ? 'nothing-closed' : 'nothing-drawn' };
    if (!(await clock.next('parts', 0.45))) return CANCELLED;
    const paint = drawPaint(scene, parts, rasterise);
    const seams = drawSeams(scene, parts, (views[0] as View).square, rasterise);
    const walls = drawWalls(scene, parts, rasterise);
    const samplers = views.map(({ intrinsic, square }) =>
      openSampler(intrinsic, square, parts, walls, coarse),
    );
    return { parts, zones, paint, means: meansOf(parts, paint), seams, samplers };
  }

  /** What the picture covers; and, where the shadow is a picture of its own, what that one covers. */
  function boxesOf(
    { scene, views }: Form,
    { shadow, shadowApart: apart, background }: Wanted,
  ): [Box, Box | null] {
    const { drawing, found } = scene;
    const shadows = shadow ? views.map(shadowBox).filter((box) => box !== null) : [];
    const both = shadows.reduce(union, found.object);
    if (!apart || shadows.length === 0) return [boxOn(background, both, drawing), null];
    return [found.object, boxOn(background, both, drawing)];
  }

  function makeLook(
    { scene }: Form,
    { parts, paint, means }: Figure,
    { parts: wished, seed }: Wanted,
    name: string,
  ): Look {
    const keys = keysOf(scene, parts, [...Object.keys(wished), ...common.places]);
    common.places = keys.ofPart.filter((key) => key.startsWith('@'));
    const wish = { name, seed, chosen: readChoices(wished, light) };
    const worn = wear(scene, parts, keys, means, wish, light);
    const image = worn.recoloured ? drawPaint(scene, parts, rasterise, worn.pen) : paint;
    return { worn, keys, dressed: dress(scene, parts, worn, image, rasterise) };
  }

  return async (sketch, settings, clock) => {
    const chosen = light.studios.find((entry) => entry.id === settings.studio);
    const known = light.studios.map((entry) => entry.id).join(', ');
    if (!chosen) return { refused: 'unknown-studio', detail: `${settings.studio}; there is ${known}` };
    const { azimuth, elevation } = settings.light;
    const studio = turned(chosen, light.directions, azimuth, elevation);
    const drawn = JSON.stringify(settings.photo) + sketch.svg;
    if (lastForm?.key !== drawn) {
      lastForm = null;
      lastFigure = null;
      const form = await findForm(sketch.svg, settings.photo, clock);
      if (isRefusal(form)) return form;
      lastForm = { key: drawn, form };
    }
    const { form } = lastForm;
    const [box, below] = boxesOf(form, settings);
    const large = settings.size > whole;
    const grid = gridOver(box, settings.size);
    const key = JSON.stringify([settings.size, box]);
    if (lastFigure?.key !== key) {
      lastFigure = null;
      const figure = await makeFigure(form, large ? halved(grid) : grid, clock);
      if (isRefusal(figure)) return figure;
      lastFigure = { key, figure };
    }
    const { figure } = lastFigure;
    const { parts, zones, seams, samplers } = figure;
    const wished = JSON.stringify([settings.seed, settings.parts, sketch.name]);
    if (lastLook?.figure !== figure || lastLook.key !== wished)
      lastLook = { figure, key: wished, look: makeLook(form, figure, settings, sketch.name) };
    const { dressed, worn, keys } = lastLook.look;

    if (!(await clock.next('light', 0.55))) return CANCELLED;
    const goOn = (done: number): Promise<boolean> => clock.next('light', 0.55 + 0.35 * done);
    const lamp = { studio, card: light, network: engine.light, lit };
    const { scene, views } = form;
    const lay = (image: Rgba, over: Grid, shadow: boolean): void => {
      if (shadow) for (const view of views) layShadow(image, over, view, studio);
      layBackdrop(settings.background, image, over, scene.drawing, rasterise);
    };
    // Where the shadow is apart what lies behind goes with it: the picture stays a cut-out.
    const finish = (image: Rgba, over: Grid): void => {
      if (!below) lay(image, over, settings.shadow);
    };
    const ground = below && shadowApart(grid, views, studio, below);
    if (ground) lay(ground.image, ground.grid, false);
    const image = large
      ? await drawLarge({ scene, views, parts, samplers, worn }, grid, lamp, rasterise, finish, goOn)
      : await compose({ found: parts, dressed, views, samplers, zones, seams }, lamp, goOn);
    if (!image) return CANCELLED;
    if (!('png' in image)) finish(image, grid);
    const lower = ground && trimmed(ground.image, ground.grid);
    const { lines, intrinsic } = form.views[0] as View;
    return {
      image,
      box: grid.box,
      ground: lower && { image: lower.image, box: lower.grid.box },
      notes: form.notes,
      insight: () => ({
        lines: showLines(lines),
        normals: showNormals(intrinsic),
        parts: showParts(parts),
        photo: photoIn(form.scene.found.traces),
      }),
      parts: () => partsSeen(parts, keys, worn, dressed.behind),
    };
  };
}

/** The same box in pixels twice as large. */
function halved({ box, width, height }: Grid): Grid {
  return { box, width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
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
