// One node in → its drawing as SVG and where on the canvas it lies; or why it cannot be read.
// The export is the only complete rendering of a node: masks, clips, effects and
// boolean shapes are in nothing else.
import type { Refusal, Sketch } from '../../core/sketch.ts';
import { viewBoxOfText } from '../../core/svg/viewbox.ts';
import { coverOf, type Cover } from './cover.ts';
import { factsOf } from './frame-facts.ts';
import { LATE, within } from '../../timeout.ts';
import { WORK_LIMIT_MS } from '../time-limits.ts';
import { boundsOf, isHidden, isOnlyText } from '../node-tree.ts';
import { filledWith, fillsOf } from '../storage/filled.ts';
import { filledIn, picturesIn, without, withoutFills } from './strip-own-pictures.ts';

export interface Reading {
  node: SceneNode;
  sketch: Sketch;
  cover: Cover;
  /** Where its rendering and the node itself lay then. */
  lay: Candidates;
}

/** Longer drawings do not fit through the sandbox's memory twice. Characters. */
const LONGEST = 24_000_000;
/** A whole export ends with its root's closing tag, in so many characters. */
const TAIL = 100;
/**
 * How many times longer than wide. Beyond this the picture's short side has not even 20 of its 2,048 pixels.
 */
const SLIMMEST = 100;

const AS_SVG = {
  format: 'SVG_STRING',
  svgIdAttribute: true, // layer names tell materials
  svgOutlineText: true,
  svgSimplifyStroke: true,
  colorProfile: 'SRGB',
} as const satisfies ExportSettingsSVGString;

export async function read(node: SceneNode): Promise<Reading | Refusal> {
  if (node.removed) return { refused: 'node-gone' };
  if (!boundsOf(node) || isBare(node)) return nothingOf(node);
  const lay = candidates(node); // before it is exported, as somebody may hide it meanwhile
  const pictures = picturesIn(node).map(({ name }) => name);
  const filled = filledIn(node);
  let svg: string;
  try {
    const exported = await within(WORK_LIMIT_MS, node.exportAsync(AS_SVG));
    if (exported === LATE) return { refused: 'export-hangs' };
    svg = exported;
  } catch (error) {
    if (node.removed) return { refused: 'node-gone' };
    const message = error instanceof Error ? error.message : String(error);
    // Figma's own words for a node of which nothing shows.
    if (message.includes('visible layers')) return nothingOf(node);
    return { refused: 'export-failed', detail: message };
  }
  if (node.removed) return { refused: 'node-gone' };
  if (!svg.includes('<svg')) return { refused: 'export-failed', detail: 'it gave no drawing' };
  if (!svg.slice(-TAIL).trimEnd().endsWith('</svg>'))
    return { refused: 'export-failed', detail: 'the drawing has no end' };
  if (pictures.length > 0) svg = without(svg, pictures);
  if (filled.length > 0) svg = withoutFills(svg, filled);
  if (svg.length > LONGEST)
    return {
      refused: 'too-large',
      detail: `${Math.ceil(svg.length / 1e6)} MB of SVG, at most ${LONGEST / 1e6}`,
    };
  const view = viewBoxOfText(svg);
  const cover = view && coverOf(view, lay);
  if (!cover) return nothingOf(node);
  const { width, height } = cover.view;
  if (Math.max(width, height) > SLIMMEST * Math.min(width, height))
    return { refused: 'too-slim', detail: `${Math.round(width)} × ${Math.round(height)}` };
  const onlyText = isOnlyText(node) ? { onlyText: true as const } : {};
  const frame = factsOf(node, lay[1], cover);
  return { node, sketch: { id: node.id, name: node.name, svg, ...onlyText, frame }, cover, lay };
}

/** How many shapes an exported drawing has. */
export function shapesIn({ svg }: Sketch): number {
  let count = 0;
  for (const _ of svg.matchAll(/<(?:path|rect|circle|ellipse|line|poly(?:gon|line)|image)\b/g)) count += 1;
  return count;
}

/** A hidden layer has another way out than an empty one. */
function nothingOf(node: SceneNode): Refusal {
  return { refused: isHidden(node) ? 'hidden' : 'nothing-drawn' };
}

/**
 * A frame with nothing in it: its own background is paper, not an object, unless that is a photo of a sketch.
 */
function isBare(node: SceneNode): boolean {
  if (!('children' in node) || node.children.some((child) => child.visible)) return false;
  const ours = filledWith(node);
  return !fillsOf(node).some(
    (paint) => paint.type === 'IMAGE' && paint.visible !== false && !ours.includes(paint.imageHash ?? ''),
  );
}

/**
 * Where the drawing lies now: it may have been moved since it was read. It keeps the size in which it was
 * drawn; of a layer that is hidden now, only its own bounds are known.
 */
export function coverNow({ node, cover, lay }: Reading): Cover {
  const { view, canvas } = cover;
  for (const [i, now] of candidates(node).entries()) {
    const before = lay[i];
    if (!now || !before) continue;
    return { view, canvas: { ...canvas, x: canvas.x + now.x - before.x, y: canvas.y + now.y - before.y } };
  }
  return cover;
}

type Candidates = [rendered: Rect | null, plain: Rect | null];

function candidates(node: SceneNode): Candidates {
  return [
    'absoluteRenderBounds' in node ? node.absoluteRenderBounds : null,
    'absoluteBoundingBox' in node ? node.absoluteBoundingBox : null,
  ];
}
