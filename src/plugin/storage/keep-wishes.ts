// A wish of the panel's to see, keep or forget what stands under a name in → done in the file or in Figma's
// storage, and what stands there now told.
import type { PluginToUi, UiToPlugin } from '../../protocol/plugin.ts';
import { TOLD, WORDS } from '../../words.ts';
import { forgetLight, keepLight, lightsIn } from './own-lights.ts';
import { forgetModel, keepModel } from './own-models.ts';
import { forgetPreset, keepPreset, presetsIn } from './presets.ts';
import { keep } from './settings.ts';

type KeepWish = Extract<UiToPlugin, { type: `${'ask' | 'keep' | 'forget'}-${'light' | 'lights' | 'preset' | 'presets' | 'model'}` | 'settings' | 'prefs' }>; // prettier-ignore

type Keeper = Pick<PluginAPI, 'root' | 'clientStorage' | 'commitUndo'>;

interface Telling {
  post: (message: PluginToUi) => void;
  /** Where there may be no panel to tell it. */
  say: (text: string, error: boolean) => void;
}

export function openKeeping(api: Keeper, { post, say }: Telling): (wish: KeepWish) => Promise<void> {
  const tellLights = (): void => post({ type: 'lights', lights: lightsIn(api.root) });
  const tellPresets = (): void => post({ type: 'presets', presets: presetsIn(api.root) });
  /** Each change of what is kept under a name is a step of undo. */
  const kept = (isDone: boolean, refused: string): void => {
    if (isDone) api.commitUndo();
    else post({ type: 'told', text: refused });
  };
  return async (wish) => {
    switch (wish.type) {
      case 'settings':
        if (!(await keep(api.clientStorage, 'settings', wish.settings))) say(WORDS.settingsNotKept, true);
        return;
      case 'prefs':
        if (!(await keep(api.clientStorage, 'prefs', wish.prefs)))
          post({ type: 'told', text: TOLD.prefsNotKept });
        return;
      case 'ask-lights':
        return tellLights();
      case 'keep-light':
        kept(keepLight(api.root, wish.light), TOLD.lightNotKept);
        return tellLights();
      case 'forget-light':
        kept(forgetLight(api.root, wish.id), TOLD.lightNotKept);
        return tellLights();
      case 'ask-presets':
        return tellPresets();
      case 'keep-preset':
        kept(keepPreset(api.root, wish.preset), TOLD.presetNotKept);
        return tellPresets();
      case 'forget-preset':
        kept(forgetPreset(api.root, wish.id), TOLD.presetNotKept);
        return tellPresets();
      case 'keep-model': {
        const isKept = await keepModel(api.clientStorage, wish.model);
        post({ type: 'model-kept', id: wish.model.id, kept: isKept });
        return;
      }
      case 'forget-model':
        if (!(await forgetModel(api.clientStorage, wish.id))) say(WORDS.modelNotForgotten, true);
        return;
      default:
        wish satisfies never;
    }
  };
}
