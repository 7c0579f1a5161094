// Keyboard: key → what it does. In: Desk and what only the app can do. Out: a handler for keydown.
import { move } from '../geometry/transform.ts';
import { place, relativeTransform } from '../document/scene.ts';
import { attach, copy } from '../document/tree.ts';
import type { Desk, Tool } from './desk.ts';

export const TOOL_KEYS: Record<string, Tool> = {
  v: 'move',
  h: 'hand',
  f: 'frame',
  r: 'rectangle',
  o: 'ellipse',
  l: 'line',
  p: 'pencil',
};

export function onKey(desk: Desk, open: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, dialog')) return;
    const done = zoom(desk, event) || (withCommand(event) ? command(desk, event, open) : plain(desk, event));
    if (done) event.preventDefault();
  };
}

const withCommand = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

/** Plus and minus zoom with and without Ctrl. */
function zoom(desk: Desk, { key }: KeyboardEvent): boolean {
  if (key === '+' || key === '=') desk.camera.zoomBy(1.5);
  else if (key === '-') desk.camera.zoomBy(1 / 1.5);
  else return false;
  return true;
}

function command(desk: Desk, event: KeyboardEvent, open: () => void): boolean {
  switch (event.key.toLowerCase()) {
    case 'z':
      if (event.shiftKey) desk.store.redo();
      else desk.store.undo();
      return true;
    case 'y':
      desk.store.redo();
      return true;
    case 'a':
      desk.select(desk.store.get(desk.store.currentPage).children);
      return true;
    case 'd':
      duplicate(desk);
      return true;
    case 'o':
      open();
      return true;
    case 'p':
      // Figma's "run last plugin".
      if (!event.altKey) return false;
      void desk.start(desk.command || (desk.manifest.menu?.[0]?.command ?? ''));
      return true;
    case '0':
      desk.camera.zoomBy(1 / desk.camera.zoom);
      return true;
    default:
      return false;
  }
}

function plain(desk: Desk, event: KeyboardEvent): boolean {
  // With shift the digit's own character depends on the keyboard: go by the key's place.
  if (event.shiftKey && event.code === 'Digit1') return (desk.fit(), true);
  if (event.shiftKey && event.code === 'Digit2') return (desk.fit(desk.selection), true);
  const tool = TOOL_KEYS[event.key.toLowerCase()];
  if (tool && !event.altKey) return (desk.setTool(tool), true);
  const step = event.shiftKey ? 10 : 1;
  switch (event.key) {
    case 'n':
    case 'N':
      return nextDrawing(desk, event.shiftKey ? -1 : 1);
    case 'Delete':
    case 'Backspace':
      desk.deleteSelection();
      return true;
    case 'Escape':
      if (desk.tool !== 'move') desk.setTool('move');
      else desk.select([]);
      return true;
    case 'ArrowLeft':
      return nudge(desk, -step, 0);
    case 'ArrowRight':
      return nudge(desk, step, 0);
    case 'ArrowUp':
      return nudge(desk, 0, -step);
    case 'ArrowDown':
      return nudge(desk, 0, step);
    default:
      return false;
  }
}

/** Goes from drawing to drawing without a mouse. */
function nextDrawing(desk: Desk, step: 1 | -1): boolean {
  const all = desk.store.get(desk.store.currentPage).children;
  const at = all.indexOf(desk.selection[0] ?? '');
  const next = all[(at + step + all.length) % all.length];
  if (next === undefined) return false;
  desk.select([next]);
  desk.fit([next]);
  return true;
}

function nudge(desk: Desk, dx: number, dy: number): boolean {
  if (desk.selection.length === 0) return false;
  desk.edit(() => {
    for (const id of desk.selection) {
      const own = relativeTransform(desk.store, desk.store.get(id));
      place(desk.store, id, move(own, own[0][2] + dx, own[1][2] + dy));
    }
  });
  return true;
}

function duplicate(desk: Desk): void {
  const { store } = desk;
  desk.edit(() =>
    desk.select(
      desk.selection.map((id) => {
        const parent = store.get(id).parent ?? store.currentPage;
        const twin = copy(store, id);
        attach(store, twin, parent);
        return twin;
      }),
    ),
  );
}
