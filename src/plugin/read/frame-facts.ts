// A drawing's layers and its Cover in → what Figma knows of them and the SVG does not say.
import type { Box, FrameFacts } from '../../core/sketch.ts';
import { filledWith, fillsOf } from '../storage/filled.ts';
import { inDrawing, rounded, type Cover } from './cover.ts';
import { isGlass, shows, surfacesIn } from './surfaces.ts';

type Frame = Extract<SceneNode, { clipsContent: boolean }>;

/** `bounds`: where the layers themselves lay when they were read. */
export function factsOf(layers: readonly SceneNode[], bounds: Box | null, cover: Cover): FrameFacts {
  const { x, y, width, height } = inDrawing(cover, bounds ?? cover.canvas);
  const box = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
  const surfaces = surfacesIn(layers, cover);
  const worn = surfaces.length > 0 ? { surfaces } : {};
  const none = { box, filled: false, stroke: 0, radius: 0, clips: false, ...worn };
  const [node] = layers;
  if (!node || layers.length > 1) return { kind: 'group', ...none };
  if (isFrame(node)) {
    const scale = cover.view.width / cover.canvas.width;
    return {
      kind: 'frame',
      box,
      filled: isFilled(node) && !isGlass(node),
      stroke: node.strokes.some(shows) ? rounded(scale * strokeOf(node)) : 0,
      radius: rounded(scale * radiusOf(node)),
      clips: node.clipsContent,
      ...worn,
    };
  }
  // The layers of a boolean shape are its outline.
  const kind = 'children' in node && node.type !== 'BOOLEAN_OPERATION' ? 'group' : 'shape';
  return { kind, ...none };
}

function isFrame(node: SceneNode): node is Frame {
  return node.type !== 'GROUP' && 'clipsContent' in node;
}

/** Pictures of ours do not count. */
function isFilled(node: Frame): boolean {
  const ours = filledWith(node);
  return fillsOf(node).some(
    (paint) => shows(paint) && !(paint.type === 'IMAGE' && ours.includes(paint.imageHash ?? '')),
  );
}

/** Where the sides differ: of the broadest. */
function strokeOf(node: Frame): number {
  const { strokeWeight } = node;
  if (typeof strokeWeight === 'number') return strokeWeight;
  return Math.max(
    node.strokeTopWeight,
    node.strokeRightWeight,
    node.strokeBottomWeight,
    node.strokeLeftWeight,
  );
}

function radiusOf(node: Frame): number {
  const { cornerRadius } = node;
  if (typeof cornerRadius === 'number') return cornerRadius;
  return Math.max(node.topLeftRadius, node.topRightRadius, node.bottomLeftRadius, node.bottomRightRadius);
}
