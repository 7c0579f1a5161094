// One click: everything that is selected, one step of undo, then closed. Closing the window is a cancel, too.
import type { Prefs, Again } from '../protocol/placing.ts';
import type { PluginToUi } from '../protocol/plugin.ts';
import { ahead, crowded, sentence, summary, TOLD, type Stands } from '../words.ts';
import type { Album } from './history/history.ts';
import type { Inbox } from './inbox.ts';
import { run } from './job.ts';
import type { Looks } from './storage/look.ts';
import type { Placed } from './place/place.ts';
import { shapesIn } from './read/read.ts';
import type { Targets } from './read/targets.ts';
import { attentionOf, idsOf, show } from './place/reveal.ts';

/** From this many on it says first how many pictures it will make. */
const MANY_PICTURES = 5;
/** Shapes beyond this cannot be told apart in the generator's square, and even reading them takes a while. */
const MANY_SHAPES = 1500;

export interface Click {
  inbox: Inbox;
  looks: Looks;
  album: Album;
  prefs: Prefs | null;
  post: (message: PluginToUi) => void;
  say: (text: string, error?: boolean) => void;
}

/**
 * "Realize again" does as its user chose; who never chose gets a new image in the picture that she
 * clicked on, and a picture more where she clicked on a drawing. The menu's "Realize sketch" always
 * makes a picture more of a drawing.
 */
function againOf(command: string, { again }: Targets, prefs: Prefs | null): Again {
  if (again) return prefs?.again ?? 'update';
  return command === 'realize-again' ? (prefs?.again ?? 'add') : 'add';
}

export async function runOnce(api: PluginAPI, job: number, found: Targets, click: Click): Promise<void> {
  const { inbox, looks, album, post, say } = click;
  const before = attentionOf(api);
  const standing: Placed[] = [];
  let isOver = false;
  const takeBack = (): void => {
    isOver = true;
    for (const each of standing.reverse()) each.takeBack();
    say(sentence({ refused: 'cancelled' }));
  };
  api.on('close', () => {
    if (!isOver && standing.length > 0) takeBack();
  });
  if (found.drawings.length >= MANY_PICTURES) say(ahead(found.drawings.length));
  const selected = idsOf(api.currentPage);
  const { refused, cut } = await run(job, found.drawings, {
    canvas: api,
    inbox,
    post,
    // A picture is made again as it was made, whatever was chosen for its drawing since.
    lookOf: (drawing) => (found.again ? null : looks.of(drawing)),
    selected: () => selected,
    again: againOf(api.command, found, click.prefs),
    readOne: ({ sketch }) => {
      const shapes = shapesIn(sketch);
      if (shapes > MANY_SHAPES) say(crowded(sketch.name, shapes));
    },
    placed: (all) => standing.push(...all),
    panel: null,
  });
  if (cut !== null) takeBack();
  else {
    isOver = true;
    for (const each of standing) each.seal();
    if (!standing.every((each) => album.remember(each))) say(TOLD.historyNotKept, true);
    const fresh = standing.filter(({ isNew }) => isNew);
    if (fresh.length > 0) show(api, fresh, before);
    const stands = standing.map((each) => toldOf(each, api.currentPage));
    say(summary(stands, refused), standing.length === 0);
  }
  api.closePlugin();
}

function toldOf({ drawing, page, notes, older, made }: Placed, here: PageNode): Stands {
  const redone = older === null ? {} : { redone: TOLD.redone(older, made.by) };
  const isElsewhere = !page.removed && page.id !== here.id;
  return { name: drawing, page: isElsewhere ? page.name : null, notes, ...redone };
}
