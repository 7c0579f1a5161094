// Every sentence a user can read because of something she did: reason in, sentence out. A reason without words does not compile.
import type { Note, Reason, Refusal, Stage } from './core/sketch.ts';

const REFUSALS: Record<Reason, string> = {
  'nothing-selected': 'Select a frame, group or shape with a drawing in it, then run Realize sketch again.',
  'nothing-drawn': 'There is nothing drawn in this selection. Add some shapes or lines and try again.',
  'not-an-svg': 'This is not an SVG drawing that can be read.',
  'too-large': 'This drawing is too large to read. Select a smaller part of it.',
  'read-only': 'This file can only be viewed. Duplicate it to your drafts to place a picture.',
  'node-gone': 'The drawing was deleted before its picture was ready.',
  'page-left': 'The page of the drawing was left before its picture was ready.',
  'export-failed': 'Figma could not export this selection.',
  'image-refused': 'Figma did not take the picture.',
  'nothing-closed': 'No closed shape was found. Close the outline of the object and try again.',
  'model-broken': 'The generator could not be loaded. Reinstall the plugin.',
  'runtime-failed': 'The picture could not be computed.',
  'out-of-memory': 'There was not enough memory. Choose a smaller size.',
  cancelled: 'Cancelled. Nothing was changed.',
  'unknown-model': 'There is no generator of that name.',
  'unknown-studio': 'There is no light set-up of that name.',
};

export const NOTES: Record<Note, string> = {
  'text-not-outlined': 'Text was left out: turn it into outlines first.',
  'nothing-closed': 'No closed outline was found, so the gaps were closed as well as could be guessed.',
  'image-traced': 'A placed image was traced to lines.',
  'far-too-detailed': 'This drawing has more detail than the generator can see; small parts come out flat.',
  'outside-cut': 'Some of the drawing lies outside its frame and was cut off, as the frame does.',
};

/** The sentence for a refusal: what happened, what to do, and the detail when there is one. */
export function sentence(refusal: Refusal): string {
  const words = REFUSALS[refusal.refused];
  return refusal.detail ? `${words} (${refusal.detail})` : words;
}

/** Figma's limit for figma.notify, in characters. */
export const NOTIFY_LENGTH = 100;

export const WORDS = {
  progressTitle: 'Realize sketch',
  panelTitle: 'Realize',
  /** Under the relaunch button on the picture, and on the drawing. */
  pictureAgain: 'Makes the picture again from its drawing, with the same settings.',
  drawingAgain: 'Makes a new picture of this drawing.',
  settingsNotKept: 'Your settings could not be kept: the plugin storage is full.',
} as const;

export function pictureName(drawing: string): string {
  return `${drawing} · realized`;
}

/** What a finished job says. `names` of the drawings whose pictures stand, `refused` of those that have none. */
export function summary(
  names: readonly string[],
  refused: readonly { name: string; refusal: Refusal }[],
): string {
  const [first] = refused;
  if (!first) return names.length === 1 ? `Realized: ${names[0]}` : `${names.length} pictures realized.`;
  if (names.length === 0 && refused.length === 1) return sentence(first.refusal);
  return `${names.length} of ${names.length + refused.length} realized. ${first.name}: ${sentence(first.refusal)}`;
}

/** Something broke that is nobody's fault but ours. */
export function stopped(message: string): string {
  return `Realize Sketch stopped: ${message}`;
}

/** Cut to what figma.notify takes, at the end, with an ellipsis. */
export function clip(text: string): string {
  return text.length <= NOTIFY_LENGTH ? text : `${text.slice(0, NOTIFY_LENGTH - 1).trimEnd()}…`;
}

/** What the pipeline is doing, for the line above the progress bar. */
export const STAGES: Record<Stage, string> = {
  read: 'Reading the drawing',
  lines: 'Drawing the lines',
  parts: 'Finding the parts',
  generate: 'Finding the form',
  light: 'Lighting it',
  encode: 'Writing the picture',
};

/** What the panel is making ready, once per launch. */
export const LOADING: Record<'runtime' | 'raster' | 'model' | 'light' | 'start', string> = {
  runtime: 'Unpacking the runtime',
  raster: 'Unpacking the rasteriser',
  model: 'Unpacking the generator',
  light: 'Unpacking the studio light',
  start: 'Starting the generator',
};

/** Labels and plain sentences of the panel. */
export const PANEL = {
  starting: 'Starting',
  waiting: 'Waiting for the selection',
  select: 'Select a frame, group or shape with a drawing in it.',
  drawing: 'Drawing',
  picture: 'Picture',
  lines: 'Lines',
  form: 'Form',
  view: 'What to look at',
  linesHint: 'What the generator sees',
  formHint: 'What the generator finds',
  compare: 'How much of the drawing lies over the picture',
  progress: 'Progress',
  light: 'Light',
  size: 'Size',
  seed: 'Seed',
  roll: 'New seed',
  shadow: 'Shadow',
  model: 'Model',
  place: 'Place',
  placing: 'Placing…',
  cancel: 'Cancel',
  private: 'Nothing leaves this machine.',
  of: (index: number, total: number) => `${index + 1} of ${total}`,
  ran: (runtime: string, ms: number) => `${runtime} · ${Math.round(ms)} ms`,
  webgpu: 'WebGPU took over: same picture, faster',
  placed: (name: string) => `Placed “${name}”.`,
} as const;
