// The plugin's entry and the only file that names the global `figma`: commands and messages in, jobs out.
// `realize` and `realize-again` run once and close; `open` keeps the panel and follows the selection.
import { isRefusal, type Refusal, type Settings } from '../core/sketch.ts';
import type { Prefs } from '../protocol/placing.ts';
import type { Mode, PluginToUi } from '../protocol/plugin.ts';
import { clip, sentence, stopped, TOLD, WORDS } from '../words.ts';
import { openAlbum } from './history/history.ts';
import { openPanelDoor } from './door.ts';
import { fitted, USUAL } from './window-size.ts';
import { openInbox } from './inbox.ts';
import { openLooks } from './storage/look.ts';
import { keep, recall } from './storage/settings.ts';
import { runOnce } from './once.ts';
import { paletteOf } from './read/document-colours.ts';
import { openPanel, type Panel } from './panel.ts';
import { bytesOf, imageOf } from './read/selected-image.ts';
import { forgetPreset, keepPreset, presetsIn } from './storage/presets.ts';
import { forgetLight, keepLight, lightsIn } from './storage/own-lights.ts';
import { forgetModel, keepModel, modelsIn } from './storage/own-models.ts';
import { pickTargets, type Targets } from './read/targets.ts';

const mode: Mode = figma.command === 'open' ? 'panel' : 'once';
const door = openPanelDoor();
const inbox = openInbox();
const looks = openLooks();

const post = (message: PluginToUi): void => figma.ui.postMessage(message);
const say = (text: string, error = false): void => void figma.notify(clip(text), { error });
const album = openAlbum(figma, post);
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
  const size = mode === 'once' ? { width: 300, height: 84 } : fitted(prefs ?? USUAL, figma.viewport);
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
  panel: Panel | null;
  settings: Settings | null;
  prefs: Prefs | null;
}

/** Ids of the generators that the one-click command may need; each takes a while to unpack. */
function wantedBy({ drawings, again }: Targets, settings: Settings | null): string[] {
  const theirs = again ? [] : drawings.map((drawing) => looks.of(drawing)?.model ?? '');
  return [settings?.model ?? '', ...theirs];
}

const tellLights = (): void => post({ type: 'lights', lights: lightsIn(figma.root) });
const tellPresets = (): void => post({ type: 'presets', presets: presetsIn(figma.root) });

/** Each change of what is kept under a name is a step of undo. */
function kept(isDone: boolean, refused: string): void {
  if (isDone) figma.commitUndo();
  else post({ type: 'told', text: refused });
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
    case 'settings':
      if (!(await keep(figma.clientStorage, 'settings', message.settings))) say(WORDS.settingsNotKept, true);
      return;
    case 'prefs':
      if (!(await keep(figma.clientStorage, 'prefs', message.prefs)))
        post({ type: 'told', text: TOLD.prefsNotKept });
      return;
    case 'resize': {
      const { width, height } = fitted(message, figma.viewport);
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
    case 'ask-lights':
      return tellLights();
    case 'keep-light':
      kept(keepLight(figma.root, message.light), TOLD.lightNotKept);
      return tellLights();
    case 'forget-light':
      kept(forgetLight(figma.root, message.id), TOLD.lightNotKept);
      return tellLights();
    case 'ask-image': {
      const image = await imageOf(figma.currentPage.selection, figma);
      if (image && 'told' in image) post({ type: 'told', text: image.told });
      post({ type: 'image', bytes: image && 'bytes' in image ? image.bytes : null });
      return;
    }
    case 'ask-history':
      return album.tell();
    case 'ask-presets':
      return tellPresets();
    case 'keep-preset':
      kept(keepPreset(figma.root, message.preset), TOLD.presetNotKept);
      return tellPresets();
    case 'forget-preset':
      kept(forgetPreset(figma.root, message.id), TOLD.presetNotKept);
      return tellPresets();
    case 'fetch': {
      const kept = album.find(message.id);
      post({ type: 'fetched', id: message.id, png: kept && (await bytesOf(kept.picture.hash, figma)) });
      return;
    }
    case 'restore':
      return panel?.restore(message);
    case 'forget':
      return panel?.forget(message.id);
    case 'keep-model': {
      const kept = await keepModel(figma.clientStorage, message.model);
      post({ type: 'model-kept', id: message.model.id, kept });
      return;
    }
    case 'forget-model':
      if (!(await forgetModel(figma.clientStorage, message.id))) say(WORDS.modelNotForgotten, true);
      return;
    case 'close':
      figma.closePlugin();
      return;
    default:
      message satisfies never;
  }
}

begin().catch(crash);
