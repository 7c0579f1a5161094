// In: a Sketch and Settings. Out: the picture that the light graph lights, in the drawing's own
// colours, on the form that the generator found. Each stage's key names all that it depends on; what it
// does not depend on leaves it as it was.
import { partMapOf } from './appearance/part-map.ts';
import type { LightCard, ModelCard } from './card.ts';
import { CANCELLED, type Clock } from './clock.ts';
import type { Engine } from './engine.ts';
import { photoIn, showLines, showNormals, showParts } from './form/insight.ts';
import { gridOver } from './image/grid.ts';
import { bounceOf } from './light/bounce.ts';
import { standingFeet } from './light/standing-feet.ts';
import type { shade } from './light/shade.ts';
import { withLamps } from './light/own-lamps.ts';
import { isSet, litFromBelow } from './light/studio-set.ts';
import { keyLight, turned } from './light/turn-light.ts';
import { seenOf } from './relief/occlusion.ts';
import { extentOf } from './lit/extent.ts';
import { halved, makeFigure } from './lit/figure.ts';
import { findForm, type Form } from './lit/form.ts';
import { hintKey, type FormWishes } from './lit/hints.ts';
import { partGains } from './light/part-gains.ts';
import { lightPicture, surfaceOf as surfaceFrom } from './lit/light.ts';
import { formsOf, makeRelief, makeShaped, wishesOf } from './lit/relief.ts';
import { makeSolid } from './lit/solid.ts';
import { makeAppearance, wornIn } from './lit/appearance.ts';
import { openWayMemos, openSharedMemos, type SharedMemos } from './lit/memos.ts';
import { surfaceTuneOf, timesAsLarge } from './appearance/surface-tune.ts';
import { textureOf } from './texture/texture.ts';
import { keysOf } from './parts/part-keys.ts';
import { previewCard } from './scene/model-square.ts';
import { readScene, sceneKey, type SceneSource } from './scene/read-scene.ts';
import { isRefusal, type Refusal, type Settings } from './sketch.ts';
import { sideOf, type Way, type Ways } from './way.ts';

interface Cards {
  model: ModelCard;
  light: LightCard;
}

/** `lit`: lights one surface. `whole`: larger pictures are made in bands. */
interface Means {
  lit: typeof shade;
  whole: number;
}

/** What of the settings the form depends on. */
type Wished = FormWishes & Pick<Settings, 'photo'>;

/** `coarse`: a draft's form will do. */
interface Sculpting extends Means {
  coarse: boolean;
}

export function openSculptors(engine: Engine, cards: Cards, means: Means): Ways {
  const shared = openSharedMemos(cards.light);
  const draft = { ...cards, model: previewCard(cards.model) };
  return {
    full: openSculptor(engine, cards, { ...means, coarse: false }, shared),
    draft: openSculptor(engine, draft, { ...means, coarse: true }, shared),
  };
}

/** Ours: the generator finds the form, the light graph lights it in the drawing's own colours. */
function openSculptor(
  engine: Engine,
  { model, light }: Cards,
  { lit, whole, coarse }: Sculpting,
  shared: SharedMemos,
): Way {
  const { rasterise, light: network } = engine;
  const own = openWayMemos();

  async function read(drawn: SceneSource, settings: Wished, clock: Clock): Promise<Form | Refusal> {
    const { photo } = settings;
    const key = sceneKey(drawn, photo);
    return own.form.answer([...key, hintKey(model, settings)], async () => {
      const { images } = shared;
      const scene = await shared.scene.answer(key, () =>
        readScene(drawn, photo, clock, { rasterise, images }),
      );
      return isRefusal(scene) ? scene : findForm(scene, { model, wishes: settings }, engine, clock);
    });
  }

  return async (sketch, settings, clock) => {
    const chosen = light.studios.find((entry) => entry.id === settings.studio);
    const known = light.studios.map((entry) => entry.id).join(', ');
    if (!chosen) return { refused: 'unknown-studio', detail: `${settings.studio}; there is ${known}` };
    const { seed, shading, parts: wished, background, backdrop } = settings;
    const { azimuth, elevation } = settings.light;
    const lamped = withLamps(chosen, settings.lamps, light);
    const placed = isSet(background) ? litFromBelow(backdrop, lamped, light) : lamped;
    const studio = turned(placed, light.directions, azimuth, elevation);

    const form = await read(sketch, settings, clock);
    if (isRefusal(form)) return form;
    const { scene, views } = form;
    const wanted = settings.shadow || isSet(background);
    const standing = wanted
      ? own.feet([...views, sketch.name], () => standingFeet(scene, views, sketch.name, rasterise))
      : [];
    const feet = settings.shadow ? standing : [];
    const { box, below } = extentOf(scene, feet, settings);
    const size = sideOf(settings, box);
    if (typeof size !== 'number') return size;
    const grid = gridOver(box, size);
    const large = size > whole;

    const { name } = sketch;
    const figure = await own.figure.answer([form, size, box.x, box.y, box.width, box.height, name], () =>
      makeFigure(form, large ? halved(grid) : grid, clock, { name, rasterise, coarse }),
    );
    if (isRefusal(figure)) return figure;
    const { parts } = figure;

    clock.step('appearance');
    const appearance = own.appearance([form, figure, seed, shading, wornIn(settings), sketch.name], () => {
      const keys = keysOf(scene, parts, [...Object.keys(wished), ...shared.places]);
      // Not in the key: they do not say how a part looks, but which name its region goes on bearing.
      shared.places = keys.ofPart.filter((key) => key.startsWith('@'));
      const { surface } = settings;
      const choices = { name: sketch.name, seed, shading, parts: wished, surface };
      return makeAppearance(scene, { ...figure, keys }, choices, { names: shared.names, rasterise });
    });

    clock.step('relief');
    const { named } = appearance.ofParts.materialValues;
    const wishes = wishesOf(appearance.keys.ofPart, settings);
    const forms = formsOf(appearance.keys.ofPart, settings, { worn: named, figure, pieces: scene.pieces });
    const shaped = own.shaped([figure, ...forms], () => makeShaped(figure, views, forms));
    const sizes = wishes.flatMap(({ edge, thickness }) => [edge, thickness]);
    const relief = own.relief([shaped, large, ...named, ...sizes], () => {
      const worn = named.map((material, k) => [material, wishes[k]!] as const);
      return makeRelief(shaped, views, worn, large);
    });
    clock.step('texture');
    const scales = appearance.keys.ofPart.map((one) => timesAsLarge(surfaceTuneOf(one, settings).scale));
    const texture = own.texture([shaped, ...named, ...scales], () =>
      textureOf(parts, {
        named,
        scales,
        views: shaped.samplers.map((one, k) => ({ form: one, square: views[k]!.square })),
        tiles: shared.tiles,
      }),
    );
    clock.step('shadows');
    const key = keyLight(studio, light);
    const seen = own.seen([relief, ...key.towards, key.size], () =>
      relief.views.map(({ heights }) => seenOf(heights, key.towards, key.size)),
    );
    if (!(await clock.next('light', 0.55))) return CANCELLED;
    const bounce = own.bounce([relief, appearance], () =>
      bounceOf(parts, relief.levels.level, appearance.maps, light),
    );
    const stuff = { form, figure: shaped, appearance, relief, seen, bounce };
    const gains = await own.gains.answer([relief, appearance], async () => {
      const found = await partGains(surfaceFrom(stuff), {
        ...{ card: light, network, lit },
        forms: shaped.samplers,
      });
      return found ?? CANCELLED;
    });
    if (isRefusal(gains)) return gains;
    const made = await lightPicture(
      { ...stuff, texture, gains },
      { grid, large, feet, standing, below, background, backdrop, rasterise },
      { studio, card: light, network, lit, strips: own.strips, fronts: own.fronts },
      (done) => clock.next('light', 0.55 + 0.35 * done),
    );
    if (!made) return CANCELLED;
    const { lines, intrinsic } = views[0]!;
    return {
      ...made,
      box: grid.box,
      notes: [...form.notes, ...appearance.ofParts.notes],
      openings: scene.openings,
      insight: () => ({
        lines: showLines(lines),
        normals: showNormals(intrinsic),
        parts: showParts(parts),
        ...photoIn(scene.found.traces),
      }),
      parts: () => partMapOf(parts, appearance.keys, appearance.ofParts, appearance.maps.behind),
      solid: (goOn) => makeSolid({ form, figure: shaped, appearance, relief }, light, goOn),
    };
  };
}
