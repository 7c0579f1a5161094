// In: drawings that are right as they are. Out: which advice the panel gives beside how many of them, and
// which.
import { openPipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Settings, type Sketch } from '../../src/core/sketch.ts';
import { advise } from '../../src/ui/advice.ts';
import { openEngine } from '../engine.ts';

/** The smallest picture: advice does not depend on the size. */
const SIZE = 512;
const WATCH = { progress: () => {}, cancelled: () => Promise.resolve(false) };

/** One line for each advice, the most frequent first; a last one for the drawings without any. */
export async function countAdvice(sketches: readonly Sketch[], name: string): Promise<string[]> {
  const { engine, cards } = await openEngine();
  const { model, light } = cards;
  const settings: Settings = { ...PLAIN, model: model.id, studio: light.defaultStudio, size: SIZE };
  const given = new Map<string, string[]>();
  let silent = 0;
  for (const sketch of sketches) {
    const made = await openPipeline(engine, cards).realize(sketch, settings, WATCH);
    const advice = isRefusal(made)
      ? [`refused: ${made.refused}`]
      : advise(sketch, made.picture.notes, { seen: made.parts(), box: made.picture.box });
    if (advice.length === 0) silent++;
    for (const one of advice) given.set(one, [...(given.get(one) ?? []), sketch.name]);
  }
  const line = (what: string, count: number, names: readonly string[]): string =>
    `${name} ${what}: ${count} of ${sketches.length} (${((100 * count) / sketches.length).toFixed(1)} %) ${names.join(' ')}`;
  return [
    ...[...given]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([one, names]) => line(one, names.length, names)),
    line('no advice', silent, []),
  ];
}
