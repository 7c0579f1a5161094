// A drawing that is open in the panel → told whenever it was edited, by anybody
// and by undo; never by what we write.
import { standing, type DrawnLayers } from '../drawing.ts';
import { markOf } from '../storage/picture-mark.ts';
import { openPace } from './throttle.ts';
import { renderBoundsOf } from '../node-tree.ts';

/** What of a node can change without any of its looks changing. */
const UNSEEN: ReadonlySet<string> = new Set([
  'pluginData',
  'locked',
  'expanded',
  'constraints',
  'constrainProportions',
  'reactions',
  'guides',
  'layoutGrids',
  'description',
  'prototypeStartNode',
  'flowStartingPoints',
  'hyperlink',
] satisfies NodeChangeProperty[]);

/** figma.on for styles: what a style changes in the nodes that wear it is told in no other way. */
export type Styles = Pick<PluginAPI, 'on' | 'off'>;

/** `reread` is called soon after an edit, once at a time. Gives what ends it. */
export function follow(
  drawing: DrawnLayers,
  page: PageNode,
  styles: Styles,
  reread: () => Promise<void>,
): () => void {
  const pace = openPace(reread);
  let size = sizeOf(drawing);
  const onNodes = ({ nodeChanges }: NodeChangeEvent): void => {
    const ours = nodeChanges.filter((change) => concerns(change, drawing));
    if (ours.length === 0) return;
    const now = sizeOf(drawing);
    const isMove = now === size && ours.every((change) => isMoveOf(change, drawing));
    size = now;
    if (!isMove) pace.touch();
  };
  const onStyles = (): void => pace.touch();
  page.on('nodechange', onNodes);
  styles.on('stylechange', onStyles);
  return () => {
    pace.stop();
    if (!page.removed) page.off('nodechange', onNodes);
    styles.off('stylechange', onStyles);
  };
}

function concerns(change: NodeChange, { layers }: DrawnLayers): boolean {
  // What was removed has no parent to be asked for: it may have been a part of the drawing.
  if (change.type === 'DELETE' || change.node.removed || layers.some(({ removed }) => removed)) return true;
  if (change.type === 'PROPERTY_CHANGE') {
    const { properties } = change; // Figma tells fewer than there are, so nothing follows from an empty list
    if (properties.length > 0 && properties.every((property) => UNSEEN.has(property))) return false;
  }
  if (change.node.type === 'RECTANGLE' && markOf(change.node)) return false;
  const ids = new Set(layers.map(({ id }) => id));
  for (let at: BaseNode | null = change.node; at; at = at.parent) {
    if (ids.has(at.id)) return true;
    // An instance changes with its component, and is not told of.
    if (at.type === 'COMPONENT') return true;
  }
  return false;
}

const MOVES: ReadonlySet<string> = new Set(['x', 'y', 'relativeTransform'] satisfies NodeChangeProperty[]);

/** Of one of several layers it changes the drawing. */
function isMoveOf(change: NodeChange, { layers }: DrawnLayers): boolean {
  return (
    change.type === 'PROPERTY_CHANGE' &&
    layers.length === 1 &&
    change.id === layers[0]!.id &&
    change.properties.length > 0 &&
    change.properties.every((property) => MOVES.has(property))
  );
}

/** A turn without a change of size is a half turn, which the rotation tells. */
function sizeOf(drawing: DrawnLayers): string {
  return standing(drawing)
    .flatMap((node) => {
      const { width, height } = renderBoundsOf(node) ?? { width: 0, height: 0 };
      return [width, height, 'rotation' in node ? node.rotation : 0].map((value) => value.toFixed(3));
    })
    .join();
}
