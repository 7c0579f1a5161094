// In: the light on WASM, the assets. Out: the network that lights, wherever that is, and what became of
// WebGL.
import type { LightCard } from '../../core/card.ts';
import type { Network } from '../../core/engine.ts';
import { practice } from '../../core/light/practice.ts';
import { compile } from '../../core/shader/compile.ts';
import type { Assets } from '../../protocol/worker.ts';
import { pause } from '../pause.ts';
import { openCard } from './card.ts';
import { proveLight } from './proof.ts';
import { openRace, type Race } from './race.ts';

/** Smaller strips are not worth a card's price. Pixels: half a strip of shade.ts. */
const LEAST_PIXELS = 32_768;

/** Only the light that is shipped becomes a shader: no file of the user's ever gets here. */
export async function openWebglLight(
  wasm: Network,
  onnx: Uint8Array,
  { runtime, lightOn }: Pick<Assets, 'runtime' | 'lightOn'>,
  card: LightCard,
): Promise<Race> {
  if (runtime === 'WebGPU' || lightOn === 'WASM')
    return { light: wasm, pictureMade: () => undefined, verdict: () => null };
  const runners = {
    wasm,
    open: () => openCard(compile(onnx)),
    practice: () => practice(card),
    now: () => performance.now(),
  };
  if (lightOn === undefined) return openRace({ ...runners, least: LEAST_PIXELS, won: null });
  const won = runners.open();
  while (!won.ready()) await pause();
  await proveLight(won.light, wasm, runners.practice());
  return openRace({ ...runners, least: 1, won });
}
