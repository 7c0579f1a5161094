// In: a Scene. Out: its Form: that, and each object in its model square
// with what the generator found there.
import type { ModelCard } from '../card.ts';
import type { Clock } from '../clock.ts';
import type { Engine, Tensor } from '../engine.ts';
import { runGenerator } from '../form/run-generator.ts';
import { lookFrom } from '../form/look.ts';
import { flattenOutside } from '../form/outside.ts';
import { fromTensor } from '../form/tensor.ts';
import { isUnsure } from '../form/uncertainty.ts';
import type { View } from '../form/view.ts';
import { openHints, type FormWishes } from './hints.ts';
import { drawCoverage } from '../scene/lineart.ts';
import { sceneNotes } from '../scene/notes.ts';
import type { Scene } from '../scene/scene.ts';
import type { Note } from '../picture.ts';
import { isRefusal, type Refusal } from '../sketch.ts';

/** What depends on the drawing alone: one view an object, largest first. */
export interface Form {
  scene: Scene;
  views: View[];
  notes: Note[];
}

/** `wishes`: of parts' form, for a generator that takes hints. */
export async function findForm(
  scene: Scene,
  { model, wishes }: { model: ModelCard; wishes: FormWishes },
  engine: Engine,
  clock: Clock,
): Promise<Form | Refusal> {
  const hints = openHints(scene, model, wishes, engine.rasterise);
  const answers = await runGenerator(scene, model, { engine, read: readOutputs, clock, share: 0.2, hints });
  if (isRefusal(answers)) return answers;
  const views = answers.map(({ found, ...sight }): View => ({ ...sight, ...found }));
  const solid = scene.pieces.filter(({ role }) => role !== 'print' && role !== 'air');
  if (!scene.found.strokeOnly && scene.pieces.some(({ role }) => role === 'print'))
    for (const { intrinsic, square } of views) {
      const list = { drawing: scene.drawing, pieces: solid, traces: [] };
      flattenOutside(intrinsic, drawCoverage(list, { grid: square }, engine.rasterise));
    }
  const notes = sceneNotes(scene);
  // Where surfaces are painted the drawing says itself what is solid; where gaps were guessed that is told.
  const { strokeOnly, guessed, open } = scene.found;
  if (strokeOnly && !guessed && !open && isUnsure(views)) notes.push('unsure');
  return { scene, views, notes };
}

function readOutputs(
  model: ModelCard,
  output: Tensor,
  outputs: Readonly<Record<string, Tensor>>,
): Pick<View, 'intrinsic' | 'look'> | null {
  const intrinsic = fromTensor(model, output);
  const look = lookFrom(model, outputs);
  return intrinsic && (look || !model.look) ? { intrinsic, look } : null;
}
