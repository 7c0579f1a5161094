// One layer in → its SVG as Figma exports it, without pictures of ours, and where on the canvas it lies; or
// why there is none. The export is the only complete rendering of a layer: masks, clips, effects and boolean
// shapes are in nothing else.
import type { Refusal } from '../../core/sketch.ts';
import { viewBoxOfText } from '../../core/svg/viewbox.ts';
import { LATE, within } from '../../timeout.ts';
import { renderBoundsOf, isHidden, isTilted } from '../node-tree.ts';
import { hiddenIn } from '../place/hide-children.ts';
import { filledWith, fillsOf } from '../storage/filled.ts';
import { WORK_LIMIT_MS } from '../time-limits.ts';
import { coverOf, type Cover } from './cover.ts';
import { filledIn, picturesIn, without, withoutFills } from './strip-own-pictures.ts';
import { hasUndrawn, undrawnIn } from './undrawn.ts';

export interface Exported {
  layer: SceneNode;
  svg: string;
  cover: Cover;
  lay: Lay;
  /** Something in it is not in its SVG. */
  undrawn: boolean;
}

/** Where a layer's rendering and the layer itself lie. */
export type Lay = readonly [rendered: Rect | null, plain: Rect | null];

/** Longer drawings do not fit through the sandbox's memory twice. Characters. */
const MOST_CHARACTERS = 24_000_000;
/** A whole export ends with its root's closing tag, in so many characters. */
const TAIL_CHARACTERS = 100;
/** What only cuts, or is drawn where something names it. */
const DEFINITIONS = /<(defs|clipPath|mask)\b(?:[^>]*[^/>])?>[\s\S]*?<\/\1>/g;
const DRAWS = /<(?:path|rect|circle|ellipse|line|polygon|polyline|image)\b/;
const AS_SVG = {
  format: 'SVG_STRING',
  svgIdAttribute: true, // layer names tell materials
  svgOutlineText: true,
  svgSimplifyStroke: true,
  colorProfile: 'SRGB',
} as const satisfies ExportSettingsSVGString;

export async function exportLayer(layer: SceneNode): Promise<Exported | Refusal> {
  if (layer.removed) return { refused: 'node-gone' };
  if (hiddenIn(layer).length > 0) return { refused: 'drawing-hidden' };
  if (!renderBoundsOf(layer) || isBare(layer)) return nothingOf(layer);
  if (isTilted(layer)) return { refused: 'tilted' };
  const lay = layOf(layer); // before it is exported, as somebody may hide it meanwhile
  const pictures = picturesIn(layer).map(({ name }) => name);
  const filled = filledIn(layer);
  let svg: string;
  try {
    const exported = await within(WORK_LIMIT_MS, layer.exportAsync(AS_SVG));
    if (exported === LATE) return { refused: 'export-hangs' };
    svg = exported;
  } catch (error) {
    if (layer.removed) return { refused: 'node-gone' };
    const message = error instanceof Error ? error.message : String(error);
    // Figma's own words for a node of which nothing shows.
    if (message.includes('visible layers')) return nothingOf(layer);
    return { refused: 'export-failed', detail: message };
  }
  if (layer.removed) return { refused: 'node-gone' };
  if (!svg.includes('<svg')) return { refused: 'export-failed', detail: 'it gave no drawing' };
  if (!svg.slice(-TAIL_CHARACTERS).trimEnd().endsWith('</svg>'))
    return { refused: 'export-failed', detail: 'the drawing has no end' };
  const undrawn = hasUndrawn(layer, svg);
  if (undrawn && !DRAWS.test(svg.replace(DEFINITIONS, ''))) return nothingOf(layer);
  if (pictures.length > 0) svg = without(svg, pictures);
  if (filled.length > 0) svg = withoutFills(svg, filled);
  const long = tooLarge(svg);
  if (long) return long;
  const view = viewBoxOfText(svg);
  const cover = view && coverOf(view, lay);
  if (!cover) return nothingOf(layer);
  return { layer, svg, cover, lay, undrawn };
}

/** Null: it fits. */
export function tooLarge(svg: string): Refusal | null {
  if (svg.length <= MOST_CHARACTERS) return null;
  return {
    refused: 'too-large',
    detail: `${Math.ceil(svg.length / 1e6)} MB of SVG, at most ${MOST_CHARACTERS / 1e6}`,
  };
}

/** Each has another way out: hidden, unknown to Figma's export, empty, not to be seen. */
function nothingOf(layer: SceneNode): Refusal {
  if (isHidden(layer)) return { refused: 'hidden' };
  if (undrawnIn(layer).length > 0) return { refused: 'not-exported' };
  const isEmpty = 'children' in layer ? layer.children.length === 0 : !hasSize(layer);
  return { refused: isEmpty ? 'nothing-drawn' : 'nothing-seen' };
}

const hasSize = ({ width, height }: SceneNode): boolean => width > 0 || height > 0;

/**
 * A frame with nothing in it: its own background is paper, not an object, unless that is a photo of a sketch.
 */
function isBare(layer: SceneNode): boolean {
  if (!('children' in layer) || layer.children.some((child) => child.visible)) return false;
  const ours = filledWith(layer);
  return !fillsOf(layer).some(
    (paint) => paint.type === 'IMAGE' && paint.visible !== false && !ours.includes(paint.imageHash ?? ''),
  );
}

export function layOf(layer: SceneNode): Lay {
  return [
    'absoluteRenderBounds' in layer ? layer.absoluteRenderBounds : null,
    'absoluteBoundingBox' in layer ? layer.absoluteBoundingBox : null,
  ];
}
