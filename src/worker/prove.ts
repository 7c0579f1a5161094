// A generator and the light on the graphics card, and both on the CPU in; an
// error out if they make another picture.
// A driver that computes wrongly does not say so: nothing of it is shown to anybody before this.
import type { LightCard, ModelCard } from '../core/card.ts';
import type { Engine, Network, Rasterise, Watch } from '../core/engine.ts';
import { openPipeline } from '../core/pipeline.ts';
import { isRefusal, PLAIN } from '../core/sketch.ts';
import type { Rgba, Sketch } from '../core/sketch.ts';

/** Mean over all pixels and channels, of 255. More is another picture, not rounding. */
const TOLERANCE = 2;

/** Parts of several materials, and one of lines alone. */
const MUG: Sketch = {
  id: 'self-test',
  name: 'mug',
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60">
<path id="handle" d="M40 20h8a8 8 0 0 1 0 20h-8" fill="none" stroke="#333" stroke-width="4"/>
<path id="ceramic body" d="M12 14h30v30a8 8 0 0 1-8 8H20a8 8 0 0 1-8-8Z" fill="#d8573c" stroke="#222" stroke-width="2"/>
<ellipse id="coffee" cx="27" cy="14" rx="15" ry="4" fill="#5a3921" stroke="#222" stroke-width="2"/>
<path id="glass" d="M16 24h6v18h-6Z" fill="#a8d0e6" fill-opacity=".6"/></svg>`,
};

interface Pair {
  generate: Network;
  light: Network;
}

interface Means {
  cards: { model: ModelCard; light: LightCard };
  rasterise: Rasterise;
  watch: Watch;
}

/** Throws when the two differ by more than TOLERANCE, or when one of them makes no picture. */
export async function prove(gpu: Pair, cpu: Pair, { cards, rasterise, watch }: Means): Promise<void> {
  const draw = async (pair: Pair): Promise<Rgba> => {
    const engine: Engine = { ...pair, rasterise, now: () => performance.now() };
    const studio = cards.light.studios[0]?.id ?? '';
    // Without the ground's shadow, which would make the pictures' sizes hang on what is compared.
    const settings = { ...PLAIN, model: cards.model.id, studio, shadow: false };
    const drafted = await openPipeline(engine, cards).draft(MUG, settings, watch);
    if (isRefusal(drafted)) throw new Error(`the self-test gave no picture: ${drafted.refused}`);
    return drafted.shown;
  };
  const wanted = await draw(cpu);
  const difference = meanDifference(await draw(gpu), wanted);
  if (difference <= TOLERANCE) return;
  throw new Error(`it draws otherwise, off by ${difference.toFixed(1)} of 255, wanted at most ${TOLERANCE}`);
}

/**
 * Infinity for other sizes. Colour counts as much as it covers: under full
 * transparency there is nothing to see.
 */
export function meanDifference(a: Rgba, b: Rgba): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let sum = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const [alpha, beta] = [a.data[i + 3]! / 255, b.data[i + 3]! / 255];
    for (let c = i; c < i + 3; c++) sum += Math.abs(a.data[c]! * alpha - b.data[c]! * beta);
    sum += Math.abs(alpha - beta) * 255;
  }
  return sum / a.data.length;
}
