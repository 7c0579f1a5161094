// A message of the plugin in, told to those who hear its kind, one after another.
// The only place that says who hears what, and in which order.
import type { PluginToUi } from '../protocol/plugin.ts';

/** Messages of these kinds. */
type Of<Kind extends PluginToUi['type']> = Extract<PluginToUi, { type: Kind }>;

/** What a batch of many drawings may take for itself, if it is about the batch's own job. */
export type ForMany = Of<'sketch' | 'refused' | 'placed' | 'done'>;
export type ForSession = ForMany | Of<'opened' | 'palette' | 'lights' | 'told'>;
export type ForExplore = Of<'palette' | 'image' | 'placed' | 'refused' | 'told'>;
export type ForHistory = Of<'history' | 'fetched' | 'told'>;
export type ForPresets = Of<'opened' | 'presets'>;
export type ForModels = Of<'models' | 'model-kept' | 'opened'>;

export interface Listeners {
  session: { hear: (message: ForSession) => void };
  /** True: the message belonged to the batch that runs, and the session must not hear it. */
  many: { hear: (message: ForMany) => boolean };
  explore: { hear: (message: ForExplore) => void };
  history: { hear: (message: ForHistory) => void };
  models: { hear: (message: ForModels) => void };
  presets: { hear: (message: ForPresets) => void };
}

export type Dispatch = (message: PluginToUi) => void;

export function createDispatcher({ session, many, explore, history, models, presets }: Listeners): Dispatch {
  return (message) => {
    switch (message.type) {
      case 'opened':
        models.hear(message);
        presets.hear(message);
        return session.hear(message);
      case 'models':
      case 'model-kept':
        return models.hear(message);
      case 'presets':
        return presets.hear(message);
      case 'sketch':
      case 'done':
        if (!many.hear(message)) session.hear(message);
        return;
      case 'placed':
      case 'refused':
        explore.hear(message); // tiles that were placed are answered like a drawing
        if (!many.hear(message)) session.hear(message);
        return;
      case 'palette':
        explore.hear(message);
        return session.hear(message);
      case 'lights':
        return session.hear(message);
      case 'image':
        return explore.hear(message);
      case 'history':
      case 'fetched':
        return history.hear(message);
      case 'told':
        explore.hear(message);
        history.hear(message);
        return session.hear(message);
      default:
        return message satisfies never;
    }
  };
}
