// In: SVG text. Out: its Scene, or why there is none, once for all that want it; and what is worth telling of its picture.
import { CANCELLED, type Clock } from '../clock.ts';
import { readDrawing } from '../svg/drawing.ts';
import type { Rasterise } from '../engine.ts';
import { leaves } from './redraw.ts';
import { setScene, type Scene } from './scene.ts';
import { isRefusal, type Note, type PhotoTune, type Refusal } from '../sketch.ts';

// More pieces than this cannot be told apart in the model square.
const FAR_TOO_DETAILED = 1500;

/** `photo`: how images in it are read. */
export async function readScene(
  svg: string,
  photo: PhotoTune,
  clock: Clock,
  rasterise: Rasterise,
): Promise<Scene | Refusal> {
  if (!(await clock.next('read', 0))) return CANCELLED;
  const drawing = readDrawing(svg, photo);
  if (isRefusal(drawing)) return drawing;
  if (!(await clock.next('lines', 0.04))) return CANCELLED;
  const scene = setScene(drawing, rasterise);
  return scene ?? { refused: 'nothing-drawn', detail: 'all of it lies outside its frame or is invisible' };
}

/** Reads a drawing, and keeps the last one. */
export type Read = (svg: string, photo: PhotoTune, clock: Clock) => Promise<Scene | Refusal>;

export function openReader(rasterise: Rasterise): Read {
  let last: { key: string; scene: Scene } | null = null;
  return async (svg, photo, clock) => {
    const key = JSON.stringify(photo) + svg;
    if (last?.key === key) return last.scene;
    last = null;
    const scene = await readScene(svg, photo, clock, rasterise);
    if (!isRefusal(scene)) last = { key, scene };
    return scene;
  };
}

export function notesOf({ drawing, pieces, found }: Scene): Note[] {
  const notes = new Set<Note>(drawing.notes);
  if (found.guessed || found.open) notes.add('nothing-closed');
  if (found.traces.some((trace) => trace.of === 'image')) notes.add('image-traced');
  if (pieces.length > FAR_TOO_DETAILED) notes.add('far-too-detailed');
  if (pieces.some(({ shape }) => leaves(shape, drawing))) notes.add('outside-cut');
  return [...notes];
}
