// Selected layers → drawings: loose shapes that lie on each other, or nearly touch, are one; every other
// layer is one by itself. Single linkage: who is joined through others belongs together. A sweep from left to
// right finds who is near whom.
import type { Box } from '../../core/sketch.ts';
import { drawingOf, type DrawnLayers } from '../drawing.ts';
import { fillsOf } from '../storage/filled.ts';

type Kind = 'shape' | 'group' | 'text' | 'image';

const KINDS: Partial<Record<SceneNode['type'], Kind>> = {
  VECTOR: 'shape',
  BOOLEAN_OPERATION: 'shape',
  ELLIPSE: 'shape',
  LINE: 'shape',
  POLYGON: 'shape',
  RECTANGLE: 'shape',
  STAR: 'shape',
  GROUP: 'group',
  TRANSFORM_GROUP: 'group',
  TEXT: 'text',
  TEXT_PATH: 'text',
};

/**
 * The gap between two layers that belong together, as a share of the smaller one's longer side. Groups are
 * things already: two of them must meet.
 */
const NEAR_SHARE = 0.1;
const MEET = 0.02;

interface Loose {
  layer: SceneNode;
  kind: Kind;
  box: Box;
  parent: string | undefined;
}

export function drawingsFrom(layers: readonly SceneNode[]): DrawnLayers[] {
  const together = joined(layers.flatMap(looseFrom)).filter(
    // Words by themselves are no thing: each is its own drawing.
    (all) => all.length > 1 && all.some(({ kind }) => kind !== 'text'),
  );
  const taken = new Set(together.flat().map(({ layer }) => layer.id));
  return [
    ...together.map((all) => drawingOf(all.map(({ layer }) => layer))),
    ...layers.filter(({ id }) => !taken.has(id)).map((layer) => drawingOf([layer])),
  ];
}

/** Each is asked once: thousands may be selected, and every answer of Figma's takes its time. */
function looseFrom(layer: SceneNode): Loose[] {
  const kind = KINDS[layer.type];
  if (!kind || !layer.visible || ('isMask' in layer && layer.isMask)) return [];
  const box = 'absoluteBoundingBox' in layer ? layer.absoluteBoundingBox : null;
  if (!box) return [];
  const isImage = fillsOf(layer).some(({ type, visible }) => type === 'IMAGE' && visible !== false);
  return [{ layer, kind: isImage ? 'image' : kind, box, parent: layer.parent?.id }];
}

function joined(loose: readonly Loose[]): Loose[][] {
  const sorted = [...loose].sort((a, b) => a.box.x - b.box.x);
  const above = sorted.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (above[root] !== root) root = above[root]!;
    above[i] = root;
    return root;
  };
  sorted.forEach((one, i) => {
    const reach = one.box.x + one.box.width + NEAR_SHARE * longer(one.box);
    for (let j = i + 1; j < sorted.length && sorted[j]!.box.x <= reach; j++)
      if (belong(one, sorted[j]!)) above[rootOf(j)] = rootOf(i);
  });
  const groups = new Map<number, Loose[]>();
  sorted.forEach((one, i) => {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(one);
    else groups.set(root, [one]);
  });
  return [...groups.values()];
}

function belong(a: Loose, b: Loose): boolean {
  if (a.parent !== b.parent) return false;
  const gap = gapOf(a.box, b.box);
  // Photos of sketches lie side by side on many a page.
  if (a.kind === 'image' || b.kind === 'image') return gap < 0;
  const share = a.kind === 'group' && b.kind === 'group' ? MEET : NEAR_SHARE;
  return gap <= share * Math.min(longer(a.box), longer(b.box));
}

const longer = ({ width, height }: Box): number => Math.max(width, height);

/** Below 0 where they lie on each other. */
function gapOf(a: Box, b: Box): number {
  const across = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
  const down = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.max(across, down);
}
