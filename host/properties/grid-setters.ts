// Writes to what makes a grid of auto layout, with Figma's checks. In: session, record, value. Out: writes in
// the store.
// D: plugin-api.d.ts, GridLayoutMixin, GridChildrenMixin; wordings assumed.
import type { NodeRecord } from '../document/record.ts';
import { itemsOf, mayTake, tracksFor, type Track } from '../layout/grid.ts';
import { seated } from '../layout/cells.ts';
import { reflow } from '../layout/layout.ts';
import type { Session } from '../run/session.ts';
import { wantNumber } from './wanted.ts';

type Setter = (session: Session, record: NodeRecord, value: unknown) => void;

const refuse = (key: string, why: string): Error => new Error(`in set_${key}: ${why}`);

function wantCount(key: string, value: unknown): number {
  const count = wantNumber(key, value);
  if (!Number.isInteger(count) || count < 1) throw refuse(key, 'Expected an integer of at least 1');
  return count;
}

const counts =
  (way: 'Row' | 'Column'): Setter =>
  (session, record, value) => {
    const key = `grid${way}Count`;
    const count = wantCount(key, value);
    if (way === 'Row' && record.props.gridAutoTracks === 'ROWS')
      throw refuse(key, 'The row count is managed automatically while gridAutoTracks is ROWS');
    const used = [...seated(record, itemsOf(session.store, record)).of.values()].map((area) =>
      way === 'Row' ? area.row + area.rowSpan : area.column + area.columnSpan,
    );
    if (record.props.layoutMode === 'GRID' && Math.max(0, ...used) > count)
      throw refuse(key, 'Tracks that hold children cannot be removed');
    const sizes = record.props[`grid${way}Sizes`] as unknown as readonly Track[];
    session.store.write(record.id, { [key]: count, [`grid${way}Sizes`]: tracksFor(sizes, count) });
    reflow(session.store, record.id);
  };

const gaps =
  (key: 'gridRowGap' | 'gridColumnGap'): Setter =>
  (session, record, value) => {
    const gap = wantNumber(key, value);
    if (gap < 0) throw refuse(key, 'Expected a number of at least 0');
    session.store.write(record.id, { [key]: gap });
    reflow(session.store, record.id);
  };

const spans =
  (key: 'gridRowSpan' | 'gridColumnSpan'): Setter =>
  (session, record, value) => {
    const span = wantCount(key, value);
    const { store } = session;
    const grid = record.parent === null ? undefined : store.get(record.parent);
    const wanted: NodeRecord = { ...record, props: { ...record.props, [key]: span } };
    const { gridRowAnchorIndex: row, gridColumnAnchorIndex: column } = record.props;
    if (grid?.props.layoutMode === 'GRID' && !mayTake(store, grid, wanted, [Number(row), Number(column)]))
      throw refuse(key, 'It would reach over another child, or beyond the grid');
    store.write(record.id, { [key]: span });
    if (grid) reflow(store, grid.id);
  };

export const GRID_SETTERS: Record<string, Setter> = {
  gridRowCount: counts('Row'),
  gridColumnCount: counts('Column'),
  gridRowGap: gaps('gridRowGap'),
  gridColumnGap: gaps('gridColumnGap'),
  gridRowSpan: spans('gridRowSpan'),
  gridColumnSpan: spans('gridColumnSpan'),
};
