import { describe, expect, it } from 'vitest';
import { apply } from '../../host/geometry/transform.ts';
import { remove } from '../../host/document/tree.ts';
import { cropOf } from '../../src/plugin/place/fill.ts';
import {
  boxOn,
  asking,
  lastHeard,
  openPanel,
  openStage,
  picturesOn,
  placed,
  placing,
  settle,
  until,
  type Stage,
} from './stage.ts';

const MUG = { x: 100, y: 200, width: 320, height: 320, name: 'Mug' };
type Fills = { type: string; imageHash?: string; imageTransform?: Parameters<typeof apply>[0] }[];
const fillsOf = (stage: Stage, id: string): Fills => stage.store.get(id).props['fills'] as unknown as Fills;
const imageOf = (stage: Stage, id: string): string | undefined =>
  fillsOf(stage, id).find(({ type }) => type === 'IMAGE')?.imageHash;
const told = (stage: Stage): string[] =>
  stage.heard.flatMap((one) => (one.type === 'told' ? [one.text] : []));

async function panelWith(draw: (stage: Stage) => string) {
  const stage = await openStage(asking);
  const id = draw(stage);
  const before = settle(stage, [id]);
  return { stage, id, before, ...(await openPanel(stage)) };
}

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
