// In: a Scene and a generator. Out: each object as the generator saw it, with what it gave, read by its kind.
import type { ModelCard } from '../card.ts';
import { CANCELLED, type Clock } from '../clock.ts';
import type { Engine, Tensor } from '../engine.ts';
import type { Scene } from '../scene/scene.ts';
import { colouredAt, lookAt, type Sight } from '../scene/sight.ts';
import type { Plane, Refusal } from '../sketch.ts';
import { mirroredDrawing, steadied } from './glance.ts';
import { toTensor, wantsColours } from './tensor.ts';

interface Run<T> {
  engine: Pick<Engine, 'generate' | 'rasterise'>;
  /** Null for values that are no numbers. */
  read: (model: ModelCard, output: Tensor, outputs: Readonly<Record<string, Tensor>>) => T | null;
  clock: Clock;
  /** Of the whole way, 0…1, that all runs together take. */
  share: number;
  /** For generators that take them. */
  hints?: ((sight: Sight, object: number) => Plane) | null;
}

/** One run of the network an object, largest first. */
export async function runGenerator<T>(
  scene: Scene,
  model: ModelCard,
  { engine, read, clock, share, hints }: Run<T>,
): Promise<(Sight & { found: T })[] | Refusal> {
  const { generate, rasterise } = engine;
  const sights = scene.found.objects.boxes.map((_, object) => lookAt(scene, object, model.input, rasterise));
  const answers: (Sight & { found: T })[] = [];
  for (const [i, sight] of sights.entries()) {
    if (!(await clock.next('generate', 0.15 + (share * i) / sights.length))) return CANCELLED;
    const colours = wantsColours(model) ? colouredAt(scene, i, sight.square, rasterise) : null;
    const asked = { colours, hints: hints?.(sight, i) ?? null };
    const drawing = toTensor(model, sight.lines, sight.silhouette, asked);
    const outputs = await seenIn(drawing, model, generate);
    const found = read(model, outputs[model.output.tensor]!, outputs);
    if (found === null)
      return { refused: 'runtime-failed', detail: 'the generator gave values that are no numbers' };
    answers.push({ ...sight, found });
  }
  return answers;
}

/** The outputs by name, with what a second glance says where the card wants one. */
async function seenIn(
  drawing: Tensor,
  model: ModelCard,
  generate: Engine['generate'],
): Promise<Record<string, Tensor>> {
  const { input, output } = model;
  const found = await generate({ [input.tensor]: drawing });
  if (!found[output.tensor])
    throw new Error(`the generator gave ${Object.keys(found).join()}, wanted ${output.tensor}`);
  if (input.glance === undefined) return found;
  const mirrored = mirroredDrawing(drawing, input, input.glance);
  return steadied(model, found, await generate({ [input.tensor]: mirrored }), input.glance);
}
