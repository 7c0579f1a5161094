// Pictures that are promised, and changes of the selection, in → the panel turns to what is selected
// once what was promised stands.
export interface Promised {
  /** A picture of the drawing that is seen was asked for, or no longer. */
  coming: (on: boolean) => void;
  /** More pictures come by themselves, one after another. */
  batch: () => void;
  /** Each drawing had its turn. */
  batchEnded: () => void;
  /** The user has selected something else. */
  selected: () => void;
  /** Another job begins: nothing is promised of it, and it has what is selected now. */
  anew: () => void;
  isOpen: () => boolean;
  /** Another selection waits until what was promised stands. */
  isLate: () => boolean;
}

export function openPromised(turn: () => void): Promised {
  let isBatch = false;
  let isComing = false;
  let isLate = false;
  const turnIfLate = (): void => {
    if (!isLate) return;
    isLate = false;
    turn();
  };
  return {
    coming(on) {
      isComing = on;
      if (!on && !isBatch) turnIfLate();
    },
    batch: () => void (isBatch = true),
    batchEnded() {
      isBatch = false;
      turnIfLate();
    },
    selected() {
      if (isBatch || isComing) isLate = true;
      else turn();
    },
    anew() {
      isLate = false;
      isComing = false;
    },
    isOpen: () => isBatch || isComing,
    isLate: () => isLate,
  };
}
