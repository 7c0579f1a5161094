// In which parent a picture stands: the drawing’s own, or the page.
import { describe, expect, it } from 'vitest';
import type { NodeType } from '../../../host/document/kinds.ts';
import type { Plain } from '../../../host/document/record.ts';
import { place } from '../../../host/document/scene.ts';
import { createInstance } from '../../../host/document/tree.ts';
import { boxOn, finish, isApart, obliging, openStage, picturesOn, settle } from '../stage.ts';
import { MUG, ROOMY, empty, realizeIn } from './realize-in.ts';

const BESIDE = { x: 1000 + 40 + 200 + 20, y: 560, width: 200, height: 200 };

describe('a picture stands beside its drawing, in the same parent', () => {
  it.each(['FRAME', 'SECTION'] as const)('where that is a roomy %s', async (type) => {
    const { stage, parent, mug, picture } = await realizeIn(type);
    expect(picture.parent).toBe(parent);
    expect(boxOn(stage, picture.id)).toEqual(BESIDE);
    const { children } = stage.store.get(parent);
    expect(children.indexOf(picture.id)).toBe(children.indexOf(mug) + 1);
  });

  it('in a section of FigJam', async () => {
    const stage = await openStage(obliging, { editor: 'figjam' });
    const parent = stage.draw('SECTION', ROOMY);
    settle(stage, [stage.draw('RECTANGLE', { ...MUG, parent })]);
    await finish(stage);
    expect(picturesOn(stage, stage.page)[0]?.parent).toBe(parent);
  });

  it('below where the frame ends at the right', async () => {
    const stage = await openStage();
    const parent = empty(stage, 'FRAME', { ...ROOMY, width: 400 });
    settle(stage, [stage.draw('RECTANGLE', { ...MUG, parent })]);
    await finish(stage);
    expect(boxOn(stage, picturesOn(stage, stage.page)[0]!.id)).toEqual({ ...BESIDE, x: 1040, y: 780 });
  });

  it('at the same level as the group or the row that holds its drawing', async () => {
    for (const holder of ['GROUP', 'ROW'] as const) {
      const stage = await openStage();
      const parent = empty(stage, 'FRAME', ROOMY);
      const row = { layoutMode: 'HORIZONTAL', primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' };
      const at = { x: 0, y: 0, width: 300, height: 300, name: holder, parent };
      const held = holder === 'GROUP' ? stage.draw('GROUP', at) : empty(stage, 'FRAME', at, row);
      const mug = stage.draw('RECTANGLE', { ...MUG, parent: held });
      settle(stage, [mug]);
      const before = [boxOn(stage, held), stage.store.get(held).children.length];
      await finish(stage);
      const picture = picturesOn(stage, stage.page)[0]!;
      expect(picture.parent).toBe(parent);
      expect([boxOn(stage, held), stage.store.get(held).children.length]).toEqual(before);
      const { children } = stage.store.get(parent);
      expect(children.indexOf(picture.id)).toBe(children.indexOf(held) + 1);
    }
  });
});

describe('a picture stands on the page', () => {
  const onThePage = ({ stage, picture, parent }: Awaited<ReturnType<typeof realizeIn>>): void => {
    expect(picture.parent).toBe(stage.page);
    expect(isApart(boxOn(stage, picture.id), boxOn(stage, parent))).toBe(true);
    const { children } = stage.store.get(stage.page);
    expect(children.indexOf(picture.id)).toBe(children.indexOf(parent) + 1);
  };

  it.each([
    [
      'has auto layout',
      'FRAME',
      { layoutMode: 'VERTICAL', primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' },
    ],
    ['is locked', 'FRAME', { locked: true }],
    ['is faded', 'FRAME', { opacity: 0.4 }],
    [
      'is turned',
      'FRAME',
      {
        relativeTransform: [
          [0, -1, 2000],
          [1, 0, 500],
        ],
      },
    ],
    ['is a component, whose copies would show it too', 'COMPONENT', {}],
    ['is a group, which would grow', 'GROUP', {}],
    ['has no room', 'FRAME', { width: 300, height: 300 }],
    ['is a section without room, which does not grow', 'SECTION', { width: 300, height: 300 }],
  ] as [string, NodeType, Record<string, Plain>][])('where the parent %s', async (_, type, more) => {
    onThePage(await realizeIn(type, more));
  });

  it('where a mask would hide it', async () => {
    onThePage(
      await realizeIn('FRAME', {}, (stage, parent, mug) => {
        const mask = stage.draw('ELLIPSE', { ...MUG, name: 'mask', parent }, { isMask: true });
        const record = stage.store.get(parent);
        stage.store.put(parent, { ...record, children: [mask, mug] });
      }),
    );
  });

  it('where other work fills the frame', async () => {
    onThePage(
      await realizeIn('FRAME', {}, (stage, parent) => {
        stage.draw('RECTANGLE', { x: 0, y: 0, width: 800, height: 600, name: 'background', parent });
      }),
    );
  });

  it('where something on the page lies over the free room of the frame', async () => {
    onThePage(
      await realizeIn('FRAME', {}, (stage) => {
        stage.draw('RECTANGLE', { x: 1200, y: 500, width: 900, height: 300, name: 'a note at the right' });
        stage.draw('RECTANGLE', { x: 1000, y: 800, width: 900, height: 600, name: 'a note below' });
      }),
    );
  });

  it('where a frame farther out would cut it off', async () => {
    const stage = await openStage();
    const outer = empty(stage, 'FRAME', { ...ROOMY, width: 300, height: 300 });
    const parent = empty(stage, 'FRAME', { ...ROOMY, x: 0, y: 0, parent: outer });
    settle(stage, [stage.draw('RECTANGLE', { ...MUG, parent })]);
    await finish(stage);
    expect(picturesOn(stage, stage.page)[0]?.parent).toBe(stage.page);
  });

  it('where the drawing lies in a hidden parent', async () => {
    const stage = await openStage();
    const parent = empty(stage, 'FRAME', ROOMY, { visible: false });
    settle(stage, [stage.draw('RECTANGLE', { ...MUG, parent })]);
    await finish(stage);
    const picture = picturesOn(stage, stage.page)[0];
    expect(picture?.parent).toBe(stage.page);
  });
});

describe('a drawing inside an instance', () => {
  it('has its picture beside the instance, which stays as it was', async () => {
    const stage = await openStage();
    const component = stage.draw('COMPONENT', { ...ROOMY, x: -2000, name: 'Card' });
    stage.draw('RECTANGLE', { ...MUG, parent: component });
    const board = empty(stage, 'FRAME', { x: 0, y: 0, width: 4000, height: 2000, name: 'Board' });
    const instance = createInstance(stage.store, component, board);
    place(stage.store, instance, [
      [1, 0, 300],
      [0, 1, 300],
    ]);
    const [inner] = stage.store.get(instance).children;
    settle(stage, [inner!]);
    const before = JSON.stringify(stage.store.get(instance));
    expect(await finish(stage)).toBe('Realized: Mug');
    const picture = picturesOn(stage, stage.page)[0]!;
    expect(picture.parent).toBe(board);
    expect(isApart(boxOn(stage, picture.id), boxOn(stage, instance))).toBe(true);
    expect(JSON.stringify(stage.store.get(instance))).toBe(before);
  });
});
