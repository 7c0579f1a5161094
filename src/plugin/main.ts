// The plugin's entry and the only file that names the global `figma`: commands and messages in, jobs out.
// `realize` and `realize-again` run once and close; `open` keeps the panel and follows the selection.
import { isRefusal, type Refusal, type Settings } from '../core/sketch.ts';
import type { Mode, PluginToUi } from '../protocol.ts';
import { ahead, clip, crowded, sentence, stopped, summary, WORDS, type Stands } from '../words.ts';
import { openDoor } from './door.ts';
import { openInbox } from './inbox.ts';
import { run } from './job.ts';
import { keep, recall } from './memory.ts';
import type { Placed } from './place.ts';
import { shapesIn } from './read.ts';
import { pickTargets, type Targets } from './targets.ts';
import { attentionOf, selectedOn, show } from './view.ts';

const mode: Mode = figma.command === 'open' ? 'panel' : 'once';
const door = openDoor();
const inbox = openInbox();
let lastJob = 0;
/** The selection that we made ourselves: the panel need not be told. */
let selectedByUs: string | null = null;

const post = (message: PluginToUi): void => figma.ui.postMessage(message);
const say = (text: string, error = false): void => void figma.notify(clip(text), { error });
const selectedNow = (): string => selectedOn(figma.currentPage);

/** From this many on, the one-click command says first how many pictures it will make. */
const MANY_PICTURES = 5;
/** Shapes beyond this cannot be told apart in the generator's square, and even reading them takes a while. */
const MANY_SHAPES = 1500;

function crash(error: unknown): void {
  say(stopped(error instanceof Error ? error.message : String(error)), true);
  figma.closePlugin();
}

async function targets(): Promise<Targets | Refusal> {
  if (figma.editorType === 'dev') return { refused: 'read-only' };
  return pickTargets(figma.currentPage.selection, (id) => figma.getNodeByIdAsync(id));
}

/** One click: everything that is selected, one step of undo, then closed. Closing the window is a cancel, too. */
async function runOnce(found: Targets): Promise<void> {
  lastJob += 1;
  const before = attentionOf(figma);
  const standing: Placed[] = [];
  let isOver = false;
  const takeBack = (): void => {
    isOver = true;
    for (const each of standing.reverse()) each.takeBack();
    say(sentence({ refused: 'cancelled' }));
  };
  figma.on('close', () => {
    if (!isOver && standing.length > 0) takeBack();
  });
  if (found.nodes.length >= MANY_PICTURES) say(ahead(found.nodes.length));
  const { refused, cut } = await run(lastJob, found.nodes, {
    canvas: figma,
    inbox,
    post,
    readOne: ({ sketch }) => {
      const shapes = shapesIn(sketch);
      if (shapes > MANY_SHAPES) say(crowded(sketch.name, shapes));
    },
    placed: (each) => standing.push(each),
    stays: false,
  });
  if (cut !== null) takeBack();
  else {
    isOver = true;
    show(figma, standing, before);
    say(summary(standing.map(toldOf), refused), standing.length === 0);
  }
  figma.closePlugin();
}

function toldOf({ drawing, page, notes }: Placed): Stands {
  const isElsewhere = !page.removed && page.id !== figma.currentPage.id;
  return { name: drawing, page: isElsewhere ? page.name : null, notes };
}

/** The panel: each placed picture is a step of undo of its own, since minutes may lie between them. */
async function runPanel(): Promise<void> {
  lastJob += 1;
  const job = lastJob;
  const found = await targets();
  if (job !== lastJob) return; // a newer one has begun meanwhile
  if (isRefusal(found)) {
    inbox.begin(job);
    post({ type: 'refused', job, refusal: found });
    return;
  }
  const placed = (each: Placed): void => {
    show(figma, [each], attentionOf(figma));
    selectedByUs = selectedNow();
    figma.commitUndo();
  };
  const readOne = (): void => undefined; // the panel tells of it beside the preview
  await run(job, found.nodes, { canvas: figma, inbox, post, readOne, placed, stays: true });
}

async function begin(): Promise<void> {
  const found = mode === 'once' ? await targets() : null;
  if (found && isRefusal(found)) {
    say(sentence(found), true);
    figma.closePlugin();
    return;
  }
  const kept = await recall(figma.clientStorage);
  const settings: Settings | null = found?.again ?? kept;
  const size = mode === 'once' ? { width: 300, height: 84 } : { width: 360, height: 640 };
  const title = mode === 'once' ? WORDS.progressTitle : WORDS.panelTitle;
  figma.showUI(__html__, { title, ...size, themeColors: true });
  figma.ui.onmessage = (unknown: unknown) => {
    receive(unknown, found, settings).catch(crash);
  };
  if (mode === 'panel') followSelection();
}

async function receive(unknown: unknown, found: Targets | null, settings: Settings | null): Promise<void> {
  const message = door.enter(unknown);
  if (!message) return;
  switch (message.type) {
    case 'ready':
      post({
        type: 'opened',
        mode,
        settings,
        editor: figma.editorType === 'figjam' ? 'figjam' : 'figma',
        prefs: null,
      });
      if (found && lastJob === 0) await runOnce(found);
      return;
    case 'ask':
      if (mode === 'panel') await runPanel();
      return;
    case 'place':
    case 'refused':
      inbox.give(message);
      return;
    case 'cancel':
      // The progress window knows of one job only, and may be closed before it has heard its number.
      if (mode === 'once' && lastJob === 0) figma.closePlugin();
      else inbox.give(mode === 'once' ? { type: 'cancel', job: lastJob } : message);
      return;
    case 'settings':
      if (!(await keep(figma.clientStorage, message.settings))) say(WORDS.settingsNotKept, true);
      return;
    case 'close':
      figma.closePlugin();
      return;
    case 'place-many':
    case 'look':
    case 'prefs':
    case 'resize':
    case 'ask-palette':
    case 'ask-image':
    case 'ask-history':
    case 'fetch':
    case 'restore':
    case 'forget':
    case 'copy-look':
      return; // the panel does not send these yet
    default:
      message satisfies never;
  }
}

function followSelection(): void {
  let soon: number | null = null;
  const changed = (): void => {
    if (soon !== null) clearTimeout(soon);
    soon = setTimeout(() => {
      if (selectedNow() === selectedByUs) return;
      selectedByUs = null;
      runPanel().catch(crash);
    }, 150);
  };
  figma.on('selectionchange', changed);
  figma.on('currentpagechange', changed);
}

begin().catch(crash);
