// A panel in which a drawing can be selected and run, on an engine that answers when told to.
import type { Refusal } from '../../../src/core/sketch.ts';
import type { DraftAnswer, PictureAnswer } from '../../../src/ui/engine/connection.ts';
import type { Rival, EngineRequest } from '../../../src/ui/engine/supervisor.ts';
import { createRunner } from '../../../src/ui/session/run.ts';
import { createStore } from '../../../src/ui/session/store.ts';
import type { Result } from '../../../src/ui/state.ts';
import { offer, settle } from './table.ts';

export function bench(start: () => Promise<typeof offer | Refusal> = async () => offer) {
  const wishes: EngineRequest[] = [];
  const answers: ((answer: never) => void)[] = [];
  const ended: (Result | Refusal)[] = [];
  const rivals: Rival[] = [];
  let losing = (): void => undefined;
  let isPaused = false;
  const push = (wish: EngineRequest) => {
    wishes.push(wish);
    return new Promise<never>((answer) => answers.push(answer));
  };
  const store = createStore(() => undefined);
  store.dispatch({ type: 'opened', mode: 'panel', settings: null, editor: 'figma', prefs: null });
  store.dispatch({ type: 'chose', change: { size: 2048, shadowApart: true } });
  const { run, make } = createRunner({
    store,
    engine: {
      start,
      draft: push,
      realize: push,
      adopt: async (rival, lost) => {
        rivals.push(rival);
        if (lost) losing = lost;
        return null;
      },
    },
    rival: async () => 'not here',
    paused: () => isPaused,
    ended: async (_drawing, answer) => void ended.push(answer),
  });
  return {
    store,
    run,
    make,
    wishes,
    ended,
    rivals,
    lose: () => losing(),
    pause: () => (isPaused = true),
    select: (): void => {
      const sketch = { id: '1:2', name: 'Mug', svg: '<svg/>' };
      store.dispatch({ type: 'sketch', job: 1, index: 0, total: 1, sketch, look: null });
    },
    answer: async (n: number, answer: PictureAnswer | DraftAnswer | Refusal): Promise<void> => {
      answers[n]?.(answer as never);
      await settle();
    },
  };
}
