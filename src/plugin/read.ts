// One node in → its drawing as SVG and where on the canvas it lies; or why it cannot be read.
// The export is the only complete rendering of a node: masks, clips, effects and boolean shapes are in nothing else.
import type { Refusal, Sketch } from '../core/sketch.ts';
import { coverOf, viewOf, type Cover } from './cover.ts';
import { boundsOf } from './tree.ts';

export interface Reading {
  node: SceneNode;
  sketch: Sketch;
  cover: Cover;
}

/** Longer drawings do not fit through the sandbox's memory twice. Characters. */
const LONGEST = 24_000_000;

const AS_SVG = {
  format: 'SVG_STRING',
  svgIdAttribute: true, // layer names tell materials
  svgOutlineText: true,
  svgSimplifyStroke: true,
  colorProfile: 'SRGB',
} as const satisfies ExportSettingsSVGString;

export async function read(node: SceneNode): Promise<Reading | Refusal> {
  if (node.removed) return { refused: 'node-gone' };
  if (!boundsOf(node) || isBare(node)) return { refused: 'nothing-drawn' };
  let svg: string;
  try {
    svg = await node.exportAsync(AS_SVG);
  } catch (error) {
    if (node.removed) return { refused: 'node-gone' };
    const message = error instanceof Error ? error.message : String(error);
    // Figma's own words for a node of which nothing shows.
    if (message.includes('visible layers')) return { refused: 'nothing-drawn' };
    return { refused: 'export-failed', detail: message };
  }
  if (node.removed) return { refused: 'node-gone' };
  if (svg.length > LONGEST)
    return {
      refused: 'too-large',
      detail: `${Math.ceil(svg.length / 1e6)} MB of SVG, at most ${LONGEST / 1e6}`,
    };
  const view = viewOf(svg);
  const cover = view && coverOf(view, candidates(node));
  if (!cover) return { refused: 'nothing-drawn' };
  return { node, sketch: { id: node.id, name: node.name, svg }, cover };
}

/** A frame with nothing in it: its own background is paper, not an object. */
function isBare(node: SceneNode): boolean {
  return 'children' in node && !node.children.some((child) => child.visible);
}

/** Where the drawing lies now: it may have been moved since it was read. */
export function coverNow({ node, cover }: Reading): Cover {
  return coverOf(cover.view, candidates(node)) ?? cover;
}

function candidates(node: SceneNode): (Rect | null)[] {
  return [
    'absoluteRenderBounds' in node ? node.absoluteRenderBounds : null,
    'absoluteBoundingBox' in node ? node.absoluteBoundingBox : null,
  ];
}
