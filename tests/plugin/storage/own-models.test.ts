// Models of the user's own in the plugin's storage: what is kept, what is found again, and what has no room.
import { expect, test } from 'vitest';
import { ClientStorage } from '../../../host/run/storage.ts';
import {
  forgetModel,
  keepModel,
  modelsIn,
  ROOM,
  type Shelves,
} from '../../../src/plugin/storage/own-models.ts';
import type { KeptModel } from '../../../src/protocol/plugin.ts';
import { asking, lastHeard, openStage, until } from '../stage.ts';

const model = (name: string, size = 100): KeptModel => ({
  id: `own-${name}`,
  card: `{"name":"${name}"}`,
  packed: new Uint8Array(size).fill(7),
});

/** The host's own storage, as Figma's promises. */
function shelves(storage = new ClientStorage()): Shelves {
  return {
    getAsync: (key) => Promise.resolve(storage.get(key)),
    setAsync: async (key, value) => storage.set(key, value),
    deleteAsync: async (key) => storage.delete(key),
    keysAsync: () => Promise.resolve(storage.keys()),
  };
}

test('what is kept is found again, all of it or what is asked for', async () => {
  const storage = shelves();
  await storage.setAsync('settings', { model: 'own-mugs' });
  expect(await keepModel(storage, model('mugs'))).toBe(true);
  expect(await keepModel(storage, model('cats'))).toBe(true);
  expect(await modelsIn(storage, null)).toEqual([model('mugs'), model('cats')]);
  expect(await modelsIn(storage, ['own-cats', 'realize'])).toEqual([model('cats')]);
  await forgetModel(storage, 'own-mugs');
  await forgetModel(storage, 'own-mugs');
  expect(await modelsIn(storage, null)).toEqual([model('cats')]);
});

test('models leave room for the rest; the same one again takes no more', async () => {
  const storage = shelves();
  expect(await keepModel(storage, model('large', ROOM - 1000))).toBe(true);
  expect(await keepModel(storage, model('large', ROOM - 900))).toBe(true);
  expect(await keepModel(storage, model('small', 1000))).toBe(false);
  expect((await modelsIn(storage, null)).map(({ id }) => id)).toEqual(['own-large']);
});

test('a storage that is full takes none, and keeps what it had', async () => {
  const storage = new ClientStorage();
  storage.ballast = 5_100_000;
  expect(await keepModel(shelves(storage), model('mugs', 200_000))).toBe(false);
  expect(storage.keys()).toEqual([]);
});

test('what another version kept, or cannot be read, is as good as not there', async () => {
  const storage = shelves();
  await keepModel(storage, model('mugs'));
  await storage.setAsync('model:own-old', { id: 'own-old', weights: 'elsewhere' });
  expect(await modelsIn(storage, null)).toEqual([model('mugs')]);
  const broken = { ...storage, keysAsync: () => Promise.reject(new Error('no storage')) };
  expect(await modelsIn(broken, null)).toEqual([]);
});

test('nothing is asked of the storage where no model of one’s own is wanted', async () => {
  const never = (): never => {
    throw new Error('the storage was asked');
  };
  const storage = { getAsync: never, setAsync: never, deleteAsync: never, keysAsync: never };
  expect(await modelsIn(storage, ['realize', ''])).toEqual([]);
});

test('the panel is told of them before it is told that it may begin', async () => {
  const stage = await openStage(asking);
  await stage.run('open');
  await until(() => expect(lastHeard(stage, 'opened')).toBeDefined());
  expect(stage.heard.some(({ type }) => type === 'models')).toBe(false);
  stage.send({ type: 'keep-model', model: model('mugs') });
  await until(() =>
    expect(lastHeard(stage, 'model-kept')).toEqual({ type: 'model-kept', id: 'own-mugs', kept: true }),
  );
  stage.heard.length = 0;
  await stage.run('open');
  await until(() => expect(lastHeard(stage, 'opened')).toBeDefined());
  const types = stage.heard.map(({ type }) => type);
  expect(types.indexOf('models')).toBeGreaterThanOrEqual(0);
  expect(types.indexOf('models')).toBeLessThan(types.indexOf('opened'));
  expect(lastHeard(stage, 'models')?.models).toEqual([model('mugs')]);
});
