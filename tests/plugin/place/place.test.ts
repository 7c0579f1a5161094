// Over the drawing, in its auto layout, with a shadow layer: where a picture from the panel goes.
import { describe, expect, it } from 'vitest';
import { remove } from '../../../host/document/tree.ts';
import { boxOn, lastHeard, picturesOn, placed, placing } from '../stage.ts';
import { imageOf, told, panelWith } from './panel-with.ts';
import { MUG } from '../mug.ts';

describe('over the drawing', () => {
  it('lies exactly on it, right above it', async () => {
    const { stage, id, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    const other = stage.draw('RECTANGLE', { ...MUG, x: 4000 });
    await placed(
      stage,
      placing(sketch, { where: 'over', again: 'add' }, { box: { x: 40, y: 60, width: 200, height: 100 } }),
    );
    const [picture] = picturesOn(stage, stage.page);
    expect(boxOn(stage, picture!.id)).toEqual({ x: 140, y: 260, width: 200, height: 100 });
    expect(stage.store.get(stage.page).children).toEqual([id, picture!.id, other]);
  });

  it('stands in the nearest frame that shows it whole', async () => {
    const board = { x: 50, y: 50, width: 2000, height: 1000, name: 'Board' };
    const { stage, sketch } = await panelWith((stage) =>
      stage.draw('FRAME', { ...MUG, parent: stage.draw('FRAME', board) }),
    );
    await placed(stage, placing(sketch, { where: 'over', again: 'add' }));
    const [picture] = picturesOn(stage, stage.page);
    expect(stage.store.get(picture!.parent!).props['name']).toBe('Board');
    expect(boxOn(stage, picture!.id)).toEqual({ x: 150, y: 250, width: 320, height: 320 });
  });

  it('follows the drawing when it is made again', async () => {
    const { stage, id, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, { where: 'over', again: 'add' }));
    stage.store.write(id, { relativeTransform: [[1, 0, 700], [0, 1, 50]] }); // prettier-ignore
    await placed(stage, placing(sketch, { where: 'over', again: 'update' }, { shade: 90 }));
    const [picture, ...more] = picturesOn(stage, stage.page);
    expect(more).toEqual([]);
    expect(boxOn(stage, picture!.id)).toEqual({ x: 700, y: 50, width: 320, height: 320 });
  });
});

describe('in the auto layout', () => {
  const row = { x: 0, y: 0, width: 100, height: 100, name: 'Row' };

  it('stands right after the drawing, in the flow', async () => {
    const { stage, id, sketch } = await panelWith((stage) => {
      const host = stage.draw('FRAME', row, { layoutMode: 'HORIZONTAL', itemSpacing: 20 });
      stage.store.get(host).children.forEach((child) => remove(stage.store, child));
      const mug = stage.draw('FRAME', { ...MUG, parent: host });
      stage.draw('RECTANGLE', { ...MUG, width: 50, height: 50, parent: host });
      return mug;
    });
    await placed(
      stage,
      placing(
        sketch,
        { where: 'layout', again: 'add' },
        { shadow: { x: 0, y: 300, width: 320, height: 40 } },
      ),
    );
    const host = stage.store.get(stage.store.get(id).parent!);
    const pictures = picturesOn(stage, stage.page);
    expect(pictures).toHaveLength(1);
    expect(host.children.indexOf(pictures[0]!.id)).toBe(1);
    expect(pictures[0]!.props).toMatchObject({ width: 320, height: 320, layoutPositioning: 'AUTO' });
    expect(told(stage)).toContain('In an auto layout the picture has no shadow layer.');
  });

  it('is refused where there is none', async () => {
    const { stage, before, sketch, run } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, { where: 'layout', again: 'add' }));
    expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'no-layout' });
    run.close();
    expect(stage.store.snapshot()).toBe(before);
  });
});

describe('a shadow of its own', () => {
  const shadow = { x: -40, y: 250, width: 400, height: 110 };

  it('is a layer right below the picture, where it falls', async () => {
    const { stage, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, { where: 'beside', again: 'add' }, { shadow }));
    const [picture, below] = picturesOn(stage, stage.page).sort((a, b) =>
      (a.props['name'] as string) < (b.props['name'] as string) ? -1 : 1,
    );
    expect([picture!.props['name'], below!.props['name']]).toEqual(['Mug · realized', 'Mug · shadow']);
    const order = stage.store.get(stage.page).children;
    expect(order.indexOf(picture!.id)).toBe(order.indexOf(below!.id) + 1);
    const [a, b] = [boxOn(stage, picture!.id), boxOn(stage, below!.id)];
    expect([b.x - a.x, b.y - a.y, b.width, b.height]).toEqual([-40, 250, 400, 110]);
    expect(Math.min(a.x, b.x)).toBeGreaterThanOrEqual(100 + 320 + 16);
  });

  it('is made again with it, comes later, and goes when it is not wanted', async () => {
    const { stage, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    const how = { where: 'beside', again: 'update' } as const;
    await placed(stage, placing(sketch, how));
    await placed(stage, placing(sketch, how, { shade: 90, shadow }));
    const both = picturesOn(stage, stage.page);
    expect(both).toHaveLength(2);
    const hash = imageOf(stage, both[1]!.id);
    await placed(stage, placing(sketch, how, { shade: 60, shadow }));
    expect(picturesOn(stage, stage.page).map(({ id }) => id)).toEqual(both.map(({ id }) => id));
    expect(imageOf(stage, both[1]!.id)).not.toBe(hash);
    await placed(stage, placing(sketch, how, { shade: 30 }));
    expect(picturesOn(stage, stage.page).map(({ id }) => id)).toEqual([both[0]!.id]);
  });

  it('is taken back with it', async () => {
    const { stage, before, sketch, run } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, { where: 'beside', again: 'add' }, { shadow }));
    run.close();
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });
});
