// In: why there is no picture, and what was left out or guessed of one. Out: the sentence for it.
// A reason without words does not compile.
import type { Note } from '../core/picture.ts';
import type { Reason, Refusal } from '../core/sketch.ts';

const REFUSALS: Record<Reason, string> = {
  'nothing-selected': 'Select a frame, group or shape with a drawing in it, then run Realize sketch again.',
  'no-drawing': 'This is no drawing. Select a frame, group or shape with a drawing in it.',
  'nothing-drawn': 'There is nothing drawn in this selection. Add some shapes or lines and try again.',
  'nothing-seen':
    'Nothing drawn here can be seen: it is hidden, see-through or outside its frame. Show it, try again.',
  'not-exported': 'Figma exports nothing of a video or shader. Give the layer a colour, then run again.',
  'not-an-svg': 'This is not an SVG drawing that can be read.',
  hidden: 'This layer is hidden. Show it, then run Realize sketch again.',
  'too-large': 'This drawing is too large to read. Select a smaller part of it.',
  'too-slim': 'This drawing is far longer than it is wide. Select a shorter part of it.',
  tilted: 'This layer is turned in 3D, where a picture would not fit it. Turn that off, then run again.',
  'read-only': 'This file can only be viewed. Duplicate it to your drafts to place a picture.',
  'dev-mode': 'Dev Mode only reads. Leave it with Shift D, then run Realize sketch again.',
  'node-gone': 'The drawing was deleted before its picture was ready. Undo that, then run again.',
  'drawing-gone': 'The drawing of this picture was deleted. Select another drawing.',
  'drawing-hidden': 'The drawing is hidden behind its picture. Choose Show drawing in Realize…, or undo.',
  'other-version': 'This picture comes from another version of the plugin. Select its drawing instead.',
  'page-left': 'The page of the drawing was left before its picture was ready. Go back there, run again.',
  'export-failed': 'Figma could not export this selection. Select a smaller part of it.',
  'export-hangs': 'Figma did not finish exporting this selection. Select a smaller part of it.',
  'image-refused': 'Figma did not take the picture. Choose another size and try again.',
  'no-fill': 'This layer takes no image as its fill. Choose another way to place the picture.',
  'no-layout': 'This drawing is in no auto layout. Choose another way to place the picture.',
  'nothing-closed': 'No closed shape was found. Close the outline of the object and try again.',
  'model-broken': 'The generator could not be loaded. Reinstall the plugin.',
  'runtime-failed': 'The picture could not be computed.',
  'runtime-hangs': 'The picture took far longer than it should and was stopped. Please try again.',
  'out-of-memory': 'There was not enough memory. Choose a smaller size.',
  cancelled: 'Cancelled. Nothing was changed.',
  'unknown-model': 'There is no generator of that name.',
  'unknown-studio': 'There is no light set-up of that name.',
};

export const NOTES: Record<Note, string> = {
  'text-not-outlined': 'Text was left out: turn it into outlines first.',
  'paint-left-out': 'What is filled by a video or shader was left out: Figma exports nothing of it.',
  'effect-left-out': 'A shader effect was left out: Figma exports nothing of it.',
  'image-left-out':
    'An image was left out: only a PNG, JPEG or GIF that lies in the file, with its size, is drawn.',
  'nothing-closed': 'An outline is open: what it encloses was guessed. Join the ends of its lines.',
  'coloured-picture':
    'A coloured picture is no sketch: it is shown as it is, as one body, unless its lines are tuned.',
  'image-traced': 'A placed image was traced to lines.',
  'far-too-detailed': 'This drawing has more detail than the generator can see; small parts come out flat.',
  'outside-cut': 'Some of the drawing lies outside its frame and was cut off, as the frame does.',
  'ink-coloured': 'All of it was drawn in black, as symbols are: its surfaces got colours of their own.',
  unsure: 'What is solid here and what is open had to be guessed: filled shapes would say so.',
  'look-guessed': 'Lines say nothing of colours and materials: these were guessed.',
  'material-guessed': 'What some unnamed parts are made of was guessed by their shape.',
};

/** The sentence for a refusal: what happened, what to do, and the detail when there is one. */
export function sentence(refusal: Refusal): string {
  const words = REFUSALS[refusal.refused];
  return refusal.detail ? `${words} (${refusal.detail})` : words;
}
