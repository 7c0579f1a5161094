// In: how many drawings are selected. Out: the batch over them, an engine that answers by hand, and all that
// was posted, asked and saved.
import { PLAIN } from '../../../src/core/sketch.ts';
import type { Look, Refusal, Settings } from '../../../src/core/sketch.ts';
import type { UiToPlugin } from '../../../src/protocol/plugin.ts';
import type { Loaded, PictureAnswer } from '../../../src/ui/engine/connection.ts';
import type { EngineRequest } from '../../../src/ui/engine/supervisor.ts';
import { createMany } from '../../../src/ui/many/many.ts';
import { currentWith } from '../current.ts';

export const settings: Settings = {
  ...PLAIN,
  model: 'realize',
  studio: 'soft',
  size: 1024,
  parts: { cup: { colour: '#ff0000' } },
};

export const sketch = (index: number) => ({ id: `1:${index}`, name: `Mug ${index}`, svg: '<svg/>' });

export const made: PictureAnswer = {
  picture: {
    png: new Uint8Array(3),
    width: 1024,
    height: 1024,
    box: { x: 0, y: 0, width: 320, height: 320 },
    ms: { light: 12.4, encode: 3 },
    notes: [],
  },
  insight: null,
  parts: null,
  runtime: 'WASM',
};

export const settle = () => new Promise((done) => setTimeout(done));

export function table(total = 3, offered = true, naming = '') {
  const posted: UiToPlugin[] = [];
  const asked: EngineRequest[] = [];
  const saved: { file: Uint8Array; name: string }[] = [];
  /** How much was posted when what was chosen was written. */
  const written: number[] = [];
  const answers: ((answer: PictureAnswer | Refusal) => void)[] = [];
  const current = currentWith({
    drawing: { job: 5, index: 0, total, sketch: sketch(0) },
    settings,
    offer: offered ? ({} as Loaded) : null,
    how: { where: 'over', again: 'add' },
    naming,
  });
  const many = createMany({
    post: (message) => posted.push(message),
    changed: () => undefined,
    now: () => current,
    flush: () => void written.push(posted.length),
    engine: {
      realize: (wish) => {
        asked.push(wish);
        return new Promise((answer) => answers.push(answer));
      },
      cancel: () => {
        for (const answer of answers) answer({ refused: 'cancelled' });
      },
    },
    thumb: async () => new Uint8Array(2),
    save: (file, name) => void saved.push({ file, name }),
  });
  return {
    many,
    current,
    saved,
    written,
    /** The same drawings, as another job; `goesOn`: the rest of an earlier one. */
    sendAgain: (index: number, goesOn?: number, all = total) =>
      many.hear({
        type: 'sketch',
        job: 6,
        index,
        total: all,
        sketch: sketch(index),
        look: null,
        ...(goesOn !== undefined && { goesOn }),
      }),
    posted,
    asked,
    send: (index: number, look: Look | null = null) =>
      many.hear({ type: 'sketch', job: 5, index, total, sketch: sketch(index), look }),
    answer: async (n: number, answer: PictureAnswer | Refusal) => {
      answers[n]?.(answer);
      await settle();
    },
    placed: (index: number) => many.hear({ type: 'placed', job: 5, index, name: '' }),
  };
}
