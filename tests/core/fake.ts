// In: nothing. Out: an engine without networks: form blown up from the drawing's outlines, light from above
// left.
import { readFileSync } from 'node:fs';
import { readLightCard, readModelCard, type LightCard, type ModelCard } from '../../src/core/card.ts';
import type { Engine, Network, Watch } from '../../src/core/engine.ts';
import { distanceTo } from '../../src/core/image/distance.ts';
import { openRaster } from '../../src/core/image/raster.ts';

const root = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/**
 * A generator's card without a look, which these networks do not give, without a second glance, and with a
 * square of 512: what tests allow beside borders is told in pixels of that, whichever side the shipped
 * weights see best.
 */
function plain({ look: _, input: { glance: __, ...input }, ...card }: ModelCard): ModelCard {
  return { ...card, input: { ...input, size: 512, preview: 256, margin: 48, stroke: 3 } };
}

export const cards: { model: ModelCard; light: LightCard } = {
  model: plain(readModelCard(json('models/realize.json'))),
  light: readLightCard(json('models/light.json')),
};

/**
 * The same with a square of another side, for tests to which it is all one: a quarter of the cells, a quarter
 * of the time.
 */
export function cardsAt(size: number): typeof cards {
  const times = size / cards.model.input.size;
  const { margin, stroke, ...input } = cards.model.input;
  const preview = size / 2;
  return {
    ...cards,
    model: {
      ...cards.model,
      input: { ...input, size, preview, margin: times * margin, stroke: times * stroke },
    },
  };
}

/** Every region between lines becomes a pillow; shadow is a band below; coverage is the silhouette, or 1. */
export const inflate: Network = ({ drawing }) => {
  if (!drawing) throw new Error('wanted the input "drawing"');
  const size = drawing.shape[3]!;
  const area = size * size;
  const lines = drawing.data.subarray(0, area);
  const silhouette = drawing.data.subarray(area, 2 * area);
  const walls = new Uint8Array(area);
  for (let i = 0; i < area; i++) walls[i] = lines[i]! > 0.5 || silhouette[i]! < 0.4 ? 1 : 0;
  const far = distanceTo({ width: size, height: size, data: walls }).data;
  const height = far.map((d) => Math.sqrt(Math.min(d, 40)) * 6);
  const data = new Float32Array(7 * area);
  for (let y = 1; y < size - 1; y++) {
    for (let x = 1; x < size - 1; x++) {
      const i = y * size + x;
      const dx = (height[i + 1]! - height[i - 1]!) / 2;
      const dy = (height[i + size]! - height[i - size]!) / 2;
      const long = Math.hypot(dx, dy, 1);
      data[i] = -dx / long;
      data[area + i] = dy / long;
      data[2 * area + i] = 1 / long;
    }
  }
  data.fill(1, 3 * area, 4 * area);
  data.fill(0.3, 4 * area, 5 * area);
  for (let i = 0; i < area; i++) data[5 * area + i] = i > 0.84 * area && i < 0.9 * area ? 0.8 : 0;
  for (let i = 0; i < area; i++) data[6 * area + i] = silhouette[i]! === 0 ? 0 : 1;
  return Promise.resolve({ intrinsic: { shape: [1, 7, size, size], data } });
};

/** Base colour times a Lambert term; opaque. Per pixel, as the real one. */
export const lambert: Network = ({ intrinsic, base }) => {
  if (!intrinsic || !base) throw new Error('wanted the inputs "intrinsic" and "base"');
  const n = intrinsic.data.length / 7;
  const data = new Float32Array(4 * n);
  for (let i = 0; i < n; i++) {
    const [x, y, z] = [intrinsic.data[i]!, intrinsic.data[n + i]!, intrinsic.data[2 * n + i]!];
    const lit = Math.max(0, -0.5 * x + 0.6 * y + 0.62 * z) * intrinsic.data[3 * n + i]!;
    for (let c = 0; c < 3; c++) data[c * n + i] = base.data[c * n + i]! * (0.35 + 0.65 * lit);
    data[3 * n + i] = 1;
  }
  return Promise.resolve({ picture: { shape: [1, 4, 1, n], data } });
};

export async function fakeEngine(parts: Partial<Engine> = {}): Promise<Engine> {
  const wasm = readFileSync(new URL('node_modules/@resvg/resvg-wasm/index_bg.wasm', root));
  let tick = 0;
  const rasterise = await openRaster(wasm);
  return { generate: inflate, light: lambert, rasterise, now: () => tick++, ...parts } satisfies Engine;
}

export const quiet: Watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };
