// In: a Sketch and Settings. Out: the picture that the light graph lights, in the drawing's own colours, on the form that the
// generator found.
import { readChoices } from './appearance/choices.ts';
import { wear, type Wear } from './appearance/appearance.ts';
import { drawPaint, dress, meansOf, type Dress } from './appearance/base-colour.ts';
import { partsSeen } from './appearance/part-map.ts';
import type { LightCard, ModelCard } from './card.ts';
import { CANCELLED, type Clock } from './clock.ts';
import type { Engine } from './engine.ts';
import { photoIn, showLines, showNormals, showParts } from './form/insight.ts';
import { ask } from './form/run-generator.ts';
import { fromTensor } from './form/tensor.ts';
import { isUnsure } from './form/uncertainty.ts';
import { openSampler, type Form as Enlarged } from './form/upsample.ts';
import type { View } from './form/view.ts';
import { gridOver, union, type Grid } from './image/grid.ts';
import { boxOn, layBackdrop } from './light/backdrop.ts';
import { compose } from './light/compose.ts';
import { layShadow, shadowApart, shadowBox, trimmed } from './light/ground-shadow.ts';
import { drawLarge } from './light/large-picture.ts';
import type { shade } from './light/shade.ts';
import { turned } from './light/turn-light.ts';
import { drawWalls } from './parts/crease-mask.ts';
import { drawSeams } from './parts/inner-edges.ts';
import { keysOf, type Keys } from './parts/part-keys.ts';
import { findParts, type Parts } from './parts/parts.ts';
import { previewOf } from './scene/model-square.ts';
import { zonesOver } from './scene/objects.ts';
import { notesOf, openReader, type Read } from './scene/read-scene.ts';
import type { Scene } from './scene/scene.ts';
import {
  isRefusal,
  type Box,
  type Note,
  type PhotoTune,
  type Plane,
  type Refusal,
  type Rgba,
} from './sketch.ts';
import type { Wanted, Way, Ways } from './way.ts';

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

export function openSculptors(
  engine: Engine,
  { model, light }: { model: ModelCard; light: LightCard },
  means: Means,
): Ways {
  const common: Common = { read: openReader(engine.rasterise), places: [] };
  const way = (card: ModelCard, coarse: boolean): Way =>
    openSculptor(engine, { model: card, light }, means, common, coarse);
  return { full: way(model, false), draft: way(previewOf(model), true) };
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
