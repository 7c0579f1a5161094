// Pictures that stand in → steps of undo, looks and history written. Each press of Place is a step of its
// own, since minutes may lie between them; a batch is one step in all.
import type { PluginToUi } from '../protocol/plugin.ts';
import { TOLD } from '../words.ts';
import type { Album } from './history/history.ts';
import type { Placed } from './place/place.ts';
import { attentionOf, show, type Attention } from './place/reveal.ts';
import type { Selecting } from './place/watch-selection.ts';
import type { Promised } from './promised.ts';
import type { Looks } from './storage/look.ts';

interface Surroundings {
  album: Album;
  looks: Looks;
  post: (message: PluginToUi) => void;
  selecting: Selecting;
  promised: Promised;
  crash: (error: unknown) => void;
}

export interface UndoSteps {
  /** Pictures are asked for from here. */
  begin: () => void;
  /** `batch`: more of them come by themselves. */
  placed: (all: readonly Placed[], batch: boolean) => void;
  /** Each drawing had its turn. */
  batchEnded: () => void;
}

export function openUndoSteps(
  api: PluginAPI,
  { album, looks, post, selecting, promised, crash }: Surroundings,
): UndoSteps {
  let pending: Placed[] = [];
  let before: Attention = attentionOf(api);
  const tell = (text: string): void => post({ type: 'told', text });
  const commit = (): void => {
    const fresh = pending.filter(({ isNew }) => isNew);
    pending = [];
    // Who has gone on to another drawing meanwhile stays there.
    if (fresh.length > 0 && !promised.isLate()) selecting.byUs(() => show(api, fresh, before));
    api.commitUndo();
    album.tellAgain().catch(crash);
  };
  return {
    begin: () => void (before = attentionOf(api)),
    placed(all, batch) {
      for (const each of all) {
        each.seal();
        looks.write(each.source);
        if (!each.map && !album.remember(each)) tell(TOLD.historyNotKept);
        if (each.lacksShadow) tell(TOLD.shadowLeftOut);
        if (each.older !== null) tell(TOLD.redone(each.older, each.made.by));
      }
      pending.push(...all);
      if (batch) return promised.batch();
      before = attentionOf(api);
      commit();
    },
    batchEnded() {
      if (pending.length > 0) commit();
      promised.batchEnded();
    },
  };
}
