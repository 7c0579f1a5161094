// In: SVG text as Figma writes it. Out: the Drawing: its painted shapes, flat, in viewBox units; or why not.
import type { Drawing } from './shape.ts';
import { PLAIN } from '../sketch.ts';
import type { Note } from '../picture.ts';
import type { PhotoTune } from '../photo-tune.ts';
import type { FrameFacts, Refusal } from '../sketch.ts';
import { makePlainGeometry } from './plain-geometry.ts';
import { hasRelativeLengths, makePlainLengths } from './plain-lengths.ts';
import { showFirstColours } from './animated-colours.ts';
import { makePlainReferences } from './plain-references.ts';
import { makePlain } from './plain-style.ts';
import { applySheets } from './cascade.ts';
import { makePlainClips } from './css-clips.ts';
import { keepWhatHolds } from './conditions.ts';
import { beginAtPoints } from './focal-radius.ts';
import { mixInLinearLight } from './linear-light.ts';
import { enlargeImages } from './small-scales.ts';
import { callByBytes } from './image-kinds.ts';
import { sizeImages } from './image-sizes.ts';
import { turnUpright } from './upright-images.ts';
import { viewBoxOf } from './viewbox.ts';
import { parseXml, type Element } from './xml.ts';
import { defsOf } from './defs.ts';
import { withoutFaint } from './faint-stacks.ts';
import { withLayerSurfaces } from './layer-surfaces.ts';
import { MOST_SHAPES, Reader } from './reader.ts';

/** Elements that are drawn where they can be seen. */
const DRAWN = /<(?:path|rect|circle|ellipse|line|poly(?:gon|line)|image|use)\b/;

export function readDrawing(
  svg: string,
  photo: PhotoTune = PLAIN.photo,
  frame: FrameFacts | null = null,
): Drawing | Refusal {
  let root: Element | null;
  try {
    root = parseXml(svg, 'svg');
  } catch {
    return { refused: 'not-an-svg', detail: 'its XML is broken or nests too deep' };
  }
  try {
    return drawn(root, svg, photo, frame);
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return { refused: 'not-an-svg', detail: 'a value in it, or its style sheet, nests too deep' };
  }
}

/** Sheets, values and groups are read by recursive descent, as deep as they are written. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

function drawn(
  root: Element | null,
  svg: string,
  photo: PhotoTune,
  frame: FrameFacts | null,
): Drawing | Refusal {
  if (!root) return { refused: 'not-an-svg', detail: `no <svg> in ${JSON.stringify(svg.slice(0, 40))}` };
  const box = viewBoxOf(root);
  if (!box) return { refused: 'not-an-svg', detail: 'no viewBox and no width and height' };
  if (/<style|var\(/.test(svg)) applySheets(root);
  if (/<(?:\w+:)?(?:animate|set)\b/.test(svg)) showFirstColours(root);
  makePlainReferences(root);
  if (/systemLanguage|requiredExtensions|<switch/.test(svg)) keepWhatHolds(root);
  if (hasRelativeLengths(svg)) makePlainLengths(root, box);
  makePlain(root);
  makePlainGeometry(root, box);
  if (/clip-path|mask-image|\)\s*,\s*url\(/.test(svg)) makePlainClips(root, box);
  if (/\sfr=/.test(svg)) beginAtPoints(root, box);
  if (svg.includes('linearRGB')) mixInLinearLight(root);
  if (svg.includes(';base64,')) {
    callByBytes(root);
    sizeImages(root, box);
    turnUpright(root);
  }
  if (svg.includes('<use')) enlargeImages(root);
  const reader = new Reader(root, box);
  const shapes = withoutFaint(reader.read(root));
  if (frame?.undrawn) reader.notes.add('paint-left-out');
  if (frame?.shaderEffect) reader.notes.add('effect-left-out');
  if (shapes.length > MOST_SHAPES) return { refused: 'too-large', detail: `more than ${MOST_SHAPES} shapes` };
  if (shapes.length === 0) {
    return {
      refused: DRAWN.test(svg) ? 'nothing-seen' : 'nothing-drawn',
      ...onlyOf(reader.notes),
    };
  }
  const { clips, notes } = reader;
  return {
    box,
    shapes: withLayerSurfaces(shapes, frame?.surfaces ?? []),
    clips: clips.markup,
    crispClips: clips.crisp,
    clipBoxes: clips.boxes,
    defs: defsOf(root, reader.patterns),
    notes: [...notes],
    photo,
    frame,
  };
}

/** What there is, where nothing of it is drawn. */
function onlyOf(notes: ReadonlySet<Note>): { detail?: string } {
  if (notes.has('text-not-outlined')) return { detail: 'only text that is not outlined' };
  return notes.has('image-left-out') ? { detail: 'only images that are no PNG, JPEG or GIF' } : {};
}
