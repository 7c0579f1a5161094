// Places where a drawing can sit: inside other things, locked, hidden, on another
// page, several at once. Out: scenes.
import type { NodeKind } from './kind.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { DOCUMENT_ID } from '../document/record.ts';
import { create, createInstance } from '../document/tree.ts';
import { at, mugFrame, mugGroup, SIDE } from './mug.ts';
import { remoteInstance } from './shapes.ts';

/** A mug's frame in another frame of these properties; the mug is selected. */
const inside = (id: string, what: string, outer: Record<string, Plain>, own: Record<string, Plain> = {}): NodeKind => ({
  id,
  what,
  build: (store) => {
    const frame = create(store, 'FRAME', store.currentPage, { name: 'Screen', width: 800, height: 600, ...at(100, 100), ...outer });
    return [mugFrame(store, frame, { ...at(40, 40), ...own })];
  },
}); // prettier-ignore

const ROW = { layoutMode: 'HORIZONTAL', itemSpacing: 16, paddingLeft: 24, paddingTop: 24, paddingRight: 24, paddingBottom: 24 }; // prettier-ignore

export const PLACES: readonly NodeKind[] = [
  inside('in-frame', 'a frame in a frame', {}),
  inside('in-auto-layout', 'a frame in the flow of auto layout', ROW),
  inside('in-auto-layout-absolute', 'a frame in auto layout, out of its flow', ROW, { layoutPositioning: 'ABSOLUTE' }),
  inside('in-wrap', 'a frame in auto layout that wraps', { ...ROW, layoutWrap: 'WRAP', primaryAxisSizingMode: 'FIXED' }),
  {
    id: 'auto-layout',
    what: 'a frame with auto layout itself',
    build: (store) => {
      const row = create(store, 'FRAME', store.currentPage, { name: 'Row', ...ROW, ...at(100, 100) });
      mugGroup(store, row);
      mugGroup(store, row);
      return [row];
    },
  },
  {
    id: 'in-group',
    what: 'a group in a group, turned in a turned frame',
    build: (store) => {
      const turn = [[0.9396926, 0.3420201, 200], [-0.3420201, 0.9396926, 400]]; // 20°
      const frame = create(store, 'FRAME', store.currentPage, { name: 'Turned', width: 600, height: 600, relativeTransform: turn });
      const group = create(store, 'GROUP', frame, { name: 'Outer', relativeTransform: turn });
      return [mugGroup(store, group, 80, 80)];
    },
  },
  {
    id: 'section',
    what: 'a section with two drawings on it',
    build: (store) => {
      const section = create(store, 'SECTION', store.currentPage, { name: 'Section', width: 900, height: 500, ...at(100, 100) });
      mugFrame(store, section, { name: 'One', ...at(60, 60) });
      mugFrame(store, section, { name: 'Two', ...at(460, 60) });
      return [section];
    },
  },
  {
    id: 'in-section',
    what: 'a drawing on a section of a section',
    build: (store) => {
      const outer = create(store, 'SECTION', store.currentPage, { name: 'Outer', width: 1200, height: 800, ...at(100, 100) });
      const inner = create(store, 'SECTION', outer, { name: 'Inner', width: 800, height: 500, ...at(60, 60) });
      return [mugFrame(store, inner, at(60, 60))];
    },
  },
  {
    id: 'in-component',
    what: 'a layer inside a component',
    build: (store) => {
      const component = create(store, 'COMPONENT', store.currentPage, { name: 'Card', width: 400, height: 400, ...at(100, 100) });
      return [mugFrame(store, component, at(20, 20))];
    },
  },
  { id: 'in-instance', what: 'a layer inside an instance', build: (store) => [...store.get(cardInstance(store)).children] },
  {
    id: 'in-nested-instance',
    what: 'a layer inside an instance inside an instance in auto layout',
    build: (store) => {
      const outer = create(store, 'COMPONENT', store.currentPage, { name: 'Shelf', ...ROW, ...at(2000, 100) });
      const card = create(store, 'COMPONENT', store.currentPage, { name: 'Card', width: 300, height: 300, ...at(2000, 900) });
      mugFrame(store, card, at(20, 20));
      createInstance(store, card, outer);
      const shelf = createInstance(store, outer, store.currentPage);
      const inner = store.get(store.get(shelf).children[0]!);
      return [inner.children[0]!];
    },
  },
  { id: 'in-instance-remote', what: 'a layer inside an instance from a library', build: (store) => [...store.get(remoteInstance(store)).children] },
  inside('locked', 'a locked frame', {}, { locked: true }),
  inside('in-locked', 'a frame in a locked frame', { locked: true }),
  inside('hidden', 'a hidden frame', {}, { visible: false }),
  inside('in-hidden', 'a frame in a hidden frame', { visible: false }),
  inside('in-cut-off', 'a frame outside of the frame that clips it', {}, at(900, 40)),
  {
    id: 'on-other-page',
    what: 'a drawing on a page that was left; its picture is selected on this one',
    build: (store) => {
      const other = create(store, 'PAGE', DOCUMENT_ID, { name: 'Left' });
      const drawing = mugFrame(store, other, at(100, 100));
      const picture = create(store, 'RECTANGLE', store.currentPage, { name: 'Mug · realized', ...at(100, 100) });
      const made = { from: drawing, settings: { model: 'realize', studio: 'soft', size: 512, seed: 1, shadow: true }, runtime: 'WASM', ms: 1 };
      store.put(picture, { ...store.get(picture), pluginData: { made: JSON.stringify({ version: 1, made }) } });
      return [picture];
    },
  },
  {
    id: 'mixed-selection',
    what: 'a frame, its own child, a group and a text at once',
    build: (store) => {
      const frame = mugFrame(store, store.currentPage, at(100, 100));
      const text = create(store, 'TEXT', store.currentPage, { characters: 'A', fontSize: 100, width: 60, height: 120, ...at(900, 100) });
      return [store.get(frame).children[1]!, frame, mugGroup(store, store.currentPage, 500, 100), text];
    },
  },
  {
    id: 'crowded',
    what: 'a frame with other work close on every side',
    build: (store) => {
      for (let i = 0; i < 24; i += 1)
        create(store, 'RECTANGLE', store.currentPage, { name: "Somebody's work", width: 230, height: 230, ...at(100 + (i % 6) * 260, 100 + Math.floor(i / 6) * 260) });
      return [mugFrame(store, store.currentPage, at(100 - SIDE - 20, 100))];
    },
  },
]; // prettier-ignore

function cardInstance(store: Store): string {
  const component = create(store, 'COMPONENT', store.currentPage, { name: 'Card', width: 400, height: 400, ...at(2000, 100) }); // prettier-ignore
  mugFrame(store, component, at(20, 20));
  const id = createInstance(store, component, store.currentPage);
  store.write(id, at(100, 100));
  return id;
}
