// A node is given a cell of a grid. In: session, records, row and column. Out: writes in the store, or a
// refusal.
// D: plugin-api.d.ts, GridLayoutMixin.appendChildAt, GridChildrenMixin.setGridChildPosition; wording assumed.
import { NodeRef } from '../api/refs.ts';
import type { NodeRecord } from '../document/record.ts';
import { isGrid, mayTake } from '../layout/grid.ts';
import { reflow } from '../layout/layout.ts';
import { assertWritable } from '../limits/access.ts';
import * as say from '../limits/sentences.ts';
import type { Session } from '../run/session.ts';
import { insert } from './checked-writes.ts';

type Place = readonly [row: unknown, column: unknown];

export function seat(session: Session, grid: NodeRecord, child: unknown, place: Place): void {
  const node = child instanceof NodeRef ? session.store.find(child.id) : undefined;
  if (node) assertCell(session, 'appendChildAt', { grid, child: node }, place);
  insert(session, 'appendChildAt', child, { parent: grid, index: undefined });
  if (node)
    setCell(
      session,
      'appendChildAt',
      { grid: session.store.get(grid.id), child: session.store.get(node.id) },
      place,
    );
}

export function setCell(
  session: Session,
  operation: string,
  nodes: { grid: NodeRecord; child: NodeRecord },
  place: Place,
): void {
  assertWritable(session, nodes.child, operation);
  const [gridRowAnchorIndex, gridColumnAnchorIndex] = assertCell(session, operation, nodes, place);
  session.store.write(nodes.child.id, { gridRowAnchorIndex, gridColumnAnchorIndex });
  reflow(session.store, nodes.grid.id);
}

function assertCell(
  session: Session,
  operation: string,
  { grid, child }: { grid: NodeRecord; child: NodeRecord },
  [row, column]: Place,
): [number, number] {
  if (typeof row !== 'number') throw say.badArgument(operation, 'rowIndex', 'number', row);
  if (typeof column !== 'number') throw say.badArgument(operation, 'columnIndex', 'number', column);
  if (!isGrid(grid)) throw new Error(`in ${operation}: The parent is no grid`);
  if (grid.props.gridItemsPositioning === 'ROW_AUTO_FLOW')
    throw new Error(
      `in ${operation}: The children flow by their order while gridItemsPositioning is ROW_AUTO_FLOW`,
    );
  if (!mayTake(session.store, grid, child, [row, column]))
    throw new Error(`in ${operation}: The cell is out of bounds or occupied`);
  return [row, column];
}
