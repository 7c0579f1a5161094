// Looks by name in the document's own data: kept, found again by name, deleted; and what is no look of ours.
import { expect, test } from 'vitest';
import { DOCUMENT_ID } from '../../../host/document/record.ts';
import { presetLookOf, type Preset } from '../../../src/protocol/preset.ts';
import { forgetPreset, keepPreset, MOST_PRESETS, presetsIn } from '../../../src/plugin/storage/presets.ts';
import { TOLD } from '../../../src/words.ts';
import { asking, lastHeard, openPanel, openStage, settle, SETTINGS, until } from '../stage.ts';

const look = presetLookOf(SETTINGS);
const preset = (id: string, name: string): Preset => ({ id, name, look });

/** Data of a document; `closed`: it cannot be edited. */
function rootWith(data: Record<string, string> = {}, closed = false) {
  return {
    getPluginData: (key: string) => data[key] ?? '',
    getPluginDataKeys: () => Object.keys(data).filter((key) => data[key] !== ''),
    setPluginData(key: string, value: string) {
      if (closed) throw new Error('in setPluginData: cannot write in read-only mode');
      data[key] = value;
    },
  };
}

test('they are told by name, and each is a key of its own', () => {
  const root = rootWith();
  expect(keepPreset(root, preset('bbbbbb', 'Window'))).toBe(true);
  expect(keepPreset(root, preset('aaaaaa', 'Shop'))).toBe(true);
  expect(root.getPluginDataKeys()).toEqual(['preset:bbbbbb', 'preset:aaaaaa']);
  expect(presetsIn(root)).toEqual([preset('aaaaaa', 'Shop'), preset('bbbbbb', 'Window')]);
  expect(forgetPreset(root, 'aaaaaa')).toBe(true);
  expect(presetsIn(root).map(({ name }) => name)).toEqual(['Window']);
});

test('what does not fit is left alone and not told; what a look does not have yet is filled in', () => {
  const data = {
    'preset:aaaaaa': 'no JSON',
    'preset:bbbbbb': JSON.stringify(preset('cccccc', 'Under another key')),
    'preset:dddddd': JSON.stringify({ id: 'dddddd', name: 'Old', look: { studio: 'soft', shadow: false } }),
    'picture:1': '{}',
  };
  const root = rootWith(data);
  const [old, ...others] = presetsIn(root);
  expect(others).toEqual([]);
  expect(old).toMatchObject({ name: 'Old', look: { studio: 'soft', shadow: false, background: 'none' } });
  expect(data['preset:aaaaaa']).toBe('no JSON');
});

test('there is an end: a new one is refused then, a kept one can be changed', () => {
  const root = rootWith();
  for (let k = 0; k < MOST_PRESETS; k++) keepPreset(root, preset(`many${k + 10}`, `Look ${k}`));
  expect(keepPreset(root, preset('onemore', 'One more'))).toBe(false);
  expect(keepPreset(root, preset('many10', 'Another name'))).toBe(true);
  expect(presetsIn(root)).toHaveLength(MOST_PRESETS);
});

test('a file that cannot be edited keeps and deletes none', () => {
  const root = rootWith({ 'preset:aaaaaa': JSON.stringify(preset('aaaaaa', 'Shop')) }, true);
  expect(keepPreset(root, preset('bbbbbb', 'Window'))).toBe(false);
  expect(forgetPreset(root, 'aaaaaa')).toBe(false);
  expect(presetsIn(root).map(({ name }) => name)).toEqual(['Shop']);
});

test('the panel keeps one with the file, and undo takes it away', async () => {
  const stage = await openStage(asking);
  settle(stage, [stage.draw('FRAME', { x: 0, y: 0, width: 80, height: 80, name: 'Mug' })]);
  await openPanel(stage);
  stage.send({ type: 'ask-presets' });
  await until(() => expect(lastHeard(stage, 'presets')?.presets).toEqual([]));
  stage.send({ type: 'keep-preset', preset: preset('aaaaaa', 'Shop') });
  await until(() => expect(lastHeard(stage, 'presets')?.presets).toEqual([preset('aaaaaa', 'Shop')]));
  const keys = () => Object.keys(stage.store.get(DOCUMENT_ID).pluginData);
  expect(keys()).toEqual(['preset:aaaaaa']);
  stage.store.undo();
  expect(keys()).toEqual([]);
  stage.send({ type: 'forget-preset', id: 'aaaaaa' });
  await until(() => expect(lastHeard(stage, 'presets')?.presets).toEqual([]));
  expect(stage.heard).not.toContainEqual({ type: 'told', text: TOLD.presetNotKept });
});
