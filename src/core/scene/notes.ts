// In: a Scene. Out: what is worth telling of any picture of it.
import { BLEND, penReach, type Drawing, type Shape } from '../svg/shape.ts';
import type { Note } from '../picture.ts';
import { reaches } from './frame-edges.ts';
import { penWidth } from './pen-width.ts';
import type { Scene } from './scene.ts';

// More pieces than this cannot be told apart in the model square.
const FAR_TOO_DETAILED = 1500;
// No one misses what reaches less than this share of the frame's longer side beyond it.
const OVERHANG = 0.01;
// Lines above this share of the object's longer side are things themselves: a tick, waves. They need enclose
// nothing.
const BROAD = 0.03;

export function sceneNotes({ drawing, pieces, found, coloured }: Scene): Note[] {
  const notes = new Set<Note>(drawing.notes);
  const isBroad = penWidth(pieces) > BROAD * Math.max(found.object.width, found.object.height);
  if ((found.guessed || found.open) && !isBroad) notes.add('nothing-closed');
  if (coloured) notes.add('coloured-picture');
  if (found.traces.some((trace) => trace.of === 'image')) notes.add('image-traced');
  if (pieces.length > FAR_TOO_DETAILED) notes.add('far-too-detailed');
  if (pieces.some(({ shape }) => isCut(shape, drawing))) notes.add('outside-cut');
  if (pieces.some(({ bare }) => bare)) notes.add('ink-coloured');
  return [...notes];
}

/**
 * Whether the frame cuts off something that would be seen: what a mask or a smaller clip holds inside is
 * shaped by that, and what is blurred fades.
 */
function isCut(shape: Shape, { box, clipBoxes }: Drawing): boolean {
  if (shape.blur > 0) return false;
  const holds = (attribute: string): boolean => {
    const clip = clipBoxes.get(attribute);
    return !attribute.startsWith(BLEND) && !(clip && reaches(clip, box));
  };
  if (shape.within.some(holds)) return false;
  const half = penReach(shape.stroke);
  const { x, y, width, height } = shape.measure.box;
  const beyond = Math.max(
    box.x - x,
    box.y - y,
    x + width - box.x - box.width,
    y + height - box.y - box.height,
  );
  return beyond + half > OVERHANG * Math.max(box.width, box.height);
}
