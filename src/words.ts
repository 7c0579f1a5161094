// Every sentence a user can read because of something she did: reason in, sentence out. A reason without words does not compile.
import type { Note, Reason, Refusal, Stage } from './core/sketch.ts';

const REFUSALS: Record<Reason, string> = {
  'nothing-selected': 'Select a frame, group or shape with a drawing in it, then run Realize sketch again.',
  'nothing-drawn': 'There is nothing drawn in this selection. Add some shapes or lines and try again.',
  'not-an-svg': 'This is not an SVG drawing that can be read.',
  hidden: 'This layer is hidden. Show it, then run Realize sketch again.',
  'too-large': 'This drawing is too large to read. Select a smaller part of it.',
  'too-slim': 'This drawing is far longer than it is wide. Select a shorter part of it.',
  'read-only': 'This file can only be viewed. Duplicate it to your drafts to place a picture.',
  'node-gone': 'The drawing was deleted before its picture was ready. Undo that, then run again.',
  'drawing-gone': 'The drawing of this picture was deleted. Select another drawing.',
  'other-version': 'This picture comes from another version of the plugin. Select its drawing instead.',
  'page-left': 'The page of the drawing was left before its picture was ready. Go back there, run again.',
  'export-failed': 'Figma could not export this selection. Select a smaller part of it.',
  'export-hangs': 'Figma did not finish exporting this selection. Select a smaller part of it.',
  'image-refused': 'Figma did not take the picture. Choose another size and try again.',
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

/** A layer's name inside a sentence: long names would push the sentence itself out of the notification. */
function short(name: string): string {
  const letters = [...name.trim()];
  return letters.length <= 24 ? letters.join('') : `${letters.slice(0, 23).join('')}…`;
}

/** A finished picture. `page`: where it stands when that is not the page in view. */
export interface Stands {
  name: string;
  page: string | null;
  notes: readonly Note[];
}

/** What a finished job says: of the pictures that stand, and of the drawings that have none. */
export function summary(
  standing: readonly Stands[],
  refused: readonly { name: string; refusal: Refusal }[],
): string {
  const [first] = standing;
  const [none] = refused;
  if (none) {
    if (!first && refused.length === 1) return sentence(none.refusal);
    const all = standing.length + refused.length;
    return `${standing.length} of ${all} realized. ${short(none.name)}: ${sentence(none.refusal)}`;
  }
  const away = standing.find(({ page }) => page !== null)?.page;
  const there = typeof away === 'string' ? ` on page “${short(away)}”` : '';
  const told = standing.find(({ notes }) => notes.length > 0);
  const note = told?.notes[0] && NOTES[told.notes[0]];
  if (first && standing.length === 1) {
    const done = `Realized${there}: ${short(first.name)}`;
    return note ? `${done}. ${note}` : done;
  }
  return `${standing.length} pictures realized${there}.${told && note ? ` ${short(told.name)}: ${note}` : ''}`;
}

/** What the one-click command says first when there is much to do. */
export function ahead(pictures: number): string {
  return `${pictures} pictures, one after another. Cancel takes all of them back.`;
}

/** What it says of a drawing with very many shapes. */
export function crowded(name: string, shapes: number): string {
  return `“${short(name)}” has ${shapes} shapes: it becomes one picture, small parts come out flat.`;
}

/** Something broke that is nobody's fault but ours. */
export function stopped(message: string): string {
  return `Realize Sketch stopped: ${message}`;
}

/** Cut to what figma.notify takes, at the end, with an ellipsis. */
export function clip(text: string): string {
  if (text.length <= NOTIFY_LENGTH) return text;
  const cut = text.slice(0, NOTIFY_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, ''); // half a letter is no letter
  return `${cut.trimEnd()}…`;
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
  formless: 'This generator finds no form: it paints at once.',
  compare: 'How much of the drawing lies over the picture',
  progress: 'Progress',
  light: 'Light',
  size: 'Size',
  seed: 'Seed',
  roll: 'New seed',
  shadow: 'Shadow',
  model: 'Model',
  ownLight: 'This generator chooses colours and light itself.',
  place: 'Place',
  placing: 'Placing…',
  cancel: 'Cancel',
  private: 'Nothing leaves this machine.',
  of: (index: number, total: number) => `${index + 1} of ${total}`,
  ran: (runtime: string, ms: number) => `${runtime} · ${Math.round(ms)} ms`,
  webgpu: 'WebGPU took over: same picture, faster',
  placed: (name: string) => `Placed “${name}”.`,
} as const;

const times = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** How long ago it was, both in milliseconds since 1970: exact while it matters, then the day. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${times(minutes, 'minute', 'minutes')} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${times(hours, 'hour', 'hours')} ago`;
  const days = Math.floor(hours / 24);
  if (days < 7) return days === 1 ? 'yesterday' : `${days} days ago`;
  const day = new Date(at);
  const year = day.getFullYear() === new Date(now).getFullYear() ? '' : ` ${day.getFullYear()}`;
  return `${day.getDate()} ${MONTHS[day.getMonth()]}${year}`;
}

/** The History view. */
export const HISTORY = {
  list: 'Pictures of this file, newest first',
  empty:
    'Every picture that you place in this file will be listed here: to look at again, compare, put back.',
  waiting: 'Reading the history',
  look: (studio: string, seed: number, size: number) => `${studio} · seed ${seed} · ${size} px`,
  gone: 'not on the canvas',
  restore: 'Put back',
  copyLook: 'Copy settings',
  copyLookHint: 'Gives its light, seed and parts to the drawings that are selected',
  compare: 'Compare',
  compareWith: 'Compare with this',
  comparing: (name: string) => `Choose another picture to lay over “${short(name)}”.`,
  stopComparing: 'Stop comparing',
  back: 'Back to the list',
  split: (first: string, second: string) => `How much of ${first} lies over ${second}`,
  lost: 'The file does not hold this picture any more.',
  forget: 'Forget',
  forgetSure: 'Forget it now?',
  forgotten: 'Forgotten. What stands on the canvas stays.',
  pruned: (count: number) =>
    `${times(count, 'old picture', 'old pictures')} left the history to make room. What stands on the canvas stays.`,
} as const;

/** Several drawings at once. */
export const MANY = {
  start: (drawings: number) => `Place all ${drawings}`,
  running: (index: number, total: number, name: string) => `${index + 1} of ${total} · ${name}`,
  cancel: 'Cancel',
  cancelHint: 'What is placed already stays',
  dismiss: 'Close',
  placed: (placed: number, total: number) =>
    placed === total ? `All ${total} placed.` : `${placed} of ${total} placed.`,
  cancelled: (placed: number, total: number) => `Cancelled. ${placed} of ${total} placed, and they stay.`,
  refused: (count: number) => `${times(count, 'drawing', 'drawings')} could not be realized`,
  unread: (count: number) => `${times(count, 'drawing', 'drawings')} could not be exported by Figma.`,
} as const;
