// The list of layers on the left, as a tree that keys go through: select, rename, hide, change their order.
// In: Desk.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { LayerLine } from './layer-line.tsx';
import { holdersOf, moveTo, rowsOf, setVisible, step, type LayerRow } from './layer-order.ts';

export function Layers({ desk }: { desk: Desk }) {
  const { store, selection } = desk;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [renamed, rename] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [dragged, drag] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const chosen = selection.join();
  // What is chosen on the canvas is seen here.
  useEffect(() => {
    const holders = holdersOf(store, desk.selection);
    if (holders.length > 0) setOpen((now) => new Set([...now, ...holders]));
    setActive(desk.selection[0] ?? null);
  }, [chosen]);
  const line = (id: string | null) => tree.current?.querySelector<HTMLElement>(`[data-layer="${id}"]`);
  useEffect(() => line(selection[0] ?? null)?.scrollIntoView({ block: 'nearest' }), [chosen, open]);

  const rows = rowsOf(store, open);
  const at = Math.max(0, rows.findIndex(({ id }) => id === active)); // prettier-ignore
  const toggle = (id: string, isOpen: boolean): void =>
    setOpen(new Set(isOpen ? [...open, id] : [...open].filter((one) => one !== id)));
  const choose = (id: string, more: boolean): void => {
    setActive(id);
    const others = selection.filter((one) => one !== id);
    if (!more) desk.select([id]);
    else desk.select(others.length < selection.length ? others : [...selection, id]);
  };
  const go = (to: number): void => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (!row) return;
    choose(row.id, false);
    line(row.id)?.focus();
  };

  function key(event: KeyboardEvent, row: LayerRow): void {
    const way = event.key === 'ArrowUp' ? 1 : -1;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      if (event.altKey) desk.edit(() => step(store, row.id, way));
      else go(at - way);
    } else if (event.key === 'ArrowRight' && row.hasChildren) toggle(row.id, true);
    else if (event.key === 'ArrowLeft' && row.isOpen) toggle(row.id, false);
    else if (event.key === 'ArrowLeft') go(rows.findIndex(({ id }) => id === store.get(row.id).parent));
    else if (event.key === 'Enter' || event.key === 'F2') rename(row.id);
    else if (event.key === ' ') desk.edit(() => setVisible(store, row.id, row.isHidden));
    else return; // of the whole page
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <aside class="layers" aria-label="Layers">
      <h2>Layers</h2>
      <div ref={tree} class="layers-tree" role="tree" aria-label="Layers, topmost first" aria-multiselectable>
        {rows.map((row, index) => (
          <LayerLine
            key={row.id}
            row={row}
            isActive={index === at}
            isRenamed={renamed === row.id}
            isDragged={dragged === row.id}
            onKey={(event) => key(event, row)}
            onChoose={(more) => choose(row.id, more)}
            onOpen={() => toggle(row.id, !row.isOpen)}
            onRename={() => rename(row.id)}
            onNamed={(name) => {
              rename(null);
              if (name !== '' && name !== row.name) desk.edit(() => store.write(row.id, { name }));
              requestAnimationFrame(() => line(row.id)?.focus());
            }}
            onHide={() => desk.edit(() => setVisible(store, row.id, row.isHidden))}
            onDrag={(on) => drag(on ? row.id : null)}
            onDrop={() => {
              if (dragged !== null) desk.edit(() => moveTo(store, dragged, row.id));
              drag(null);
            }}
          />
        ))}
      </div>
    </aside>
  );
}
