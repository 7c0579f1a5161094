// Pictures that are placed together: in rows beside the drawing, as one step of undo.
import { describe, expect, it } from 'vitest';
import {
  asking,
  boxOn,
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
} from '../stage.ts';
import { MAPS } from '../../../src/protocol/placing.ts';
import type { UiToPlugin } from '../../../src/protocol/plugin.ts';
import { MUG } from '../mug.ts';

describe('tiles', () => {
  const tiles = (sketch: Sketched, count: number): UiToPlugin => ({
    type: 'place-many',
    job: sketch.job,
    index: sketch.index,
    tiles: Array.from({ length: count }, (_, index) => ({
      picture: {
        png: grey(10 + index),
        width: 2,
        height: 2,
        box: { x: 0, y: 0, width: 320, height: 320 },
        notes: [],
      },
      made: { from: 'x', settings: { ...SETTINGS, seed: index }, runtime: 'WASM', ms: 1 },
    })),
  });
  const open = async () => {
    const stage = await openStage(asking);
    const id = stage.draw('FRAME', MUG);
    stage.draw('RECTANGLE', { x: 700, y: 0, width: 100, height: 900, name: 'Work' });
    const before = settle(stage, [id]);
    return { stage, id, before, ...(await openPanel(stage)) };
  };

  it.each([
    [4, 4],
    [9, 3],
  ])('%i stand side by side in free room, %i in a row, in one step of undo', async (count, columns) => {
    const { stage, id, before, run, sketch } = await open();
    await placed(stage, tiles(sketch, count));
    const pictures = picturesOn(stage, stage.page);
    expect(pictures.map(({ props }) => props['name'])).toEqual(
      Array.from({ length: count }, (_, index) => `Mug · realized ${index + 1}`),
    );
    const boxes = pictures.map((picture) => boxOn(stage, picture.id));
    const others = stage.store
      .get(stage.page)
      .children.filter((one) => !pictures.some((each) => each.id === one));
    const all = [...boxes, ...others.map((one) => boxOn(stage, one))];
    all.forEach((a, index) => all.slice(index + 1).forEach((b) => expect(isApart(a, b)).toBe(true)));
    expect(new Set(boxes.map(({ x }) => x)).size).toBe(columns);
    expect(JSON.parse(pictures[2]!.pluginData['made']!)).toMatchObject({
      made: { from: id, settings: { seed: 2 } },
    });
    expect(stage.store.depth.undo).toBe(1);
    run.close();
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('by the user’s pattern they are called; a number is the first that is free', async () => {
    const { stage, run, sketch } = await open();
    const place = async (name: string, count: number) => {
      const message = tiles(sketch, count);
      if (message.type !== 'place-many') throw new Error('wanted tiles');
      for (const tile of message.tiles) tile.name = name;
      await placed(stage, message);
    };
    await place('Shop {n}', 2);
    await place('Shop {n}', 1);
    await place('Work', 1); // as a layer of hers is called
    expect(picturesOn(stage, stage.page).map(({ props }) => props['name'])).toEqual([
      'Shop 1',
      'Shop 2',
      'Shop 3',
      'Work 2',
    ]);
    run.close();
  });

  it('maps of the surface stand there by their names, in no history, and no picture is put into them', async () => {
    const { stage, before, run, sketch } = await open();
    const message = tiles(sketch, 3);
    if (message.type !== 'place-many') throw new Error('wanted tiles');
    message.tiles.forEach((tile, index) => (tile.map = MAPS[index]!));
    await placed(stage, message);
    expect(picturesOn(stage, stage.page).map(({ props }) => props['name'])).toEqual([
      'Mug · normal map',
      'Mug · height map',
      'Mug · parts',
    ]);
    expect(stage.store.depth.undo).toBe(1);
    stage.send({ type: 'ask-history' });
    await until(() => expect(lastHeard(stage, 'history')?.entries).toEqual([]));
    await placed(stage, placing(sketch, { where: 'beside', again: 'update' }, { shade: 90 }));
    expect(picturesOn(stage, stage.page).map(({ props }) => props['name'])).toHaveLength(4);
    run.close();
    stage.store.undo();
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('all of them or none', async () => {
    const { stage, before, run, sketch } = await open();
    const message = tiles(sketch, 3);
    if (message.type === 'place-many') message.tiles[2]!.picture.png = new Uint8Array([1]);
    await placed(stage, message);
    expect(lastHeard(stage, 'refused')?.refusal.refused).toBe('image-refused');
    run.close();
    expect(stage.store.snapshot()).toBe(before);
    expect(stage.store.depth.undo).toBe(0);
  });
});
