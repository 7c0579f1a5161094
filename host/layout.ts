// Simple auto layout: one row or column, gaps, padding, hugging. In: a frame's id. Out: its children moved, its size fitted.
import { move, type Transform } from './geometry.ts';
import { numberOf, place, relativeTransform, sizeOf } from './scene.ts';
import type { Plain, Store } from './store.ts';

/** Lays the frame's children out again where it has auto layout, then whatever holds it.
 * (developers.figma.com/docs/plugins/api/properties/nodes-layoutmode; layoutPositioning 'ABSOLUTE' stands outside) */
export function reflow(store: Store, id: string): void {
  const frame = store.find(id);
  if (!frame) return;
  const mode = frame.props.layoutMode;
  if (mode !== 'HORIZONTAL' && mode !== 'VERTICAL') {
    const parent = frame.parent === null ? undefined : store.find(frame.parent);
    if (parent?.props.layoutMode === 'HORIZONTAL' || parent?.props.layoutMode === 'VERTICAL')
      reflow(store, parent.id);
    return;
  }
  const along = mode === 'HORIZONTAL';
  const flow = frame.children
    .map((child) => store.get(child))
    .filter((child) => child.props.visible !== false && child.props.layoutPositioning !== 'ABSOLUTE');
  const gap = numberOf(frame, 'itemSpacing');
  const start = numberOf(frame, along ? 'paddingLeft' : 'paddingTop');
  const end = numberOf(frame, along ? 'paddingRight' : 'paddingBottom');
  const side = numberOf(frame, along ? 'paddingTop' : 'paddingLeft');
  const farSide = numberOf(frame, along ? 'paddingBottom' : 'paddingRight');
  let at = start;
  let thickest = 0;
  for (const child of flow) {
    const { width, height } = sizeOf(store, child);
    const before = relativeTransform(store, child);
    const wanted: Transform = along ? move(before, at, side) : move(before, side, at);
    if (wanted[0][2] !== before[0][2] || wanted[1][2] !== before[1][2]) place(store, child.id, wanted);
    at += (along ? width : height) + gap;
    thickest = Math.max(thickest, along ? height : width);
  }
  const fitted: Record<string, Plain> = {};
  const length = (flow.length > 0 ? at - gap : start) + end;
  if (frame.props.primaryAxisSizingMode === 'AUTO') fitted[along ? 'width' : 'height'] = length;
  if (frame.props.counterAxisSizingMode === 'AUTO')
    fitted[along ? 'height' : 'width'] = thickest + side + farSide;
  if (Object.entries(fitted).some(([key, value]) => frame.props[key] !== value)) store.write(id, fitted);
}
