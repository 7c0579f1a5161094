import { describe, expect, it } from 'vitest';
import { finish, openStage, pictureOf, picturesOn, settle, SETTINGS } from './stage.ts';
import { MUG, boxOf } from './mug.ts';

describe('one click', () => {
  it('places the picture beside the frame, at its scale and height', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    expect(await finish(stage)).toBe('Realized: Mug');
    const [picture, ...more] = picturesOn(stage, stage.page);
    expect(more).toEqual([]);
    expect(picture?.type).toBe('RECTANGLE');
    expect(picture?.props['name']).toBe('Mug · realized');
    expect(boxOf(picture!)).toEqual({ x: 100 + 320 + 32, y: 200, width: 320, height: 320 });
    expect(picture?.props['fills']).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }]);
    expect(stage.store.images.size).toBe(1);
    expect(stage.store.selection(stage.page)).toEqual([picture!.id]);
  });

  it('puts a cropped picture where its part of the drawing is', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'sketch') send(pictureOf(message, { x: 40, y: 60, width: 200, height: 100 }));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(boxOf(picturesOn(stage, stage.page)[0]!)).toEqual({ x: 492, y: 260, width: 200, height: 100 });
  });

  it('says on the picture how it was made, and offers to make it again', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    const [picture] = picturesOn(stage, stage.page);
    expect(JSON.parse(picture!.pluginData['made']!)).toEqual({
      version: 1,
      made: { from: frame, settings: SETTINGS, runtime: 'WASM', ms: 12 },
      put: {
        at: expect.any(Number) as number,
        hash: [...stage.store.images.keys()][0],
        on: { x: 0, y: 0, width: 320, height: 320 },
        x: 452,
        y: 200,
        name: 'Mug · realized',
        where: 'beside',
        twin: '',
        isShadow: false,
      },
    });
    expect(picture?.relaunchData).toHaveProperty('realize-again');
    expect(stage.store.get(frame).relaunchData).toHaveProperty('realize-again');
  });

  it('is taken back whole by one undo', async () => {
    const stage = await openStage();
    const before = settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 2000 })]);
    await finish(stage);
    expect(stage.store.snapshot()).not.toBe(before);
    expect(stage.store.depth.undo).toBe(1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('realizes several in reading order, each beside its own drawing', async () => {
    const stage = await openStage();
    const low = stage.draw('FRAME', { ...MUG, y: 1000, name: 'Low' });
    const right = stage.draw('FRAME', { ...MUG, x: 900, name: 'Right' });
    const left = stage.draw('FRAME', { ...MUG, name: 'Left' });
    settle(stage, [low, right, left]);
    expect(await finish(stage)).toBe('3 pictures realized.');
    const sketches = stage.heard.filter((message) => message.type === 'sketch');
    expect(sketches.map(({ sketch, index, total }) => [sketch.name, index, total])).toEqual([
      ['Left', 0, 3],
      ['Right', 1, 3],
      ['Low', 2, 3],
    ]);
    expect(picturesOn(stage, stage.page).map(boxOf)).toMatchObject([
      { x: 452, y: 200 },
      { x: 1252, y: 200 },
      { x: 452, y: 1000 },
    ]);
    expect(stage.store.selection(stage.page)).toHaveLength(3);
    const placed = stage.heard.filter((message) => message.type === 'placed');
    expect(placed.map(({ name }) => name)).toEqual(['Left · realized', 'Right · realized']); // the third comes with the end
  });

  it('realizes again without covering the first picture', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    stage.store.select(stage.page, [frame]);
    await finish(stage, 'realize-again');
    expect(picturesOn(stage, stage.page).map(boxOf)).toMatchObject([{ x: 452 }, { x: 452 + 320 + 32 }]);
  });

  it('reads layer names', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    stage.draw('RECTANGLE', { x: 20, y: 20, width: 50, height: 50, name: 'ceramic body', parent: frame });
    settle(stage, [frame]);
    await finish(stage);
    expect(stage.heard.find((message) => message.type === 'sketch')?.sketch.svg).toContain(
      'id="ceramic body"',
    );
  });
});
