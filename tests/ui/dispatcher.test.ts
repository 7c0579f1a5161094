// Who hears which message of the plugin, in which order, and what a batch that runs keeps from the session.
import { describe, expect, it } from 'vitest';
import type { PluginToUi } from '../../src/protocol/plugin.ts';
import { createDispatcher, type Listeners } from '../../src/ui/dispatcher.ts';

/** Names of those that heard a message, first to last. `isBatch`: it is about the batch that runs. */
function heardBy(message: PluginToUi, isBatch: boolean): string[] {
  const heard: string[] = [];
  const listener = (name: keyof Listeners) => ({
    hear(told: PluginToUi) {
      expect(told).toBe(message);
      heard.push(name);
      return isBatch;
    },
  });
  createDispatcher({
    session: listener('session'),
    many: listener('many'),
    explore: listener('explore'),
    history: listener('history'),
    models: listener('models'),
    presets: listener('presets'),
  })(message);
  return heard;
}

const sketch = { id: '1:2', name: 'Mug', svg: '<svg/>' };

/** One of each kind, who hears it, and who does when it is about the batch that runs. */
const KINDS: {
  [Kind in PluginToUi['type']]: {
    message: Extract<PluginToUi, { type: Kind }>;
    heard: (keyof Listeners)[];
    inBatch?: (keyof Listeners)[];
  };
} = {
  opened: {
    message: { type: 'opened', mode: 'panel', settings: null, editor: 'figma', prefs: null },
    heard: ['models', 'presets', 'session'],
  },
  presets: { message: { type: 'presets', presets: [] }, heard: ['presets'] },
  models: { message: { type: 'models', models: [] }, heard: ['models'] },
  'model-kept': { message: { type: 'model-kept', id: 'own-a', kept: true }, heard: ['models'] },
  sketch: {
    message: { type: 'sketch', job: 1, index: 0, total: 1, sketch, look: null },
    heard: ['many', 'session'],
    inBatch: ['many'],
  },
  done: {
    message: { type: 'done', job: 1, placed: 1, refused: [] },
    heard: ['many', 'session'],
    inBatch: ['many'],
  },
  placed: {
    message: { type: 'placed', job: 1, index: 0, name: 'Mug' },
    heard: ['explore', 'many', 'session'],
    inBatch: ['explore', 'many'],
  },
  refused: {
    message: { type: 'refused', job: 1, refusal: { refused: 'image-refused' } },
    heard: ['explore', 'many', 'session'],
    inBatch: ['explore', 'many'],
  },
  palette: { message: { type: 'palette', colours: [] }, heard: ['explore', 'session'] },
  lights: { message: { type: 'lights', lights: [] }, heard: ['session'] },
  image: { message: { type: 'image', bytes: null }, heard: ['explore'] },
  history: { message: { type: 'history', entries: [], pruned: 0 }, heard: ['history'] },
  fetched: { message: { type: 'fetched', id: 'a', png: null }, heard: ['history'] },
  told: { message: { type: 'told', text: 'Put back.' }, heard: ['explore', 'history', 'session'] },
};

describe('who hears which message', () => {
  it.each(Object.entries(KINDS))('%s', (_kind, { message, heard }) => {
    expect(heardBy(message, false)).toEqual(heard);
  });
});

describe('while a batch runs', () => {
  it.each(Object.entries(KINDS))('%s about it', (_kind, { message, heard, inBatch }) => {
    expect(heardBy(message, true)).toEqual(inBatch ?? heard);
  });
});
