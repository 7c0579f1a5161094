// The state that the panel holds, and who is told of its changes.
import { expect, it } from 'vitest';
import { createStore } from '../../../src/ui/session/store.ts';
import { START } from '../../../src/ui/start.ts';
import type { State } from '../../../src/ui/state.ts';

it('holds the newest state and tells of each', () => {
  const told: State[] = [];
  const store = createStore((state) => told.push(state));
  expect(store.state).toBe(START);
  store.dispatch({ type: 'split', split: 0.2 });
  store.dispatch({ type: 'tabbed', tab: 'history' });
  expect(told.map(({ split, tab }) => [split, tab])).toEqual([
    [0.2, 'realize'],
    [0.2, 'history'],
  ]);
  expect(store.state).toBe(told[1]);
});
