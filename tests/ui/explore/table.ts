// In: what the panel shows. Out: Explore on it, with workers that answer by hand, and all that was asked of
// them, posted and chosen.
import { PLAIN } from '../../../src/core/sketch.ts';
import type { PartSeen } from '../../../src/core/parts-seen.ts';
import type { Refusal, Settings } from '../../../src/core/sketch.ts';
import type { UiToPlugin } from '../../../src/protocol/plugin.ts';
import type { Current } from '../../../src/ui/current.ts';
import type { DraftAnswer, Loaded, PictureAnswer } from '../../../src/ui/engine/connection.ts';
import type { EngineRequest } from '../../../src/ui/engine/supervisor.ts';
import type { Pool } from '../../../src/ui/engine/pool.ts';
import { createExplore } from '../../../src/ui/explore/explore.ts';
import { currentWith } from '../current.ts';
import type { ShownDrawing } from '../../../src/ui/state.ts';

export const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024 };

export const part = (key: string, colour: string, painted = true): PartSeen => ({
  key,
  name: key,
  colour,
  material: 'ceramic',
  painted,
});

export const PARTS = [part('cup', '#c0392b'), part('band', '#f0e0c0'), part('handle', '#2c3e50')];

const box = { x: 0, y: 0, width: 320, height: 320 };

export const drafted = (parts = PARTS): DraftAnswer => ({
  shown: { width: 1, height: 1, data: new Uint8Array(4), box, ms: {}, notes: [] },
  insight: null,
  parts: { width: 1, height: 1, labels: new Uint16Array(1), parts },
  runtime: 'WASM',
});

export const made: PictureAnswer = {
  picture: { png: new Uint8Array(3), width: 1024, height: 1024, box, ms: { light: 12.4 }, notes: [] },
  insight: null,
  parts: null,
  runtime: 'WASM',
};

export const drawing = (job: number, svg = '<svg/>', id = '1:1'): ShownDrawing => ({
  job,
  index: 0,
  total: 1,
  sketch: { id, name: 'Mug', svg },
});

interface Run {
  wishes: readonly EngineRequest[];
  kind: 'draft' | 'picture';
  answer: (index: number, answer: PictureAnswer | DraftAnswer | Refusal) => Promise<void>;
  end: () => Promise<void>;
}

export const settle = () => new Promise<void>((done) => setTimeout(done));

export function table(change: Partial<Current> = {}) {
  const posted: UiToPlugin[] = [];
  const runs: Run[] = [];
  const chosen: Partial<Settings>[] = [];
  let realize = 0;
  let current = currentWith({
    drawing: drawing(5),
    settings,
    parts: drafted().parts,
    result: { drawing: drawing(5) } as Current['result'],
    offer: {
      materials: [
        { id: 'ceramic', name: 'Ceramic' },
        { id: 'wood', name: 'Wood' },
      ],
    } as Loaded,
    choose: (change) => chosen.push(change),
    ...change,
  });
  let over: (() => void) | null = null;
  const pool: Pool = {
    most: 2,
    run: (wishes, kind, ready) =>
      new Promise((end) => {
        over?.();
        over = end;
        runs.push({
          wishes,
          kind,
          answer: async (index, answer) => {
            ready(index, answer);
            await settle();
          },
          end: async () => {
            end();
            await settle();
          },
        });
      }),
    cancel: () => over?.(),
    rest: () => undefined,
  };
  const explore = createExplore({
    post: (message) => posted.push(message),
    changed: () => undefined,
    now: () => current,
    pool,
    decode: async () => ({ width: 1, height: 1, data: new Uint8Array([200, 30, 30, 255]) }),
    thumb: async () => new Uint8Array(2),
    toRealize: () => (realize += 1),
  });
  return {
    explore,
    posted,
    runs,
    chosen,
    realized: () => realize,
    is: (change: Partial<Current>) => (current = { ...current, ...change }),
    last: () => runs.at(-1)!,
    open: async () => {
      explore.open();
      await settle();
    },
    full: async () => {
      explore.open();
      await settle();
      const run = runs.at(-1)!;
      for (const i of run.wishes.keys()) await run.answer(i, drafted());
      await run.end();
    },
  };
}
