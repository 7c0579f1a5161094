// A drawing's layers and its Cover in → what Figma knows of its own layer and the SVG does not say.
import type { Box, FrameFacts } from '../../core/sketch.ts';
import { filledWith, fillsOf } from '../storage/filled.ts';
import { inDrawing, type Cover } from './cover.ts';

type Frame = Extract<SceneNode, { clipsContent: boolean }>;

/** `bounds`: where the layers themselves lay when they were read. */
export function factsOf(layers: readonly SceneNode[], bounds: Box | null, cover: Cover): FrameFacts {
  const { x, y, width, height } = inDrawing(cover, bounds ?? cover.canvas);
  const box = { x: round(x), y: round(y), width: round(width), height: round(height) };
  const none = { box, filled: false, stroke: 0, radius: 0, clips: false };
  const [node] = layers;
  if (!node || layers.length > 1) return { kind: 'group', ...none };
  if (isFrame(node)) {
    const scale = cover.view.width / cover.canvas.width;
    return {
      kind: 'frame',
      box,
      filled: isFilled(node),
      stroke: node.strokes.some(shows) ? round(scale * strokeOf(node)) : 0,
      radius: round(scale * radiusOf(node)),
      clips: node.clipsContent,
    };
  }
  // The layers of a boolean shape are its outline.
  const kind = 'children' in node && node.type !== 'BOOLEAN_OPERATION' ? 'group' : 'shape';
  return { kind, ...none };
}

/**
 * Far off the canvas Figma's numbers end before that, and a drawing that is only moved should stay the same.
 */
const round = (value: number): number => Math.round(100 * value) / 100;

function isFrame(node: SceneNode): node is Frame {
  return node.type !== 'GROUP' && 'clipsContent' in node;
}

const shows = ({ visible, opacity }: Paint): boolean => visible !== false && opacity !== 0;

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
