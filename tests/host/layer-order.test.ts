import { beforeEach, expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import type { Store } from '../../host/document/store.ts';
import { create } from '../../host/document/tree.ts';
import { holdersOf, moveTo, rowsOf, setVisible, step } from '../../host/playground/layer-order.ts';

let store: Store;
let frame: string;
let [body, lid]: [string, string] = ['', ''];
beforeEach(() => {
  store = newDocument();
  frame = create(store, 'FRAME', store.currentPage, { name: 'Mug' });
  body = create(store, 'RECTANGLE', frame, { name: 'body' });
  lid = create(store, 'ELLIPSE', frame, { name: 'lid' });
});
const named = (open: string[]) => rowsOf(store, new Set(open)).map(({ level, name }) => `${level} ${name}`);

it('lists the topmost first, and what an open layer holds below it', () => {
  create(store, 'ELLIPSE', store.currentPage, { name: 'Sun' });
  expect(named([])).toEqual(['1 Sun', '1 Mug']);
  expect(named([frame])).toEqual(['1 Sun', '1 Mug', '2 lid', '2 body']);
});

it('knows all that hold a layer', () => {
  expect(holdersOf(store, [lid, body])).toEqual([frame]);
  expect(holdersOf(store, [frame])).toEqual([]);
});

it('a layer goes one up or down among its neighbours, or to where another stands; never elsewhere', () => {
  expect(step(store, lid, 1)).toBe(false);
  expect(step(store, lid, -1)).toBe(true);
  expect(store.get(frame).children).toEqual([lid, body]);
  const cap = create(store, 'STAR', frame, { name: 'cap' });
  expect(moveTo(store, cap, lid)).toBe(true);
  expect(store.get(frame).children).toEqual([cap, lid, body]);
  expect(moveTo(store, cap, body)).toBe(true);
  expect(store.get(frame).children).toEqual([lid, body, cap]);
  expect(moveTo(store, cap, frame)).toBe(false);
});

it('what is hidden is told', () => {
  setVisible(store, lid, false);
  expect(rowsOf(store, new Set([frame])).find(({ id }) => id === lid)).toMatchObject({ isHidden: true });
});
