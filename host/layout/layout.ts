// Auto layout: rows and columns (grids: grid.ts), wrapping, gaps, padding, alignment, hugging, growing.
// In: a frame's id. Out: its children moved, its size fitted. D: plugin-api.d.ts, AutoLayoutMixin and
// AutoLayoutChildrenMixin.
import { move } from '../geometry/transform.ts';
import { numberOf, place, relativeTransform, sizeOf } from '../document/scene.ts';
import { isGrid, reflowGrid } from './grid.ts';
import { resize } from './resize.ts';
import type { NodeRecord, Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';

interface Item {
  record: NodeRecord;
  /** Along the flow, and across it. */
  long: number;
  thick: number;
}

/**
 * Lays the frame's children out again where it has auto layout, then whatever holds it. What is hidden or
 * stands apart (layoutPositioning 'ABSOLUTE') is left alone.
 */
export function reflow(store: Store, id: string): void {
  const frame = store.find(id);
  if (!frame) return;
  if (isGrid(frame)) return reflowGrid(store, id);
  if (!flows(frame)) {
    const parent = frame.parent === null ? undefined : store.find(frame.parent);
    if (parent && flows(parent)) reflow(store, parent.id);
    return;
  }
  const along = frame.props.layoutMode === 'HORIZONTAL';
  const [start, end, side, farSide] = (along ? ['Left', 'Right', 'Top', 'Bottom'] : ['Top', 'Bottom', 'Left', 'Right']).map(
    (edge) => numberOf(frame, `padding${edge}`),
  ) as [number, number, number, number]; // prettier-ignore
  const gap = numberOf(frame, 'itemSpacing');
  const hugsLong = frame.props.primaryAxisSizingMode === 'AUTO';
  const hugsThick = frame.props.counterAxisSizingMode === 'AUTO';
  const own = sizeOf(store, frame);
  const room = (along ? own.width : own.height) - start - end;
  const lines = linesOf(store, frame, { along, gap, room: hugsLong ? Infinity : room });
  // D: counterAxisSpacing null means the same as itemSpacing.
  const between = typeof frame.props.counterAxisSpacing === 'number' ? frame.props.counterAxisSpacing : gap;
  let across = side;
  let longest = 0;
  const fullThick = (along ? own.height : own.width) - side - farSide;
  for (const line of lines) {
    const thickest = Math.max(0, ...line.map(({ thick }) => thick));
    // One line of a frame with a size of its own has the whole of it.
    const thickness = lines.length === 1 && !hugsThick ? fullThick : thickest;
    const free = hugsLong ? 0 : room - total(line, gap);
    grow(store, line, free, along);
    const left = hugsLong ? 0 : room - total(line, gap);
    const { from, step } = spread(frame.props.primaryAxisAlignItems, left, line.length);
    let at = start + from;
    for (const item of line) {
      const shift = aligned(frame.props.counterAxisAlignItems, thickness - item.thick);
      put(store, item.record, along ? [at, across + shift] : [across + shift, at]);
      at += item.long + gap + step;
    }
    longest = Math.max(longest, total(line, gap));
    across += thickness + between;
  }
  const fitted: Record<string, Plain> = {};
  if (hugsLong) fitted[along ? 'width' : 'height'] = longest + start + end;
  if (hugsThick) fitted[along ? 'height' : 'width'] = (lines.length > 0 ? across - between : side) + farSide;
  if (Object.entries(fitted).every(([key, value]) => frame.props[key] === value)) return;
  store.write(id, fitted);
  const parent = frame.parent === null ? undefined : store.find(frame.parent);
  if (parent && flows(parent)) reflow(store, parent.id);
}

const flows = (record: NodeRecord): boolean =>
  isGrid(record) || record.props.layoutMode === 'HORIZONTAL' || record.props.layoutMode === 'VERTICAL';

const total = (line: readonly Item[], gap: number): number =>
  line.reduce((all, { long }) => all + long, 0) + gap * Math.max(0, line.length - 1);

/** One line, or several where a row wraps. */
function linesOf(
  store: Store,
  frame: NodeRecord,
  { along, gap, room }: { along: boolean; gap: number; room: number },
): Item[][] {
  const items = frame.children
    .map((child) => store.get(child))
    .filter((child) => child.props.visible !== false && child.props.layoutPositioning !== 'ABSOLUTE')
    .map((record): Item => {
      const { width, height } = sizeOf(store, record);
      return { record, long: along ? width : height, thick: along ? height : width };
    });
  if (items.length === 0) return [];
  const lines: Item[][] = [[]];
  const wraps = frame.props.layoutWrap === 'WRAP' && along;
  for (const item of items) {
    const line = lines.at(-1)!;
    if (wraps && line.length > 0 && total([...line, item], gap) > room + 1e-6) lines.push([item]);
    else line.push(item);
  }
  return lines;
}

/** Shares free room among the children that grow. (layoutGrow: 0 or 1) */
function grow(store: Store, line: Item[], free: number, along: boolean): void {
  const growing = line.filter(({ record }) => record.props.layoutGrow === 1);
  if (growing.length === 0 || free <= 0) return;
  for (const item of growing) {
    item.long += free / growing.length;
    const [width, height] = along ? [item.long, item.thick] : [item.thick, item.long];
    resize(store, item.record.id, width, height);
  }
}

function spread(align: Plain | undefined, free: number, count: number): { from: number; step: number } {
  if (align === 'SPACE_BETWEEN') return { from: 0, step: count > 1 ? Math.max(0, free) / (count - 1) : 0 };
  return { from: aligned(align, free), step: 0 };
}

const aligned = (align: Plain | undefined, free: number): number =>
  align === 'CENTER' ? free / 2 : align === 'MAX' ? free : 0;

function put(store: Store, record: NodeRecord, [x, y]: readonly [number, number]): void {
  const before = relativeTransform(store, record);
  if (before[0][2] !== x || before[1][2] !== y) place(store, record.id, move(before, x, y));
}
