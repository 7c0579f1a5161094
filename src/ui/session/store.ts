// Actions in, the state after each of them out: the one place that holds it, and tells of every change.
import { reduce } from '../reduce.ts';
import type { Action } from '../action.ts';
import { START } from '../start.ts';
import type { State } from '../state.ts';

export interface Store {
  readonly state: State;
  dispatch: (action: Action) => void;
}

export function createStore(changed: (state: State) => void): Store {
  let state = START;
  return {
    get state() {
      return state;
    },
    dispatch(action) {
      state = reduce(state, action);
      changed(state);
    },
  };
}
