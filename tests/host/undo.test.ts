import { describe, expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { place } from '../../host/document/scene.ts';
import { create, remove } from '../../host/document/tree.ts';
import { openStand } from './stand.ts';

const BUSY = `
  const rectangle = figma.createRectangle();
  rectangle.x = 40; rectangle.rotation = 30; rectangle.resize(30, 20); rectangle.name = 'One';
  rectangle.setPluginData('made', '{"a":1}'); rectangle.setRelaunchData({ again: '' });
  const frame = figma.createFrame();
  frame.layoutMode = 'HORIZONTAL'; frame.itemSpacing = 8;
  frame.appendChild(rectangle);
  const twin = rectangle.clone();
  figma.group([twin, frame], figma.currentPage);
  figma.currentPage.selection = [rectangle];
  figma.currentPage.children[0].remove();`;

describe('undo', () => {
  it('a run is one step, and undo leaves the document as it was, byte for byte', async () => {
    const store = newDocument();
    const node = create(store, 'RECTANGLE', store.currentPage);
    store.select(store.currentPage, [node]);
    store.forget();
    const before = store.snapshot();
    const stand = await openStand(undefined, { store });
    await stand.tell(BUSY);
    const after = store.snapshot();
    expect(after).not.toBe(before);
    expect(store.depth).toEqual({ undo: 1, redo: 0 });
    store.undo();
    expect(store.snapshot()).toBe(before);
    expect(store.selection(store.currentPage)).toEqual([node]);
    store.redo();
    expect(store.snapshot()).toBe(after);
    store.undo();
    expect(store.snapshot()).toBe(before);
    expect(store.undo()).toBe(false);
  });

  it('commitUndo parts a run into steps', async () => {
    const stand = await openStand();
    await stand.tell(
      'figma.createRectangle(); figma.commitUndo(); figma.createRectangle(); figma.createLine();',
    );
    const count = () => stand.store.get(stand.store.currentPage).children.length;
    expect(count()).toBe(3);
    stand.store.undo();
    expect(count()).toBe(1);
    stand.store.undo();
    expect(count()).toBe(0);
  });

  it('what the user did before the run is a step of its own', async () => {
    const stand = await openStand();
    create(stand.store, 'ELLIPSE', stand.store.currentPage);
    await stand.tell('figma.createRectangle();');
    stand.store.undo();
    expect(stand.store.get(stand.store.currentPage).children).toHaveLength(1);
  });

  it('a run that changes nothing leaves no step', async () => {
    const stand = await openStand();
    await stand.tell('const node = figma.createRectangle(); node.x = 5; node.remove();');
    await stand.tell('figma.currentPage.selection = [];');
    await stand.tell('const { name } = figma.root; figma.root.name = "x"; figma.root.name = name;');
    expect(stand.store.depth.undo).toBe(0);
  });

  it('ids are never used again', async () => {
    const store = newDocument();
    const first = create(store, 'RECTANGLE', store.currentPage);
    store.undo();
    expect(create(store, 'RECTANGLE', store.currentPage)).not.toBe(first);
  });

  it('a new change after undo ends what could be redone', () => {
    const store = newDocument();
    const node = create(store, 'RECTANGLE', store.currentPage);
    store.commit();
    place(store, node, [
      [1, 0, 9],
      [0, 1, 9],
    ]);
    store.undo();
    remove(store, node);
    store.commit();
    expect(store.redo()).toBe(false);
  });

  it('snapshots do not depend on the order of writing', () => {
    const write = (keys: [string, number][]) => {
      const store = newDocument();
      const node = create(store, 'RECTANGLE', store.currentPage);
      for (const [key, value] of keys) store.write(node, { [key]: value });
      return store.snapshot();
    };
    expect(write([['opacity', 0.5], ['strokeWeight', 3]])).toBe(write([['strokeWeight', 3], ['opacity', 0.5]])); // prettier-ignore
  });
});
