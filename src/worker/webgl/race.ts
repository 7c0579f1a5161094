// In: the light on WASM, and how to open it on a graphics card. Out: one network, which is WASM's until the
// card has given the same numbers, for pixels by chance and for the user's own, in less time; and again when
// it fails.
import type { Network, Tensor } from '../../core/engine.ts';
import { WEBGL } from '../../words.ts';
import type { Card } from './card.ts';
import { check, inTime, proveLight } from './proof.ts';

/** Strips of real work that both light. */
const HEATS = 3;
/** A card that is so many times slower in one of them is not waited for. */
const HOPELESS = 3;

interface Runners {
  wasm: Network;
  /** Begins to compile. Throws, in words for the user, where there is no card. */
  open: () => Card;
  /** Smaller strips are WASM's: a card has a price for each. Pixels. */
  least: number;
  /** One that has won already. */
  won: Card | null;
  /** Pixels by chance, as inputs of the network. */
  practice: () => Iterable<Record<string, Tensor>>;
  /** Milliseconds. */
  now: () => number;
}

export interface Race {
  light: Network;
  /** A picture has been made. The card is opened after the first: nobody waits longer for that. */
  pictureMade: () => void;
  /** In words for the user; null: it was not tried. */
  verdict: () => string | null;
}

type State =
  | { is: 'before'; worked: boolean; due: boolean }
  | { is: 'compiling' | 'won'; card: Card }
  | { is: 'running'; card: Card; heats: number; onCard: number; onWasm: number }
  | { is: 'over' };

export function openRace({ wasm, open, least, won, practice, now }: Runners): Race {
  let state: State = won ? { is: 'won', card: won } : { is: 'before', worked: false, due: false };
  let verdict: string | null = null;

  function lose(why: string): void {
    if ('card' in state) state.card.close();
    state = { is: 'over' };
    verdict = why;
  }

  /** Whatever a card does, the picture goes on. */
  async function trying<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      lose(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  async function heat(inputs: Record<string, Tensor>): Promise<Record<string, Tensor>> {
    const began = now();
    const wanted = await wasm(inputs);
    const between = now();
    if (state.is !== 'running') return wanted;
    const { card } = state;
    const onCard = await trying(async () => {
      const found = await card.light(inputs);
      const took = now() - between;
      check(found, wanted);
      return took;
    });
    if (onCard === null || state.is !== 'running') return wanted;
    const onWasm = between - began;
    state.onCard += onCard;
    state.onWasm += onWasm;
    state.heats += 1;
    const each = [state.onCard / state.heats, state.onWasm / state.heats] as const;
    const isSlow = state.heats === HEATS && state.onCard >= state.onWasm;
    if (isSlow || onCard > HOPELESS * onWasm) lose(WEBGL.slow(...each));
    else if (state.heats === HEATS) {
      state = { is: 'won', card };
      verdict = WEBGL.won(...each);
    }
    return wanted;
  }

  return {
    verdict: () => verdict,
    pictureMade() {
      if (state.is === 'before') state.due = state.worked;
    },
    async light(inputs) {
      const count = pixelsOf(inputs);
      if (count < least || state.is === 'over') return wasm(inputs);
      if (state.is === 'won') {
        const { card } = state;
        return (count <= card.most && (await trying(() => card.light(inputs)))) || wasm(inputs);
      }
      if (state.is === 'before') {
        state.worked = true;
        if (state.due) await trying(async () => void (state = { is: 'compiling', card: open() }));
      } else if (state.is === 'compiling') {
        const { card } = state;
        const proved = await trying(
          async () => card.ready() && (await proveLight(card.light, wasm, inTime(practice(), now))),
        );
        if (proved === true) state = { is: 'running', card, heats: 0, onCard: 0, onWasm: 0 };
      }
      return heat(inputs);
    },
  };
}

function pixelsOf(inputs: Record<string, Tensor>): number {
  const sizes = Object.values(inputs).map(({ shape: [, , rows = 0, columns = 0] }) => rows * columns);
  return Math.max(0, ...sizes);
}
