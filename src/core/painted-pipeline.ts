// In: a Sketch and Settings. Out: a picture by a generator of kind `picture`, cut out by the drawing.
// Pix2Pix as published (Isola et al. 2017), edges → RGB: colours and light are its own; fills, seed, light
// and ground shadow have no part in it.
import { handleByName } from './appearance/handle-by-name.ts';
import { runGenerator } from './form/run-generator.ts';
import { boxOn, layBackdrop } from './light/backdrop.ts';
import { setSubjectOf } from './light/studio-set.ts';
import type { ModelCard } from './card.ts';
import { CANCELLED, type Clock } from './clock.ts';
import { cutOut, type PaintedSquare } from './form/cutout.ts';
import type { Engine } from './engine.ts';
import { gridOver } from './image/grid.ts';
import { photoIn, showLines, showParts } from './form/insight.ts';
import { openMemo } from './memo.ts';
import { zonesOver } from './scene/objects.ts';
import { readPainting } from './form/painting.ts';
import { findParts } from './parts/parts.ts';
import { sceneNotes } from './scene/notes.ts';
import { readScene, sceneKey, type SceneSource } from './scene/read-scene.ts';
import type { Scene } from './scene/scene.ts';
import type { Trace } from './scene/trace.ts';
import type { PhotoTune } from './photo-tune.ts';
import { isRefusal, type Plane, type Refusal } from './sketch.ts';
import { sideOf, type Way } from './way.ts';

// Where its light comes from is its own: a set behind it is lit evenly.
const FROM_ABOVE = [0, 1, 0] as const;

/** What depends on the drawing alone: one canvas an object, largest first. */
interface Painted {
  scene: Scene;
  views: (PaintedSquare & { lines: Plane })[];
}

export function openPainter(engine: Engine, model: ModelCard): Way {
  const { rasterise } = engine;
  const images = openMemo<Trace | null>();
  const last = openMemo<Painted>(1, [images]);

  async function paint(drawn: SceneSource, photo: PhotoTune, clock: Clock): Promise<Painted | Refusal> {
    const scene = await readScene(drawn, photo, clock, { rasterise, images });
    if (isRefusal(scene)) return scene;
    const answers = await runGenerator(scene, model, { engine, read: readPainting, clock, share: 0.5 });
    if (isRefusal(answers)) return answers;
    const views = answers.map(({ square, lines, found }) => ({ square, lines, painting: found }));
    return { scene, views };
  }

  return async (sketch, settings, clock) => {
    const { background, backdrop, photo } = settings;
    const painted = await last.answer(sceneKey(sketch, photo), () => paint(sketch, photo, clock));
    if (isRefusal(painted)) return painted;
    const { scene, views } = painted;
    if (!(await clock.next('parts', 0.65))) return CANCELLED;
    const box = boxOn(background, scene.found.object, scene.drawing);
    const side = sideOf(settings, box);
    if (typeof side !== 'number') return side;
    const grid = gridOver(box, side);
    const zones = zonesOver(scene.found.objects, grid);
    const coverings = views.map(({ square, painting }) => ({ square, ...painting }));
    const parts = findParts(scene, grid, { coverings, zones, handle: handleByName(sketch.name) }, rasterise);
    if (parts.parts.length === 0) return { refused: scene.found.open ? 'nothing-closed' : 'nothing-drawn' };
    if (!(await clock.next('parts', 0.8))) return CANCELLED;
    const image = cutOut(views, parts, zones);
    const place = setSubjectOf(scene.found.object, [], FROM_ABOVE);
    layBackdrop(image, grid, { background, backdrop, place, drawing: scene.drawing, rasterise });
    const { lines } = views[0]!;
    return {
      image,
      box: parts.grid.box,
      ground: null,
      notes: sceneNotes(scene),
      openings: scene.openings,
      insight: () => ({
        lines: showLines(lines),
        normals: null,
        parts: showParts(parts),
        ...photoIn(scene.found.traces),
      }),
      // It paints as it likes: there is nothing to choose.
      parts: () => ({ width: 1, height: 1, labels: new Uint16Array(1), parts: [] }),
      solid: null,
    };
  };
}
