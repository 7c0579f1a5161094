// A grid and what lies in it in, which cells each has out: those it was given, else the first that are free,
// row by row; rows are added where there are too few.
// D: plugin-api.d.ts, gridItemsPositioning, gridAutoTracks, gridRowCount.
import { numberOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';

export interface Cell {
  row: number;
  column: number;
}
interface Area extends Cell {
  rowSpan: number;
  columnSpan: number;
}
export interface Cells {
  rows: number;
  columns: number;
  /** By the child's id. */
  of: Map<string, Area>;
}

/** ?: outside of a grid. */
const NOWHERE = -1;

const spansOf = (item: NodeRecord): Pick<Area, 'rowSpan' | 'columnSpan'> => ({
  rowSpan: numberOf(item, 'gridRowSpan'),
  columnSpan: numberOf(item, 'gridColumnSpan'),
});

const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rowSpan &&
  b.row < a.row + a.rowSpan &&
  a.column < b.column + b.columnSpan &&
  b.column < a.column + a.columnSpan;

const isTaken = (of: Cells['of'], area: Area): boolean =>
  [...of.values()].some((other) => overlap(area, other));

/** Whether `item` fits there into the rows and columns that there are. */
export function isFree({ rows, columns, of }: Cells, item: NodeRecord, { row, column }: Cell): boolean {
  const area: Area = { row, column, ...spansOf(item) };
  const isInside =
    row >= 0 && column >= 0 && row + area.rowSpan <= rows && column + area.columnSpan <= columns;
  return isInside && !isTaken(of, area);
}

export function seated(frame: NodeRecord, items: readonly NodeRecord[]): Cells {
  const columns = numberOf(frame, 'gridColumnCount');
  const grows = frame.props.gridAutoTracks === 'ROWS';
  const cells: Cells = { rows: grows ? 1 : numberOf(frame, 'gridRowCount'), columns, of: new Map() };
  const given = (item: NodeRecord): Area => ({
    row: numberOf(item, 'gridRowAnchorIndex'),
    column: numberOf(item, 'gridColumnAnchorIndex'),
    ...spansOf(item),
  });
  const seat = (item: NodeRecord, area: Area): void => {
    cells.of.set(item.id, area);
    cells.rows = Math.max(cells.rows, area.row + area.rowSpan);
  };
  // In a flow of rows they go by their order, else who has a cell keeps it.
  if (frame.props.gridItemsPositioning !== 'ROW_AUTO_FLOW')
    for (const item of items) {
      const area = given(item);
      const fits = area.row > NOWHERE && area.column > NOWHERE && area.column + area.columnSpan <= columns;
      if (fits && !isTaken(cells.of, area)) seat(item, area);
    }
  for (const item of items) if (!cells.of.has(item.id)) seat(item, firstFree(cells, item));
  return cells;
}

/** Row by row, from the left; what is wider than the grid begins at its left side. */
function firstFree({ columns, of }: Cells, item: NodeRecord): Area {
  const spans = spansOf(item);
  const columnSpan = Math.min(spans.columnSpan, columns);
  for (let row = 0; ; row += 1)
    for (let column = 0; column + columnSpan <= columns; column += 1) {
      const area = { row, column, rowSpan: spans.rowSpan, columnSpan };
      if (!isTaken(of, area)) return area;
    }
}
