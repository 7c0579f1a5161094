// The plugin's entry and the only file that names the global `figma`: commands and messages in, jobs out.
// `realize` and `realize-again` run once and close; `open` keeps the panel and follows the selection.
import { isRefusal, type Refusal, type Settings } from '../core/sketch.ts';
import type { Prefs } from '../protocol/placing.ts';
import type { Mode, PluginToUi } from '../protocol/plugin.ts';
import { clip, sentence, stopped, WORDS } from '../words.ts';
import { openAlbum } from './history/history.ts';
import { openPanelDoor } from './door.ts';
import { fittedWindow, USUAL_WINDOW } from './window-size.ts';
import { openInbox } from './inbox.ts';
import { openLooks } from './storage/look.ts';
import { openKeeping } from './storage/keep-wishes.ts';
import { recall } from './storage/settings.ts';
import { runOnce } from './once.ts';
import { paletteOf } from './read/document-colours.ts';
import { openPanel, type PanelHost } from './panel.ts';
import { bytesOf, selectedImage } from './read/selected-image.ts';
import { modelsIn } from './storage/own-models.ts';
import { pickTargets, type Targets } from './read/targets.ts';

const mode: Mode = figma.command === 'open' ? 'panel' : 'once';
const door = openPanelDoor();
const inbox = openInbox();
const looks = openLooks();

const post = (message: PluginToUi): void => figma.ui.postMessage(message);
const say = (text: string, error = false): void => void figma.notify(clip(text), { error });
const album = openAlbum(figma, post);
const keeping = openKeeping(figma, { post, say });
/** The one job of the one-click command. */
const ONLY = 1;
let hasBegun = false;

function crash(error: unknown): void {
  say(stopped(error instanceof Error ? error.message : String(error)), true);
  figma.closePlugin();
}

async function targets(): Promise<Targets | Refusal> {
  if (figma.editorType === 'dev') return { refused: 'dev-mode' };
  return pickTargets(figma.currentPage.selection, {
    find: (id) => figma.getNodeByIdAsync(id),
    isAgain: figma.command === 'realize-again',
  });
}

async function begin(): Promise<void> {
  const found = mode === 'once' ? await targets() : null;
  if (found && isRefusal(found)) {
    say(sentence(found), true);
    figma.closePlugin();
    return;
  }
  const [settings, prefs] = await Promise.all([
    recall(figma.clientStorage, 'settings'),
    recall(figma.clientStorage, 'prefs'),
  ]);
  const size =
    mode === 'once' ? { width: 300, height: 84 } : fittedWindow(prefs ?? USUAL_WINDOW, figma.viewport);
  const title = mode === 'once' ? WORDS.progressTitle : WORDS.panelTitle;
  figma.showUI(__html__, { title, ...size, themeColors: true });
  const panel = mode === 'panel' ? openPanel(figma, { inbox, looks, album, post, targets, crash }) : null;
  if (panel) figma.on('close', panel.close);
  const opened: Opened = { found, panel, settings: found?.again ?? settings, prefs };
  figma.ui.onmessage = (unknown: unknown) => {
    receive(unknown, opened).catch(crash);
  };
}

interface Opened {
  /** What the one-click command works on. */
  found: Targets | null;
  panel: PanelHost | null;
  settings: Settings | null;
  prefs: Prefs | null;
}

/** Ids of the generators that the one-click command may need; each takes a while to unpack. */
function wantedBy({ drawings, again }: Targets, settings: Settings | null): string[] {
  const theirs = again ? [] : drawings.map((drawing) => looks.of(drawing)?.model ?? '');
  return [settings?.model ?? '', ...theirs];
}

async function receive(unknown: unknown, { found, panel, settings, prefs }: Opened): Promise<void> {
  const message = door.read(unknown);
  if (!message) return;
  switch (message.type) {
    case 'ready': {
      const editor = figma.editorType === 'figjam' ? 'figjam' : 'figma';
      const models = await modelsIn(figma.clientStorage, found && wantedBy(found, settings));
      if (models.length > 0) post({ type: 'models', models });
      post({ type: 'opened', mode, settings, editor, prefs });
      if (!found || hasBegun) return;
      hasBegun = true;
      return runOnce(figma, ONLY, found, { inbox, looks, album, prefs, post, say });
    }
    case 'ask':
      return panel?.begin();
    case 'place':
    case 'place-many':
    case 'skip':
    case 'refused':
      inbox.give(message);
      return;
    case 'cancel':
      // The progress window knows of one job only, and may be closed before it has heard its number.
      if (mode === 'once' && !hasBegun) figma.closePlugin();
      else inbox.give(mode === 'once' ? { type: 'cancel', job: ONLY } : message);
      return;
    case 'go-on':
      return panel?.goOn(message.job);
    case 'turn-to':
      return panel?.turnTo(message);
    case 'resize': {
      const { width, height } = fittedWindow(message, figma.viewport);
      if (mode === 'panel') figma.ui.resize(width, height);
      return;
    }
    case 'coming':
      panel?.coming(message);
      return;
    case 'look':
      panel?.look(message);
      return;
    case 'copy-look':
      return panel?.copyLook(message);
    case 'show-drawing':
      return panel?.showDrawing();
    case 'ask-palette':
      post({ type: 'palette', colours: await paletteOf(figma) });
      return;
    case 'ask-image': {
      const image = await selectedImage(figma.currentPage.selection, figma);
      if (image && 'told' in image) post({ type: 'told', text: image.told });
      post({ type: 'image', bytes: image && 'bytes' in image ? image.bytes : null });
      return;
    }
    case 'ask-history':
      return album.tell();
    case 'fetch': {
      const kept = album.find(message.id);
      post({ type: 'fetched', id: message.id, png: kept && (await bytesOf(kept.picture.hash, figma)) });
      return;
    }
    case 'restore':
      return panel?.restore(message);
    case 'forget':
      return panel?.forget(message.id);
    case 'settings':
    case 'prefs':
    case 'ask-lights':
    case 'keep-light':
    case 'forget-light':
    case 'ask-presets':
    case 'keep-preset':
    case 'forget-preset':
    case 'keep-model':
    case 'forget-model':
      return keeping(message);
    case 'close':
      figma.closePlugin();
      return;
    default:
      message satisfies never;
  }
}

begin().catch(crash);
