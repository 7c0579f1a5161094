// What one click means by what is selected.
import { describe, expect, it } from 'vitest';
import { remove } from '../../../host/document/tree.ts';
import { sentence } from '../../../src/words.ts';
import {
  finish,
  lastHeard,
  obliging,
  openStage,
  picturesOn,
  settle,
  SETTINGS,
  type Stage,
} from '../stage.ts';
import { MUG, boxOf } from '../mug.ts';

describe('what is selected', () => {
  const refusedWith = async (stage: Stage, reason: Parameters<typeof sentence>[0]): Promise<void> => {
    expect(await finish(stage)).toBe(sentence(reason));
    expect(picturesOn(stage, stage.page)).toEqual([]);
  };

  it('nothing: a sentence, and no window', async () => {
    const stage = await openStage();
    settle(stage, []);
    await refusedWith(stage, { refused: 'nothing-selected' });
    expect(stage.heard).toEqual([]);
  });

  it('a hidden layer: a sentence', async () => {
    const stage = await openStage();
    settle(stage, [stage.draw('FRAME', MUG, { visible: false })]);
    await refusedWith(stage, { refused: 'hidden' });
  });

  it('an empty frame: a sentence, since its background is paper', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    for (const child of stage.store.get(frame).children) remove(stage.store, child);
    settle(stage, [frame]);
    await refusedWith(stage, { refused: 'nothing-drawn' });
    stage.draw('RECTANGLE', { ...MUG, parent: frame }, { visible: false });
    settle(stage, [frame]);
    await refusedWith(stage, { refused: 'nothing-seen' });
  });

  it('a section: what stands on it', async () => {
    const stage = await openStage();
    const section = stage.draw('SECTION', { x: 0, y: 0, width: 1000, height: 600, name: 'Ideas' });
    stage.draw('FRAME', { ...MUG, parent: section });
    stage.draw('FRAME', { ...MUG, x: 500, name: 'Jug', parent: section });
    settle(stage, [section]);
    expect(await finish(stage)).toBe('2 pictures realized.');
    expect(picturesOn(stage, stage.page).map((picture) => boxOf(picture).x)).toEqual([1032, 1032 + 320 + 32]);
  });

  it('a picture of ours beside drawings is left out; alone it means its drawing', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    const picture = picturesOn(stage, stage.page)[0]!.id;
    stage.store.select(stage.page, [frame, picture]);
    await finish(stage);
    expect(stage.heard.filter(({ type }) => type === 'sketch')).toHaveLength(2);
    stage.store.select(stage.page, [picture]);
    await finish(stage, 'realize-again');
    expect(lastHeard(stage, 'sketch')?.sketch.id).toBe(frame);
    expect(lastHeard(stage, 'opened')?.settings).toEqual(SETTINGS);
  });

  it('a picture whose drawing is gone: a sentence', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    const picture = picturesOn(stage, stage.page)[0]!.id;
    remove(stage.store, frame);
    stage.store.select(stage.page, [picture]);
    expect(await finish(stage, 'realize-again')).toBe(sentence({ refused: 'drawing-gone' }));
  });

  it('a layer inside a frame: beside the outermost frame, and the frame stays as it was', async () => {
    const stage = await openStage();
    const outer = stage.draw(
      'FRAME',
      { x: 0, y: 0, width: 1000, height: 800, name: 'Screen' },
      { layoutMode: 'HORIZONTAL', primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' },
    );
    const inner = stage.draw('FRAME', { ...MUG, parent: outer });
    settle(stage, [inner]);
    const before = { ...stage.store.get(outer) };
    await finish(stage);
    expect(stage.store.get(outer)).toEqual(before);
    const box = boxOf(picturesOn(stage, stage.page)[0]!);
    expect(box.x).toBeGreaterThanOrEqual(1000 + 16);
  });

  it('a turned frame: as large as it looks', async () => {
    const stage = await openStage();
    const turned = [
      [0, -1, 700],
      [1, 0, 50],
    ];
    settle(stage, [stage.draw('FRAME', { ...MUG, width: 400, height: 200 }, { relativeTransform: turned })]);
    await finish(stage);
    expect(boxOf(picturesOn(stage, stage.page)[0]!)).toEqual({ x: 740, y: 50, width: 200, height: 400 });
  });

  it('works in FigJam', async () => {
    const stage = await openStage(obliging, { editor: 'figjam' });
    settle(stage, [stage.draw('RECTANGLE', MUG)]);
    expect(await finish(stage)).toBe('Realized: Mug');
    expect(stage.heard[0]).toMatchObject({ type: 'opened', mode: 'once', editor: 'figjam' });
  });
});
