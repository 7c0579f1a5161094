import { describe, expect, it } from 'vitest';
import { DOCUMENT_ID } from '../../host/document/record.ts';
import { remove } from '../../host/document/tree.ts';
import type { Entry } from '../../src/protocol/made.ts';
import type { UiToPlugin } from '../../src/protocol/plugin.ts';
import { TOLD } from '../../src/words.ts';
import {
  asking,
  boxOn,
  finish,
  grey,
  isApart,
  lastHeard,
  openPanel,
  openStage,
  picturesOn,
  placed,
  placing,
  settle,
  SETTINGS,
  until,
  type Sketched,
  type Stage,
} from './stage.ts';
import { MUG } from './mug.ts';

const THUMB = new Uint8Array([0xff, 0xd8, 1, 2, 3]);

async function open() {
  const stage = await openStage(asking);
  const id = stage.draw('FRAME', MUG);
  const before = settle(stage, [id]);
  return { stage, id, before, ...(await openPanel(stage)) };
}

async function list(stage: Stage): Promise<{ entries: Entry[]; pruned: number }> {
  const count = (): number => stage.heard.filter(({ type }) => type === 'history').length;
  const before = count();
  stage.send({ type: 'ask-history' });
  await until(() => expect(count()).toBeGreaterThan(before));
  return lastHeard(stage, 'history')!;
}

const placeWith = (
  sketch: Sketched,
  shade: number,
  more: Partial<Extract<UiToPlugin, { type: 'place' }>> = {},
) => ({ ...placing(sketch, { where: 'beside', again: 'add' }, { shade }), ...more }) as UiToPlugin;
const keysOf = ({ store }: Stage): string[] => Object.keys(store.get(DOCUMENT_ID).pluginData);
const told = ({ heard }: Stage): string[] => heard.flatMap((one) => (one.type === 'told' ? [one.text] : []));

/** An entry as an earlier session left it. */
function plant(stage: Stage, key: string, change: object = {}): void {
  const record = stage.store.get(DOCUMENT_ID);
  const entry = {
    ...{ version: 1, name: 'Old', at: 5, width: 2, height: 2, thumb: null, node: '9:9', shadow: null },
    made: { from: '9:8', settings: SETTINGS, runtime: 'WASM', ms: 1 },
    picture: { hash: 'none', on: { x: 0, y: 0, width: 320, height: 320 } },
    ...change,
  };
  const pluginData = { ...record.pluginData, [`picture:${key}`]: JSON.stringify(entry) };
  stage.store.put(DOCUMENT_ID, { ...record, pluginData });
}

describe('the history', () => {
  it('lists what was placed, newest first, with what it was made of', async () => {
    const { stage, id, sketch } = await open();
    expect(await list(stage)).toMatchObject({ entries: [], pruned: 0 });
    await placed(stage, placeWith(sketch, 10, { thumb: THUMB }));
    await until(() => expect(lastHeard(stage, 'history')!.entries).toHaveLength(1)); // told without being asked
    await placed(stage, placeWith(sketch, 20));
    const { entries } = await list(stage);
    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatchObject({
      ...{ name: 'Mug', width: 2, height: 2, thumb: THUMB, stands: true },
      made: { from: id, settings: SETTINGS, runtime: 'WASM', ms: 12 },
    });
    expect(entries[0]!.thumb).toBeNull();
    expect(entries[0]!.at).toBeGreaterThanOrEqual(entries[1]!.at);
  });

  it('is a part of the same step of undo, and knows what stands no more', async () => {
    const { stage, before, sketch } = await open();
    await placed(stage, placeWith(sketch, 10));
    await placed(stage, placeWith(sketch, 20));
    remove(stage.store, picturesOn(stage, stage.page)[0]!.id);
    stage.store.commit();
    expect((await list(stage)).entries.map(({ stands }) => stands)).toEqual([true, false]);
    const shown = (): number[] => lastHeard(stage, 'history')!.entries.map(({ stands }) => Number(stands));
    stage.store.undo();
    await until(() => expect(shown()).toEqual([1, 1])); // told without being asked
    stage.store.undo();
    await until(() => expect(shown()).toEqual([1]));
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
    await until(() => expect(shown()).toEqual([]));
  });

  it('keeps the image that an update took off its layer', async () => {
    const { stage, sketch } = await open();
    await placed(stage, placeWith(sketch, 10));
    await placed(stage, placeWith(sketch, 20, { how: { where: 'beside', again: 'update' } }));
    const { entries } = await list(stage);
    expect(entries.map(({ stands }) => stands)).toEqual([true, false]);
    stage.send({ type: 'fetch', id: entries[1]!.id });
    await until(() =>
      expect(lastHeard(stage, 'fetched')).toEqual({ type: 'fetched', id: entries[1]!.id, png: grey(10) }),
    );
  });

  it('has what one click placed, and nothing of what was cancelled', async () => {
    const stage = await openStage();
    const id = stage.draw('FRAME', MUG);
    settle(stage, [id]);
    await finish(stage);
    expect(keysOf(stage)).toHaveLength(1);
    stage.store.undo();
    expect(keysOf(stage)).toEqual([]);
  });

  it('prunes the oldest, and says so', async () => {
    const { stage, sketch } = await open();
    for (let index = 0; index < 60; index += 1)
      plant(stage, `00000000${index.toString(36).padStart(2, '0')}-a`);
    await placed(stage, placeWith(sketch, 10));
    const { entries, pruned } = await list(stage);
    expect([entries.length, pruned, entries[0]!.name]).toEqual([60, 1, 'Mug']);
    expect(keysOf(stage)).not.toContain('picture:0000000000-a');
    expect((await list(stage)).pruned).toBe(0);
  });

  it('prunes by size, too', async () => {
    const { stage, sketch } = await open();
    for (let index = 0; index < 30; index += 1) plant(stage, `00000000${index.toString(36).padStart(2, '0')}-a`, { thumb: 'A'.repeat(15_000) }); // prettier-ignore
    await placed(stage, placeWith(sketch, 10, { thumb: new Uint8Array(9_000) }));
    const { entries, pruned } = await list(stage);
    expect(pruned).toBeGreaterThan(3);
    expect(entries).toHaveLength(31 - pruned);
    expect(entries[0]).toMatchObject({ name: 'Mug', thumb: null }); // too large a thumbnail is left out
  });

  it('skips what other versions and other people wrote', async () => {
    const { stage } = await open();
    plant(stage, 'b', { version: 7, mood: 'calm' });
    plant(stage, 'c', { made: { from: '1:1', settings: { model: 7 } } });
    const record = stage.store.get(DOCUMENT_ID);
    stage.store.put(DOCUMENT_ID, {
      ...record,
      pluginData: { ...record.pluginData, 'picture:d': '{"cut', other: 'x' },
    });
    expect((await list(stage)).entries.map(({ id }) => id)).toEqual(['b']);
    expect(keysOf(stage)).toHaveLength(4);
  });

  it('forgets when told to, which can be undone', async () => {
    const { stage, sketch } = await open();
    await placed(stage, placeWith(sketch, 10));
    const { entries } = await list(stage);
    stage.send({ type: 'forget', id: entries[0]!.id });
    await until(() => expect(lastHeard(stage, 'history')!.entries).toEqual([]));
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
    stage.store.undo();
    expect((await list(stage)).entries).toEqual(entries);
  });
});

describe('restore', () => {
  it('puts a picture beside its drawing again, as one step of undo', async () => {
    const { stage, sketch } = await open();
    await placed(stage, placeWith(sketch, 10));
    remove(stage.store, picturesOn(stage, stage.page)[0]!.id);
    stage.store.commit();
    const before = stage.store.snapshot();
    const [entry] = (await list(stage)).entries;
    stage.send({ type: 'restore', id: entry!.id, name: 'Shop {n}' });
    await until(() => expect(told(stage)).toEqual(['Placed “Shop 1” again.']));
    const [picture] = picturesOn(stage, stage.page);
    expect(boxOn(stage, picture!.id)).toEqual({ x: 452, y: 200, width: 320, height: 320 });
    expect(stage.store.selection(stage.page)).toEqual([picture!.id]);
    await until(() =>
      expect(lastHeard(stage, 'history')!.entries).toMatchObject([{ id: entry!.id, stands: true }]),
    );
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('puts it into free room in view where the drawing is gone', async () => {
    const { stage, id, sketch } = await open();
    await placed(stage, placeWith(sketch, 10));
    remove(stage.store, id);
    remove(stage.store, picturesOn(stage, stage.page)[0]!.id);
    const work = stage.draw('RECTANGLE', { x: 5600, y: 5300, width: 200, height: 200, name: 'Work' });
    stage.view.bounds = { x: 5000, y: 5000, width: 1440, height: 900 };
    const [entry] = (await list(stage)).entries;
    stage.send({ type: 'restore', id: entry!.id });
    await until(() => expect(picturesOn(stage, stage.page)).toHaveLength(1));
    const box = boxOn(stage, picturesOn(stage, stage.page)[0]!.id);
    expect(isApart(box, boxOn(stage, work))).toBe(true);
    expect([box.width, box.height]).toEqual([320, 320]);
    expect(box.x).toBeGreaterThan(5000);
  });

  it('says what to do where the image is gone, or the entry', async () => {
    const { stage, sketch } = await open();
    await placed(stage, placeWith(sketch, 10));
    const [entry] = (await list(stage)).entries;
    stage.store.images.clear();
    stage.send({ type: 'fetch', id: entry!.id });
    await until(() => expect(lastHeard(stage, 'fetched')?.png).toBeNull());
    stage.send({ type: 'restore', id: entry!.id });
    stage.send({ type: 'restore', id: 'nothing' });
    await until(() => expect(told(stage)).toHaveLength(2));
    expect(told(stage).sort()).toEqual([TOLD.imageGone, TOLD.entryGone].sort());
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
  });
});
