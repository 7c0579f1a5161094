// What the user does in, a call of `rest` out: after a while without a wish, sooner in a hidden window.

/** Calls `then` after `ms`; calling what it gives calls it off. */
export type Wait = (ms: number, then: () => void) => () => void;

export interface Idle {
  /** The user did something, or something was made for her. */
  stir: () => void;
  /** The window was hidden, or is seen again. */
  seen: (visible: boolean) => void;
}

const AFTER_MS = 5 * 60_000;
/** Long enough for a look at another tab: to open the worker again takes about a second. */
const AFTER_HIDDEN_MS = 30_000;

/** `rest` is called once for each time of quiet; what it closes, the next wish opens again. */
export function createIdle(rest: () => void, wait: Wait): Idle {
  let callOff: () => void = () => undefined;
  let visible = true;
  const stir = (): void => {
    callOff();
    callOff = wait(visible ? AFTER_MS : AFTER_HIDDEN_MS, rest);
  };
  return {
    stir,
    seen(now) {
      visible = now;
      stir();
    },
  };
}
