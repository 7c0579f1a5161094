// In: the light's card. Out: pixels by chance, the same ones always, for every material in every light
// set-up, turned: what another runtime of the light is compared on.
import type { LightCard } from '../card.ts';
import type { Tensor } from '../engine.ts';
import { draws } from '../image/random.ts';
import { turned } from './turn-light.ts';

/** Of each material, in each set-up. */
const PIXELS = 16;
const SEED = 1;
const HALF_TURN = 180;

/**
 * Inputs of the light graph, a set-up each. Channels are within their ranges, normals one long, facing the
 * eye.
 */
export function* practice(card: LightCard): Generator<Record<string, Tensor>> {
  const draw = draws(SEED);
  const count = PIXELS * card.materials.length;
  for (const studio of card.studios) {
    const inputs: Record<string, Tensor> = {};
    for (const { tensor, channels = [] } of card.inputs) {
      const data = new Float32Array(channels.length * count);
      channels.forEach(({ name, range: [low, high] }, c) => {
        for (let k = 0; k < count; k++) {
          const material = card.materials[k % card.materials.length];
          const own = tensor === 'material' ? material?.values[name] : undefined;
          data[c * count + k] = own ?? low + (high - low) * draw();
        }
      });
      straighten(
        data,
        count,
        channels.findIndex(({ name }) => name === 'normal.x'),
      );
      inputs[tensor] = { shape: [1, channels.length, 1, count], data };
    }
    const { vector } = turned(studio, card.directions, HALF_TURN * (2 * draw() - 1), HALF_TURN * (draw() - 0.5)); // prettier-ignore
    inputs['studio'] = { shape: [1, vector.length], data: Float32Array.from(vector) };
    yield inputs;
  }
}

/** Makes normals of the three channels from `first` on; none where it is −1. */
function straighten(data: Float32Array, count: number, first: number): void {
  if (first < 0) return;
  for (let k = first * count; k < (first + 1) * count; k++) {
    const [x, y, z] = [data[k]!, data[k + count]!, data[k + 2 * count]!];
    const long = Math.max(1e-3, Math.hypot(x, y, z));
    data[k] = x / long;
    data[k + count] = y / long;
    data[k + 2 * count] = Math.abs(z) / long;
  }
}
