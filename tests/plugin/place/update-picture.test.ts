// A picture made again is the same layer: what its user changed stays, what is not ours is left alone.
import { describe, expect, it } from 'vitest';
import { boxOn, lastHeard, picturesOn, placed, placing, until } from '../stage.ts';
import { imageOf, told, panelWith } from './panel-with.ts';
import { MUG } from '../mug.ts';

describe('made again by a newer generator', () => {
  const by = (message: ReturnType<typeof placing>, name: string): typeof message =>
    message.type === 'place' ? { ...message, made: { ...message.made, by: name } } : message;

  it('says so once, of pictures of versions that did not keep its name too', async () => {
    const { stage, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    const again = { where: 'beside', again: 'update' } as const;
    await placed(stage, placing(sketch, again));
    expect(told(stage)).toEqual([]);
    await placed(stage, by(placing(sketch, again, { shade: 90 }), 'Realize 2'));
    expect(told(stage)).toEqual(['By Realize 2 now, before by Realize 1.']);
    await placed(stage, by(placing(sketch, again, { shade: 80 }), 'Realize 2'));
    expect(told(stage)).toHaveLength(1);
    await placed(stage, by(placing(sketch, again, { shade: 70 }), 'Realize 3'));
    expect(told(stage)[1]).toBe('By Realize 3 now, before by Realize 2.');
  });
});

describe('made again', () => {
  const how = { where: 'beside', again: 'update' } as const;

  it('is the same layer with its new image; what its user changed is kept', async () => {
    const { stage, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, how));
    const [first] = picturesOn(stage, stage.page);
    const kept = {
      name: 'Hero',
      opacity: 0.5,
      topLeftRadius: 12,
      locked: false,
      width: 160,
      height: 160,
      effects: [{ type: 'LAYER_BLUR', radius: 2, visible: true }],
    };
    stage.store.write(first!.id, { ...kept, relativeTransform: [[1, 0, 2000], [0, 1, 30]] }); // prettier-ignore
    const hash = imageOf(stage, first!.id);
    await placed(stage, placing(sketch, how, { shade: 90 }));
    const [second, ...more] = picturesOn(stage, stage.page);
    expect(more).toEqual([]);
    expect(second!.id).toBe(first!.id);
    expect(second!.props).toMatchObject(kept);
    expect(boxOn(stage, second!.id)).toEqual({ x: 2000, y: 30, width: 160, height: 160 });
    expect(imageOf(stage, second!.id)).not.toBe(hash);
  });

  it('grows with the picture, at its scale, and what is drawn stays where it was', async () => {
    const { stage, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, how));
    const [picture] = picturesOn(stage, stage.page);
    await placed(stage, placing(sketch, how, { shade: 90, box: { x: -20, y: 0, width: 360, height: 340 } }));
    expect(boxOn(stage, picture!.id)).toEqual({ x: 432, y: 200, width: 360, height: 340 });
    stage.store.write(picture!.id, { width: 180, height: 170 }); // half as large
    await placed(stage, placing(sketch, how, { shade: 80 }));
    expect(boxOn(stage, picture!.id)).toEqual({ x: 442, y: 200, width: 160, height: 160 });
  });

  it('takes the one that is selected, else the newest', async () => {
    const { stage, id, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, { where: 'beside', again: 'add' }, { shade: 10 }));
    await placed(stage, placing(sketch, { where: 'beside', again: 'add' }, { shade: 20 }));
    const [old, young] = picturesOn(stage, stage.page).map((one) => one.id);
    const images = (): unknown[] => [imageOf(stage, old!), imageOf(stage, young!)];
    const [first, second] = images();
    stage.store.select(stage.page, [old!]);
    await until(() => expect(lastHeard(stage, 'sketch')!.job).toBeGreaterThan(sketch.job));
    const again = lastHeard(stage, 'sketch')!;
    await placed(stage, placing(again, how, { shade: 30 }));
    expect(images()[0]).not.toBe(first);
    expect(images()[1]).toBe(second);
    const third = images()[0];
    stage.store.select(stage.page, [id]);
    await until(() => expect(lastHeard(stage, 'sketch')!.job).toBeGreaterThan(again.job));
    // The one that was made again is the newest now.
    await placed(stage, placing(lastHeard(stage, 'sketch')!, how, { shade: 40 }));
    expect(images()[0]).not.toBe(third);
    expect(images()[1]).toBe(second);
  });

  it.each([
    ['it is locked', { locked: true }],
    [
      'its user put another image into it',
      { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: 'hers' }] },
    ],
    ['its user painted it', { fills: [] }],
  ] as const)('never touches a picture when %s', async (_, change) => {
    const { stage, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, how));
    const [first] = picturesOn(stage, stage.page);
    stage.store.write(first!.id, change);
    const record = stage.store.get(first!.id);
    await placed(stage, placing(sketch, how, { shade: 90 }));
    expect(stage.store.get(first!.id)).toBe(record);
    expect(picturesOn(stage, stage.page)).toHaveLength(2);
  });

  it('is one step of undo', async () => {
    const { stage, sketch, run } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, how));
    const before = stage.store.snapshot();
    const { undo } = stage.store.depth;
    await placed(stage, placing(sketch, how, { shade: 90 }));
    run.close();
    expect(stage.store.depth.undo).toBe(undo + 1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });
});
