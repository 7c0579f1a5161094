// In: SVG text. Out: base colour as drawn and opacity of its picture at points, unlit, and the parts that
// were found.
import { materialChannels } from '../../src/core/card.ts';
import type { Engine, Network } from '../../src/core/engine.ts';
import { shade } from '../../src/core/light/shade.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import type { PartSeen } from '../../src/core/parts-seen.ts';
import type { Note } from '../../src/core/picture.ts';
import { PLAIN, isRefusal } from '../../src/core/sketch.ts';
import { cardsAt, fakeEngine, quiet } from './fake.ts';

const cards = cardsAt(256);

const channels = materialChannels(cards.light);
const TRANSMISSION = channels.findIndex(({ name }) => name === 'transmission');

/** Base colour as it is; what transmits hides half. */
const unlit: Network = ({ base, material }) => {
  if (!base || !material) throw new Error('wanted the inputs "base" and "material"');
  const n = base.data.length / 3;
  const data = new Float32Array(4 * n);
  data.set(base.data);
  for (let i = 0; i < n; i++) data[3 * n + i] = material.data[TRANSMISSION * n + i]! > 0 ? 0.5 : 1;
  return Promise.resolve({ picture: { shape: [1, 4, 1, n], data } });
};

/** No part is brighter or darker than its fill (white keeps room for its form), and none tints another. */
const plain: typeof shade = (surface, ...lamp) => shade({ ...surface, gains: null, bounce: null }, ...lamp);

export interface SeenPicture {
  /** Red, green, blue, alpha, 0…255, at a point of the drawing. */
  at: (x: number, y: number) => number[];
  parts: readonly PartSeen[];
  notes: readonly Note[];
}

let engine: Promise<Engine> | null = null;

export async function see(svg: string, name = 'thing', seed = 1): Promise<SeenPicture> {
  engine ??= fakeEngine({ light: unlit });
  const settings = {
    ...PLAIN,
    model: cards.model.id,
    studio: 'soft',
    size: 512,
    shadow: false,
    shading: 'keep',
    seed,
  } as const;
  const made = await openPipeline(await engine, cards, plain).draft({ id: 'x', name, svg }, settings, quiet);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  const { box, notes, width, height, data } = made.shown;
  return {
    at: (x, y) => {
      const column = Math.floor(((x - box.x) / box.width) * width);
      const row = Math.floor(((y - box.y) / box.height) * height);
      if (column < 0 || row < 0 || column >= width || row >= height) return [0, 0, 0, 0];
      return [...data.subarray(4 * (row * width + column), 4 * (row * width + column) + 4)];
    },
    parts: made.parts().parts,
    notes,
  };
}
