// The file's looks by name and the look at hand in, which of them is worn and what is asked of the plugin
// out. No DOM.
// A look that is taken is one step of undo, as any choice.
import { presetLookOf, type Preset } from '../../protocol/preset.ts';
import { MOST_OWN_NAME } from '../../schemas/values.ts';
import type { Around } from '../current.ts';
import type { ForPresets } from '../dispatcher.ts';
import { freeName, isAlike } from '../named.ts';

interface PresetsState {
  /** By name; null until the plugin has answered. */
  presets: readonly Preset[] | null;
  /** Id of the one that was taken or kept last: it may be renamed, changed and deleted. */
  last: string | null;
  /** A name is being typed: for a new one, or for `last`. */
  naming: 'new' | 'last' | null;
}

export interface Presets {
  readonly state: PresetsState;
  /** The one that was taken last; null: none, or it is gone. */
  readonly last: Preset | null;
  /** Whether the look at hand is that one, unchanged. */
  readonly isWorn: boolean;
  hear: (message: ForPresets) => void;
  take: (id: string) => void;
  /** Asks for a name; null: no more. */
  name: (what: PresetsState['naming']) => void;
  /** What was asked for, under that name. An empty one gives up. */
  named: (name: string) => void;
  /** The last one looks as the look at hand from now on. */
  change: () => void;
  forget: () => void;
}

interface PresetsParts extends Pick<Around, 'post' | 'changed' | 'now'> {
  /** One that no other preset has: small letters and digits. */
  newId: () => string;
}

export function createPresets({ post, changed, now, newId }: PresetsParts): Presets {
  let state: PresetsState = { presets: null, last: null, naming: null };
  const set = (change: Partial<PresetsState>): void => {
    state = { ...state, ...change };
    changed();
  };
  const last = (): Preset | null => state.presets?.find(({ id }) => id === state.last) ?? null;
  const lookAtHand = () => presetLookOf(now().settings);

  return {
    get state() {
      return state;
    },
    get last() {
      return last();
    },
    get isWorn() {
      const kept = last();
      return kept !== null && isAlike(kept.look, lookAtHand());
    },
    hear(message) {
      if (message.type === 'presets') return set({ presets: message.presets });
      if (message.mode === 'panel') post({ type: 'ask-presets' });
    },
    take(id) {
      const preset = state.presets?.find((one) => one.id === id);
      if (!preset) return;
      const { offer, choose } = now();
      const { studio, ...look } = preset.look;
      // A set-up that this version does not have stays as it is.
      choose(offer?.studios.some((one) => one.id === studio) ? preset.look : look);
      set({ last: id });
    },
    name: (naming) => set({ naming }),
    named(typed) {
      const name = typed.trim().slice(0, MOST_OWN_NAME);
      const kept = last();
      const { naming } = state;
      set({ naming: null });
      if (name === '') return;
      if (naming === 'new') {
        const id = newId();
        post({
          type: 'keep-preset',
          preset: { id, name: freeName(name, state.presets ?? [], null), look: lookAtHand() },
        });
        set({ last: id });
      } else if (kept && name !== kept.name)
        post({
          type: 'keep-preset',
          preset: { ...kept, name: freeName(name, state.presets ?? [], kept.id) },
        });
    },
    change() {
      const kept = last();
      if (kept) post({ type: 'keep-preset', preset: { ...kept, look: lookAtHand() } });
    },
    forget() {
      if (state.last !== null) post({ type: 'forget-preset', id: state.last });
      set({ last: null });
    },
  };
}
