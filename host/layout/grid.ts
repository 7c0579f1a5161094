// A grid of auto layout: tracks of fixed, flexible and fitted size, cells that hold one child each or more of
// them, alignment. In: a frame's id. Out: its children moved, their cells written, rows added.
// D: plugin-api.d.ts, GridLayoutMixin, GridChildrenMixin, GridTrackSize. ?: the frame keeps its own size.
import { numberOf, place, relativeTransform, sizeOf } from '../document/scene.ts';
import type { NodeRecord, Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { move } from '../geometry/transform.ts';
import { isFree, seated, type Cells } from './cells.ts';

export interface Track {
  type: 'FLEX' | 'FIXED' | 'HUG';
  value?: number;
}

export const isGrid = ({ props }: NodeRecord): boolean => props.layoutMode === 'GRID';

const tracksOf = (frame: NodeRecord, key: 'gridRowSizes' | 'gridColumnSizes'): readonly Track[] =>
  frame.props[key] as unknown as readonly Track[];

/** So many tracks: new ones are flexible. */
export function tracksFor(tracks: readonly Track[], count: number): Plain {
  const more = Array.from({ length: Math.max(0, count - tracks.length) }, (): Track => ({
    type: 'FLEX',
    value: 1,
  }));
  return [...tracks.slice(0, count), ...more].map((track) => ({ ...track }));
}

export function itemsOf(store: Store, frame: NodeRecord): NodeRecord[] {
  return frame.children
    .map((child) => store.get(child))
    .filter(({ props }) => props.visible !== false && props.layoutPositioning !== 'ABSOLUTE');
}

export function reflowGrid(store: Store, id: string): void {
  const before = store.get(id);
  const items = itemsOf(store, before);
  const cells = seated(before, items);
  for (const [item, cell] of cells.of)
    writeChanged(store, item, { gridRowAnchorIndex: cell.row, gridColumnAnchorIndex: cell.column });
  writeChanged(store, id, {
    gridRowCount: cells.rows,
    gridRowSizes: tracksFor(tracksOf(before, 'gridRowSizes'), cells.rows),
  });
  const frame = store.get(id);
  const columns = edges(store, frame, cells, 'column');
  const rows = edges(store, frame, cells, 'row');
  for (const item of items) {
    const cell = cells.of.get(item.id)!;
    const { width, height } = sizeOf(store, item);
    const { gridChildHorizontalAlign: alongX, gridChildVerticalAlign: alongY } = item.props;
    const x = within(columns, { first: cell.column, span: cell.columnSpan }, width, alongX);
    const y = within(rows, { first: cell.row, span: cell.rowSpan }, height, alongY);
    const own = relativeTransform(store, item);
    if (own[0][2] !== x || own[1][2] !== y) place(store, item.id, move(own, x, y));
  }
}

/** Start and end of each track. */
type Edges = readonly (readonly [start: number, end: number])[];

/** Fixed and fitted tracks first; the flexible ones share what is left by their values, as CSS's `fr` do. */
function edges(store: Store, frame: NodeRecord, cells: Cells, way: 'row' | 'column'): Edges {
  const [across, before, after] =
    way === 'row' ? (['height', 'Top', 'Bottom'] as const) : (['width', 'Left', 'Right'] as const);
  const tracks = tracksOf(frame, way === 'row' ? 'gridRowSizes' : 'gridColumnSizes');
  const gap = numberOf(frame, way === 'row' ? 'gridRowGap' : 'gridColumnGap');
  const start = numberOf(frame, `padding${before}`);
  const fitted = (index: number): number =>
    Math.max(
      0,
      ...[...cells.of]
        .filter(([, cell]) => cell[way] === index && cell[`${way}Span`] === 1)
        .map(([item]) => sizeOf(store, store.get(item))[across]),
    );
  const known = tracks.map(({ type, value }, index) =>
    type === 'FLEX' ? null : type === 'FIXED' ? (value ?? 0) : fitted(index),
  );
  const used = known.reduce<number>((sum, size) => sum + (size ?? 0), gap * (tracks.length - 1));
  const room = sizeOf(store, frame)[across] - start - numberOf(frame, `padding${after}`);
  const shares = tracks.reduce((sum, { type, value }) => sum + (type === 'FLEX' ? (value ?? 1) : 0), 0);
  const share = shares > 0 ? Math.max(0, room - used) / shares : 0;
  let at = start;
  return tracks.map(({ value }, index) => {
    const from = at;
    const to = from + (known[index] ?? share * (value ?? 1));
    at = to + gap;
    return [from, to] as const;
  });
}

/** Where what is so large begins in so many tracks. */
function within(
  edges: Edges,
  { first, span }: { first: number; span: number },
  size: number,
  align: Plain | undefined,
): number {
  const from = edges[first]![0];
  const free = edges[first + span - 1]![1] - from - size;
  return from + (align === 'CENTER' ? free / 2 : align === 'MAX' ? free : 0);
}

function writeChanged(store: Store, id: string, props: Readonly<Record<string, Plain>>): void {
  const { props: own } = store.get(id);
  if (Object.entries(props).some(([key, value]) => JSON.stringify(own[key]) !== JSON.stringify(value)))
    store.write(id, props);
}

/** Whether `item` may take that cell: it lies in the grid, and no other has it. */
export function mayTake(
  store: Store,
  frame: NodeRecord,
  item: NodeRecord,
  [row, column]: readonly [number, number],
): boolean {
  const others = itemsOf(store, frame).filter(({ id }) => id !== item.id);
  return isFree(seated(frame, others), item, { row, column });
}
