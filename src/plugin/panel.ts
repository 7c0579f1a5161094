// The window that stays: it shows what is selected, follows every edit of it, and places when it is told to.
// One job at a time: what is selected, or what was left of a batch; a newer one supersedes it.
import { isRefusal, type Refusal } from '../core/sketch.ts';
import type { PluginToUi, UiToPlugin } from '../protocol/plugin.ts';
import { TOLD } from '../words.ts';
import type { Album } from './history/history.ts';
import { standing, topOf, type DrawnLayers } from './drawing.ts';
import type { Inbox } from './inbox.ts';
import { run } from './job.ts';
import { openLookWishes } from './look-wishes.ts';
import { openPromised } from './promised.ts';
import { openUndoSteps } from './undo-steps.ts';
import { follow } from './read/follow-edits.ts';
import type { Looks } from './storage/look.ts';
import { restore } from './history/restore.ts';
import { showIn } from './place/hide-children.ts';
import { openSelecting } from './place/watch-selection.ts';
import type { Targets } from './read/targets.ts';
import type { From } from './turns.ts';
import { pageOf } from './node-tree.ts';
import type { Workplace } from './workplace.ts';
import { watchPictures } from './read/watch-pictures.ts';
import { attentionOf, idsOf, show } from './place/reveal.ts';

export interface PanelParts {
  inbox: Inbox;
  looks: Looks;
  album: Album;
  post: (message: PluginToUi) => void;
  targets: () => Promise<Targets | Refusal>;
  crash: (error: unknown) => void;
}

type MessageOf<T extends UiToPlugin['type']> = Extract<UiToPlugin, { type: T }>;

export interface PanelHost {
  /** Shows what is selected now, whatever ran before. */
  begin: () => Promise<void>;
  /** The drawings of a job that was cancelled, those that are left of them. */
  goOn: (job: number) => Promise<void>;
  /** Another one of the drawings that are selected is seen. */
  turnTo: (wish: Pick<MessageOf<'turn-to'>, 'job' | 'index'>) => Promise<void>;
  coming: (wish: Pick<MessageOf<'coming'>, 'job' | 'coming'>) => void;
  look: (wish: MessageOf<'look'>) => void;
  copyLook: (wish: MessageOf<'copy-look'>) => Promise<void>;
  /** What was hidden behind the pictures of the drawings at hand; they are read anew. */
  showDrawing: () => Promise<void>;
  restore: (wish: MessageOf<'restore'>) => Promise<void>;
  forget: (id: string) => Promise<void>;
  /** Writes what is held for the drawings. */
  close: () => void;
}

export function openPanel(api: PluginAPI, surroundings: PanelParts): PanelHost {
  const { inbox, looks, album, post, targets, crash } = surroundings;
  let job = 0;
  /** Of the running job, in their order. */
  let drawings: readonly DrawnLayers[] = [];
  /** Of each job of several: the panel may go on with one when something else is selected by then. */
  const several = new Map<number, readonly DrawnLayers[]>();
  let shown: DrawnLayers | null = null;
  const promised = openPromised(() => void begin().catch(crash));
  const selecting = openSelecting(api, promised.selected);
  const steps = openUndoSteps(api, { album, looks, post, selecting, promised, crash });
  const wishes = openLookWishes({ looks, post, targets, commitUndo: () => api.commitUndo() });
  const tell = (text: string): void => post({ type: 'told', text });
  const coming: PanelHost['coming'] = ({ job: of, coming: on }) => {
    if (of === job) promised.coming(on);
  };

  /** `known`: instead of what is selected. `from`: seen first. `goesOn`: the job that it is the rest of. */
  async function begin(known?: readonly DrawnLayers[], from?: From, goesOn?: number): Promise<void> {
    promised.anew();
    job += 1;
    const mine = job;
    const found = known ? { drawings: known } : await targets();
    if (mine !== job) return; // a newer one has begun meanwhile
    if (isRefusal(found)) {
      inbox.begin(mine);
      const isGone = found.refused === 'nothing-selected' && shown !== null && topOf(shown) === null;
      post({ type: 'refused', job: mine, refusal: isGone ? { refused: 'node-gone' } : found });
      return;
    }
    ({ drawings } = found);
    if (drawings.length > 1 || goesOn !== undefined) several.set(job, drawings);
    steps.begin();
    const workplace: Workplace = {
      canvas: api,
      inbox,
      post(message) {
        post(message.type === 'sketch' && goesOn !== undefined ? { ...message, goesOn } : message);
        if (message.type === 'placed' || message.type === 'refused') coming({ job: mine, coming: false });
      },
      lookOf: (drawing) => looks.of(drawing),
      selected: () => idsOf(api.currentPage),
      again: 'add',
      readOne: ({ drawing }) => (shown = drawing), // the panel tells of it beside the preview
      placed: steps.placed,
      panel: {
        passed: steps.batchEnded,
        follow(drawing, reread) {
          const top = topOf(drawing);
          const page = top && pageOf(top);
          return page ? follow(drawing, page, api, reread) : () => undefined;
        },
      },
    };
    await run(mine, drawings, workplace, from);
  }

  watchPictures(api, () => void album.tellAgain().catch(crash));
  return {
    begin: () => begin(),
    async goOn(of) {
      const left = (several.get(of) ?? []).filter((drawing) => topOf(drawing) !== null);
      if (left.length === 0) return tell(TOLD.noneLeft);
      await begin(left, undefined, of);
    },
    async turnTo({ job: of, index }) {
      if (of !== job || promised.isOpen() || index >= drawings.length) return;
      const seen = drawings.findIndex(({ id }) => id === shown?.id);
      await begin(drawings, { index, way: index < seen ? -1 : 1 });
    },
    coming,
    look: ({ job: of, index, look }) => wishes.hold(of === job ? drawings[index] : undefined, look),
    copyLook: ({ look }) => wishes.copy(look),
    async showDrawing() {
      const shownAgain = drawings.flatMap(standing).filter(showIn);
      if (shownAgain.length === 0) return;
      api.commitUndo();
      await begin();
    },
    async restore({ id, name }) {
      const now = attentionOf(api);
      const done = await restore(id, name, album, api);
      if (typeof done === 'string') return tell(done);
      selecting.byUs(() => show(api, [done], now));
      api.commitUndo();
      tell(TOLD.restored(done.node.name));
      await album.tell();
    },
    async forget(id) {
      album.forget(id);
      api.commitUndo();
      await album.tell();
    },
    close: () => looks.writeAll(),
  };
}
