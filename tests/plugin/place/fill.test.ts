// A picture as the fill of its own drawing: registered, refused, replaced, and what it hides.
import { describe, expect, it } from 'vitest';
import { apply } from '../../../host/geometry/transform.ts';
import { cropOf } from '../../../src/plugin/place/fill.ts';
import { boxOn, lastHeard, openPanel, placed, placing, until } from '../stage.ts';
import { fillsOf, imageOf, panelWith } from './panel-with.ts';
import { MUG } from '../mug.ts';

describe('as the fill', () => {
  it('lies on top of the fills, registered with what is drawn, and one undo takes it off', async () => {
    const { stage, id, before, sketch, run } = await panelWith((stage) => stage.draw('FRAME', MUG));
    const others = fillsOf(stage, id);
    const box = { x: -32, y: 0, width: 384, height: 320 };
    await placed(stage, placing(sketch, { where: 'fill', again: 'add' }, { box }));
    const fills = fillsOf(stage, id);
    expect(fills.slice(0, -1)).toEqual(others);
    // The layer's left edge shows what lies 32 of 384 into the image.
    const [left, top] = apply(fills.at(-1)!.imageTransform!, 0, 0);
    const [right, bottom] = apply(fills.at(-1)!.imageTransform!, 1, 1);
    [32 / 384, 0, 352 / 384, 1].forEach((wanted, index) =>
      expect([left, top, right, bottom][index]).toBeCloseTo(wanted),
    );
    expect(stage.store.get(stage.page).children).toEqual([id]);
    run.close();
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('is no part of the drawing afterwards', async () => {
    const { stage, sketch, run } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, { where: 'fill', again: 'add' }));
    run.close();
    stage.heard.length = 0;
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'drawing-hidden' }));
    stage.send({ type: 'show-drawing' });
    await until(() => expect(lastHeard(stage, 'sketch')).toBeDefined());
    expect(lastHeard(stage, 'sketch')!.sketch.svg).toBe(sketch.sketch.svg);
  });

  it('is seen: what stands in front of it is hidden, is made again so, and shown again as it was', async () => {
    const { stage, id, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    const unseen = stage.draw('RECTANGLE', { ...MUG, parent: id }, { visible: false });
    const children = () =>
      stage.store.get(id).children.map((child) => stage.store.get(child).props['visible']);
    expect(children()).toEqual([true, false]);
    await placed(stage, placing(sketch, { where: 'fill', again: 'update' }));
    expect(children()).toEqual([false, false]);
    expect(lastHeard(stage, 'placed')?.hides).toBe(true);
    await placed(stage, placing(sketch, { where: 'fill', again: 'update' }, { shade: 90 }));
    expect(lastHeard(stage, 'refused')).toBeUndefined();
    const { undo } = stage.store.depth;
    stage.send({ type: 'show-drawing' });
    await until(() => expect(children()).toEqual([true, false]));
    expect(stage.store.depth.undo).toBe(undo + 1);
    expect(stage.store.get(unseen).props['visible']).toBe(false);
    expect(imageOf(stage, id)).toBeDefined();
  });

  it('leaves an auto layout as large as it was: what is in it becomes clear, and as opaque as before', async () => {
    const { stage, id, sketch } = await panelWith((stage) => {
      const row = { layoutMode: 'HORIZONTAL', primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' };
      return stage.draw('FRAME', MUG, row);
    });
    const [child] = stage.store.get(id).children;
    stage.store.write(child!, { opacity: 0.6 });
    const before = boxOn(stage, id);
    await placed(stage, placing(sketch, { where: 'fill', again: 'add' }));
    expect(stage.store.get(child!).props).toMatchObject({ visible: true, opacity: 0 });
    expect(boxOn(stage, id)).toEqual(before);
    stage.send({ type: 'show-drawing' });
    await until(() => expect(stage.store.get(child!).props['opacity']).toBe(0.6));
  });

  it('is told beforehand of what takes none, and of what is in no auto layout', async () => {
    const text = await panelWith((stage) => stage.draw('TEXT', MUG, { characters: 'Mug' }));
    expect(text.sketch.cannot).toEqual({ fill: 'no-fill', layout: 'no-layout' });
    const { sketch } = await panelWith((stage) => {
      const row = stage.draw('FRAME', { ...MUG, name: 'Row' }, { layoutMode: 'HORIZONTAL' });
      return stage.draw('FRAME', { ...MUG, parent: row });
    });
    expect(sketch.cannot).toEqual({});
    const grid = await panelWith((stage) => {
      const parent = stage.draw('FRAME', { ...MUG, name: 'Grid' }, { layoutMode: 'GRID' });
      return stage.draw('FRAME', { ...MUG, parent });
    });
    expect(grid.sketch.cannot).toEqual({ layout: 'no-layout' });
  });

  it.each(['Mug', 'Krug "ä" & カップ'])('of %s is no part of a drawing around it', async (name) => {
    const { stage, sketch, run } = await panelWith((stage) => {
      const board = stage.draw('FRAME', { x: 0, y: 0, width: 900, height: 900, name: 'Board' });
      return stage.draw('FRAME', { ...MUG, name, parent: board });
    });
    await placed(stage, placing(sketch, { where: 'fill', again: 'add' }));
    run.close();
    stage.heard.length = 0;
    stage.store.select(stage.page, [stage.store.get(stage.page).children[0]!]);
    expect((await openPanel(stage)).sketch.sketch.svg).not.toContain('<image');
  });

  it('made again takes the place of the first', async () => {
    const { stage, id, sketch } = await panelWith((stage) => stage.draw('FRAME', MUG));
    await placed(stage, placing(sketch, { where: 'fill', again: 'update' }, { shade: 10 }));
    const first = imageOf(stage, id);
    await placed(stage, placing(sketch, { where: 'fill', again: 'update' }, { shade: 90, shadow: { x: 0, y: 200, width: 320, height: 120 } })); // prettier-ignore
    const images = fillsOf(stage, id).filter(({ type }) => type === 'IMAGE');
    expect(images).toHaveLength(2);
    expect(images.map(({ imageHash }) => imageHash)).not.toContain(first);
  });

  it('is refused by what has no fill, in a sentence', async () => {
    const { stage, sketch, before, run } = await panelWith((stage) =>
      stage.draw('TEXT', MUG, { characters: 'Mug' }),
    );
    await placed(stage, placing(sketch, { where: 'fill', again: 'add' }));
    expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'no-fill' });
    run.close();
    expect(stage.store.snapshot()).toBe(before);
    expect(stage.store.images.size).toBe(0);
  });

  it('is turned with a turned layer', () => {
    // A quarter turn: the layer's right end lies at the bottom of the page's rectangle.
    const crop = cropOf([[0, -1, 100], [1, 0, 0]], { width: 80, height: 40 }, { x: 60, y: 0, width: 40, height: 80 }); // prettier-ignore
    expect(apply(crop, 0, 0)).toEqual([1, 0]);
    expect(apply(crop, 1, 0)).toEqual([1, 1]);
    expect(apply(crop, 0, 1)).toEqual([0, 0]);
  });
});
