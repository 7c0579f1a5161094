// In: a Sketch and Settings. Out: the Picture, or a draft of it, or why there is none. The whole way, in
// order, on whatever Engine is given.
import type { LightCard, ModelCard } from './card.ts';
import { CANCELLED, startClock, type Clock } from './clock.ts';
import type { Engine, Watch } from './engine.ts';
import { encodePng } from './image/png.ts';
import { NotANumber, shade } from './light/shade.ts';
import { openSculptors } from './lit-pipeline.ts';
import { openPainter } from './painted-pipeline.ts';
import { isOutOfMemory } from './memory-error.ts';
import { WHOLE } from './parts/bands.ts';
import { isRefusal } from './sketch.ts';
import type { Layer, Picture, Shown } from './picture.ts';
import type { Box, Refusal, Rgba, Settings, Sketch } from './sketch.ts';
import type { Drawn, Filed, Insightful, Wanted, Way, Ways } from './way.ts';

export interface Realized extends Insightful {
  picture: Picture;
}

export interface Drafted extends Insightful {
  shown: Shown;
}

export interface Pipeline {
  /** Stages whose input is the same as in the last call are not run again. One call at a time. */
  realize: (sketch: Sketch, settings: Wanted, watch: Watch) => Promise<Realized | Refusal>;
  /** Quick, for the eyes: the picture's pixels, no file. */
  draft: (sketch: Sketch, settings: Settings, watch: Watch) => Promise<Drafted | Refusal>;
}

/**
 * `lit`: the light stage, for tests that choose their own strips. `whole`: pictures
 * larger than that are made in bands.
 */
export function openPipeline(
  engine: Engine,
  cards: { model: ModelCard; light: LightCard },
  lit = shade,
  whole = WHOLE,
): Pipeline {
  const { id, kind } = cards.model;
  const ways =
    kind === 'picture' ? openPainters(engine, cards.model) : openSculptors(engine, cards, { lit, whole });
  const draft = small(ways.draft);

  async function go<T>(
    way: Way,
    { sketch, settings, watch }: { sketch: Sketch; settings: Wanted; watch: Watch },
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
      go(
        ways.full,
        { sketch, settings, watch },
        ({ image, box, ground, notes, openings, ...seen }, clock) => {
          const file = { ...filed(image, box), notes, openings };
          const shadow = ground ? { shadow: filed(ground.image, ground.box) } : {};
          return { picture: { ...file, ...shadow, ms: clock.end() }, ...seen };
        },
      ),
    draft: (sketch, settings, watch) =>
      go(
        draft,
        { sketch, settings, watch },
        ({ image, box, notes, openings, insight, parts, solid }, clock) => ({
          shown: { ...raw(image), box, ms: clock.end(), notes, openings },
          insight,
          parts,
          solid,
        }),
      ),
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

// Longest side of a draft: about what the panel shows of it, in CSS pixels. The sharp
// picture follows when the hand rests.
const DRAFT = 320;

const small =
  (way: Way): Way =>
  (sketch, settings, clock) =>
    way(sketch, { ...settings, size: Math.min(settings.size, DRAFT), shadowApart: false }, clock);

function openPainters(engine: Engine, model: ModelCard): Ways {
  const full = openPainter(engine, model);
  return { full, draft: full };
}

/** What is the machine's fault and not the program's; null for a bug. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof NotANumber) return { refused: 'runtime-failed', detail: error.message };
  const words = error instanceof Error ? error.message : '';
  return isOutOfMemory(words) ? { refused: 'out-of-memory', detail: words } : null;
}
