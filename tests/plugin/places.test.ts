import { describe, expect, it } from 'vitest';
import type { NodeType } from '../../host/document/kinds.ts';
import type { Plain } from '../../host/document/record.ts';
import { place } from '../../host/document/scene.ts';
import { createInstance, remove } from '../../host/document/tree.ts';
import {
  boxOn,
  finish,
  isApart,
  obliging,
  openStage,
  picturesOn,
  pictureOf,
  settle,
  type Stage,
} from './stage.ts';

const MUG = { x: 40, y: 60, width: 200, height: 200, name: 'Mug' };
const ROOMY = { x: 1000, y: 500, width: 800, height: 600, name: 'Ideas' };

/** A parent with nothing in it. */
function empty(stage: Stage, ...how: Parameters<Stage['draw']>): string {
  const id = stage.draw(...how);
  for (const child of stage.store.get(id).children) remove(stage.store, child);
  return id;
}

/** A drawing inside a parent of some kind; realized. */
async function realizeIn(
  type: NodeType,
  more: Record<string, Plain> = {},
  furnish: (stage: Stage, parent: string, mug: string) => void = () => undefined,
) {
  const stage = await openStage();
  const parent = empty(stage, type, ROOMY, more);
  const mug = stage.draw('RECTANGLE', { ...MUG, parent });
  furnish(stage, parent, mug);
  const before = settle(stage, [mug]);
  expect(await finish(stage)).toBe('Realized: Mug');
  const [picture, ...rest] = picturesOn(stage, stage.page);
  expect(rest).toEqual([]);
  return { stage, parent, mug, before, picture: picture! };
}

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

describe('many at once', () => {
  it('thirty frames: thirty pictures, none over anything, one undo', async () => {
    const stage = await openStage();
    const frames = Array.from({ length: 30 }, (_, i) =>
      stage.draw('FRAME', {
        x: (i % 6) * 260,
        y: Math.floor(i / 6) * 240,
        width: 200,
        height: 200,
        name: `Sketch ${i + 1}`,
      }),
    );
    const before = settle(stage, frames);
    expect(await finish(stage)).toBe('30 pictures realized.');
    expect(stage.host.notices[0]).toBe('30 pictures, one after another. Cancel takes all of them back.');
    const pictures = picturesOn(stage, stage.page).map(({ id }) => id);
    const boxes = [...frames, ...pictures].map((id) => boxOn(stage, id));
    expect(pictures).toHaveLength(30);
    boxes.forEach((box, i) => expect(boxes.slice(i + 1).every((other) => isApart(box, other))).toBe(true));
    expect(stage.store.depth.undo).toBe(1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });
});

describe('a frame in which a picture stands', () => {
  it('is realized without it', async () => {
    const { stage, parent } = await realizeIn('FRAME');
    stage.store.select(stage.page, [parent]);
    await finish(stage);
    const sketches = stage.heard.filter((message) => message.type === 'sketch');
    expect(sketches).toHaveLength(2);
    const { svg } = sketches[1]!.sketch;
    expect(svg).toContain('id="Mug"');
    expect(svg).not.toContain('realized');
    expect(svg).not.toContain('<image');
  });

  it('whatever its letters, which Figma writes byte by byte', async () => {
    const stage = await openStage();
    const parent = stage.draw('FRAME', ROOMY);
    settle(stage, [stage.draw('RECTANGLE', { ...MUG, name: 'Krug "ä" & カップ', parent })]);
    await finish(stage);
    expect(picturesOn(stage, stage.page).map((picture) => picture.parent)).toEqual([parent]);
    stage.store.select(stage.page, [parent]);
    await finish(stage);
    const sketches = stage.heard.filter((message) => message.type === 'sketch');
    expect(sketches).toHaveLength(2);
    expect(sketches[1]!.sketch.svg).toContain('id="Krug &#34;&#195;&#164;&#34; &#38; ');
    expect(sketches[1]!.sketch.svg).not.toContain('<image');
  });
});

describe('her attention', () => {
  const busy = (act: (stage: Stage) => void) =>
    openStage((message, send, stage) => {
      if (message.type !== 'sketch') return;
      act(stage);
      send(pictureOf(message));
    });

  it('what she selected meanwhile stays selected', async () => {
    const stage = await busy(({ store, page }) => store.select(page, []));
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(stage.store.selection(stage.page)).toEqual([]);
  });

  it('the view goes to a picture out of sight', async () => {
    const stage = await openStage();
    settle(stage, [stage.draw('FRAME', { ...MUG, x: 5000 })]);
    await finish(stage);
    expect(stage.view.bounds.x).toBeGreaterThan(4000);
    expect(stage.view.bounds.width).toBe(1440);
  });

  it('but stays where she has moved it meanwhile', async () => {
    const stage = await busy(({ view }) => view.show({ x: -900, y: 0, width: 1440, height: 900 }));
    settle(stage, [stage.draw('FRAME', { ...MUG, x: 5000 })]);
    await finish(stage);
    expect(stage.view.bounds.x).toBe(-900);
  });

  it('on another page she is told where the picture stands', async () => {
    const stage = await busy(({ store }) => (store.currentPage = '0:2'));
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized on page “Page 1”: Mug');
    expect(stage.store.currentPage).toBe('0:2');
  });
});
