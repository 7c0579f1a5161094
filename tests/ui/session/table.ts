// A panel's or a one-click window's session on an engine that answers when told to, with a clock that ticks
// when told to.
import type { Refusal, Settings } from '../../../src/core/sketch.ts';
import type { UiToPlugin } from '../../../src/protocol/plugin.ts';
import type { DraftAnswer, Loaded, PictureAnswer } from '../../../src/ui/engine/connection.ts';
import type { EngineRequest, Supervisor } from '../../../src/ui/engine/supervisor.ts';
import { createSession } from '../../../src/ui/session/session.ts';
import { START } from '../../../src/ui/start.ts';

export const offer: Loaded = {
  type: 'loaded',
  job: 0,
  runtime: 'WASM',
  models: [{ id: 'realize', name: 'Realize', lit: true }],
  studios: [
    { id: 'soft', name: 'Soft' },
    { id: 'rim', name: 'Rim' },
  ],
  materials: [],
};

export const made = (size: number): PictureAnswer => ({
  picture: {
    png: new Uint8Array(3),
    width: size,
    height: size,
    box: { x: 0, y: 0, width: 320, height: 320 },
    ms: { light: 12.4, encode: 3 },
    notes: [],
  },
  insight: null,
  parts: null,
  runtime: 'WASM',
});

const { notes, box } = made(1).picture;
export const drafted: DraftAnswer = {
  shown: { data: new Uint8Array(4), width: 1, height: 1, box, ms: { light: 5 }, notes },
  insight: null,
  parts: null,
  runtime: 'WASM',
};

const rival = async () => 'not here';
const thumb = async () => null;

interface Options {
  /** Kept from another time. */
  settings?: Settings;
  /** The plugin has answered that it opened the window. */
  isAnswered?: boolean;
  /** The frame may write to the clipboard. */
  mayCopy?: boolean;
  /** What of the engine is another one's. */
  engine?: Partial<Supervisor>;
}

export function table(
  mode: 'once' | 'panel',
  { settings, isAnswered = true, mayCopy = true, engine: others = {} }: Options = {},
) {
  const posted: UiToPlugin[] = [];
  /** Names of files that were handed over, and how long what was copied is. */
  const saved: string[] = [];
  const asked: {
    settings: Settings;
    wish: EngineRequest;
    answer: (made: PictureAnswer | Refusal) => void;
  }[] = [];
  const drafts: { settings: Settings; answer: (made: DraftAnswer | Refusal) => void }[] = [];
  const timers = new Set<() => void>();
  let state = START;
  let cancels = 0;
  let isPaused = false;
  const engine: Supervisor = {
    start: async () => offer,
    realize: (wish) => new Promise((answer) => asked.push({ settings: wish.settings, wish, answer })),
    draft: ({ settings: wanted }) => new Promise((answer) => drafts.push({ settings: wanted, answer })),
    cancel: () => {
      cancels += 1;
      for (const { answer } of [...asked, ...drafts]) answer({ refused: 'cancelled' });
    },
    adopt: async () => 'not here',
    rest: () => undefined,
    ...others,
  };
  const session = createSession({
    engine,
    post: (m) => posted.push(m),
    changed: (now) => (state = now),
    rival,
    thumb,
    save: (_file, name) => void saved.push(name),
    copy: async (png) => {
      saved.push(`copied ${(await png).length}`);
      return mayCopy;
    },
    paused: () => isPaused,
    later: (_ms, work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  session.begin();
  const opened = (): void =>
    session.hear({ type: 'opened', mode, settings: settings ?? null, editor: 'figma', prefs: START.prefs });
  if (isAnswered) opened();
  const answer = async (n: number, with_: PictureAnswer | Refusal) => {
    asked[n]?.answer(with_);
    await settle();
  };
  const rest = async () => {
    for (const work of [...timers]) {
      timers.delete(work);
      work();
    }
    await settle();
  };
  const draft = async (n: number, with_: DraftAnswer | Refusal = drafted) => {
    drafts[n]?.answer(with_);
    await settle();
  };
  const sketch = async (job: number, index = 0, total = 1) => {
    const sketch = { id: `${job}:${index}`, name: 'Mug', svg: '<svg/>' };
    session.hear({ type: 'sketch', job, index, total, sketch, look: null });
    await settle();
  };
  return {
    opened,
    session,
    posted,
    saved,
    asked,
    drafts,
    state: () => state,
    cancels: () => cancels,
    types: () => posted.map(({ type }) => type),
    pause: (on: boolean) => (isPaused = on),
    sketch,
    answer,
    draft,
    rest,
    /** A drawing, its draft and its full preview. */
    shown: async (job: number) => {
      await sketch(job);
      await draft(drafts.length - 1);
      await rest();
      await answer(asked.length - 1, made(1024));
    },
  };
}

export const settle = () => new Promise((done) => setTimeout(done));
