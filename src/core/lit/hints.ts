// In: a Scene, an object in its model square, what is wished of parts' form. Out: hints for a generator that
// takes them: where a part is flat, round or hollow, as far as a choice, an inner shadow or a name tells.
// Surfaces by an item buffer (scene/id-buffer.ts); where lines alone are drawn, what they enclose, by
// connected components (image/regions-of-mask.ts).
import { formByName } from '../appearance/form-by-name.ts';
import { regionNames } from '../appearance/material-clues.ts';
import type { ModelCard } from '../card.ts';
import type { Rasterise } from '../engine.ts';
import { hintValues, type HintValues } from '../form/hint-values.ts';
import { regionsOf } from '../image/regions-of-mask.ts';
import { keysOf } from '../parts/part-keys.ts';
import { areasOf, type Area } from '../parts/twins.ts';
import type { PartForm } from '../part-choice.ts';
import { topmost } from '../scene/id-buffer.ts';
import { zonesOver } from '../scene/objects.ts';
import type { Piece } from '../scene/piece.ts';
import type { Scene } from '../scene/scene.ts';
import type { Sight } from '../scene/sight.ts';
import type { Plane, Settings } from '../sketch.ts';

/** What is wished of form, for all and for single parts. */
export type FormWishes = Pick<Settings, 'parts' | 'relief'>;

// Smaller regions, as a share of the square, are gaps between strokes.
const SPECK = 1 / 2048;
// Ink from this share of a line on parts regions.
const INK = 0.5;
// An opening seen from above is an oval: at most this share of it lies outside its box's ellipse.
const OUTSIDE_OVAL = 0.04;

/** What the form depends on beside the drawing, for a memo: nothing, for a generator without hints. */
export function hintKey(model: ModelCard, { parts, relief }: FormWishes): string {
  if (!hintValues(model)) return '';
  const chosen = Object.entries(parts).flatMap(([key, { form }]) =>
    form === undefined ? [] : [[key, form]],
  );
  return JSON.stringify([relief.form, chosen.sort()]);
}

/** Of each object as the generator sees it; null: it takes none. */
export function openHints(
  scene: Scene,
  model: ModelCard,
  wishes: FormWishes,
  rasterise: Rasterise,
): ((sight: Sight, object: number) => Plane) | null {
  const values = hintValues(model);
  if (!values) return null;
  return (sight, object) => {
    const { map, shown } = partsIn(scene, sight, rasterise);
    const areas = areasOf(map, shown.length + 1);
    const parts = shown.map((piece, i) => ({ ...areas[i + 1]!, piece }));
    const keys = keysOf(scene, { grid: sight.square, labels: map, parts }, Object.keys(wishes.parts)).ofPart;
    const told = parts.map((part, i) => {
      const wished = wishes.parts[keys[i]!]?.form ?? allOver(wishes);
      if (wished !== undefined) return valueOf(values, wished);
      const inner = part.piece?.shape.innerForm;
      if (inner) return values[inner];
      const own = part.piece ? part.piece.shape.names : regionNames(part, sight.square, scene.pieces, '');
      const named = formByName(own.at(-1) ?? '');
      if (named === 'vessel') return isOval(map, i + 1, part) ? values.hollow : values.none;
      return named ? values[named] : values.none;
    });
    const zones = zonesOver(scene.found.objects, sight.square);
    const data = Float32Array.from(map.data, (label, i) =>
      label > 0 && (!zones || zones[i] === object) ? told[label - 1]! : values.none,
    );
    return { ...map, data };
  };
}

const allOver = ({ relief }: FormWishes): PartForm | undefined =>
  relief.form === 'found' ? undefined : relief.form;

const valueOf = (values: HintValues, form: PartForm): number =>
  form === 'found' ? values.none : values[form];

/** Per pixel the number of what shows there, from 1: the scene's pieces, then regions without one. */
function partsIn(
  scene: Scene,
  { square, lines }: Sight,
  rasterise: Rasterise,
): { map: Plane<Int32Array>; shown: (Piece | null)[] } {
  const { pieces, found } = scene;
  const map = topmost(scene, ({ role }) => role === 'form', { grid: square }, rasterise);
  if (!found.strokeOnly || found.open) return { map, shown: [...pieces] };
  const ink = { ...lines, data: Uint8Array.from(lines.data, (value) => (value > INK ? 1 : 0)) };
  const regions = regionsOf(ink, SPECK * ink.data.length);
  regions.map.data.forEach((region, i) => {
    if (region > 0 && map.data[i] === 0) map.data[i] = pieces.length + region;
  });
  return { map, shown: [...pieces, ...regions.sizes.slice(1).map(() => null)] };
}

function isOval({ width, data }: Plane<Int32Array>, label: number, { pixels, box }: Area): boolean {
  const [across, down] = [(box.x1 - box.x0 + 1) / 2, (box.y1 - box.y0 + 1) / 2];
  let outside = 0;
  for (let y = box.y0; y <= box.y1; y++) {
    for (let x = box.x0; x <= box.x1; x++) {
      if (data[y * width + x] !== label) continue;
      if (Math.hypot((x + 0.5 - box.x0) / across - 1, (y + 0.5 - box.y0) / down - 1) > 1) outside++;
    }
  }
  return outside <= OUTSIDE_OVAL * pixels;
}
