// Every sentence a user can read because of something she did: reason in, sentence out. A
// reason without words does not compile.
import type { Note, Reason, Refusal, Stage } from './core/sketch.ts';

const REFUSALS: Record<Reason, string> = {
  'nothing-selected': 'Select a frame, group or shape with a drawing in it, then run Realize sketch again.',
  'no-drawing': 'This is no drawing. Select a frame, group or shape with a drawing in it.',
  'nothing-drawn': 'There is nothing drawn in this selection. Add some shapes or lines and try again.',
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

/** Figma's limit for figma.notify, in characters. */
export const NOTIFY_LENGTH = 100;

export const WORDS = {
  progressTitle: 'Realize sketch',
  panelTitle: 'Realize',
  /** Under the relaunch button on the picture, and on the drawing. */
  pictureAgain: 'Makes the picture again from its drawing, with the same settings.',
  drawingAgain: 'Makes a new picture of this drawing.',
  settingsNotKept: 'Your settings could not be kept: the plugin storage is full.',
  modelNotForgotten: 'Figma did not delete the model: it will be listed again. Remove it once more then.',
} as const;

/** `number`: from 1, where several were placed at once. */
export function pictureName(drawing: string, number?: number): string {
  return `${drawing} · realized${number === undefined ? '' : ` ${number}`}`;
}

export function shadowName(drawing: string, number?: number): string {
  return `${drawing} · shadow${number === undefined ? '' : ` ${number}`}`;
}

/** What the plugin tells the panel's status line. */
export const TOLD = {
  lookNotKept: 'This layer cannot keep your choices. They last until the panel closes.',
  lookTooLarge: 'These are too many choices to keep with the drawing. They last until the panel closes.',
  looksCopied: (kept: number, not: number) =>
    `${kept === 1 ? 'Kept with 1 drawing' : `Kept with ${kept} drawings`}${not > 0 ? `; ${not} cannot keep them` : ''}.`,
  noneToCopyTo: 'Select the drawings that shall get these settings.',
  imageTooLarge: (megabytes: number, most: number) =>
    `This image has ${megabytes} MB, at most ${most} can be read. Use a smaller one.`,
  imageUnread: 'This image could not be read. Wait until Figma has loaded it, then try again.',
  imageGone: 'The file does not hold this picture any more. Realize the drawing again with its settings.',
  entryGone: 'This picture is no longer in the history.',
  restored: (name: string) => `Placed “${name}” again.`,
  prefsNotKept: 'Your choices could not be kept: the plugin storage is full.',
  shadowLeftOut: 'In an auto layout the picture has no shadow layer.',
  historyNotKept: 'The picture stands, but could not be added to the history.',
  redone: (before: string, by = 'another generator') => `By ${by} now, before by ${before}.`,
} as const;

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
  /** That another generator has made it than before, in a sentence. */
  redone?: string;
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
  const anew = standing.find(({ redone }) => redone !== undefined)?.redone;
  if (first && standing.length === 1) {
    const done = `Realized${there}: ${short(first.name)}`;
    return [`${done}${(anew ?? note) ? '.' : ''}`, anew, note].filter(Boolean).join(' ');
  }
  const one = told && note ? `${short(told.name)}: ${note}` : undefined;
  return [`${standing.length} pictures realized${there}.`, anew, one].filter(Boolean).join(' ');
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

/** Why WebGPU does not run, told where the runtime is named. */
export const WEBGPU = {
  none: 'not offered here',
  noJspi: 'this browser is too old for it',
  noAdapter: 'there is no graphics card for it',
  hangs: 'the graphics card did not answer',
  failed: (why: string) => `cannot be used here: ${why}`,
  slow: (gpu: number, wasm: number) => `slower here: ${Math.round(gpu)} ms, WASM ${Math.round(wasm)} ms`,
  lost: 'the graphics card was lost, WASM goes on',
} as const;

/** Whether the light runs on the graphics card by WebGL, told where the runtime is named. */
export const WEBGL = {
  none: 'not offered here',
  noFloats: 'this graphics card draws no floats',
  lost: 'the graphics card was lost, WASM goes on',
  hangs: 'the graphics card did not answer, WASM goes on',
  late: 'the graphics card took too long for the self-test',
  wrong: (apart: number) => `it lights otherwise, off by ${apart.toFixed(1)} of 255`,
  slow: (card: number, wasm: number) =>
    `light slower here: ${Math.round(card)} ms a strip, WASM ${Math.round(wasm)} ms`,
  won: (card: number, wasm: number) =>
    `does the light: ${Math.round(card)} ms a strip, WASM ${Math.round(wasm)} ms`,
} as const;

/** Files for the user: the picture and the relief. */
export const EXPORT = {
  open: 'Copy or download',
  drag: 'Copy or download; drag it out as a file',
  scale: 'Size of the file',
  scaled: (scale: number, pixels: number | null) =>
    pixels === null ? `${scale}×` : `${scale}× · ${pixels} px`,
  tooLarge: 'too large',
  files: 'Files',
  copy: 'Copy as PNG',
  png: 'Download PNG',
  relief: 'Download the relief (GLB)',
  saved: (name: string) => `Downloaded “${name}”.`,
  copied: 'Copied.',
  notCopied: 'The clipboard is closed to this window: download it.',
  noRelief: 'This model finds no form, so there is no relief.',
} as const;

/** The list of keys and gestures. */
export const SHORTCUTS = {
  title: 'Keys and gestures',
  open: 'Keys and gestures (?)',
  close: 'Close',
  groups: [
    [
      'Everywhere',
      [
        ['This list', '?'],
        ['Cancel, leave, close', 'Esc'],
        ['Undo, redo', 'Ctrl Z, Ctrl Shift Z'],
        ['Place', 'Enter'],
      ],
    ],
    [
      'Picture',
      [
        ['Turn the light', 'drag, arrows'],
        ['Light as it was', 'double click, Home'],
        ['Choose a part, several', 'click, Shift click'],
        ['Zoom', 'Ctrl wheel, pinch, + −'],
        ['Whole picture', '0'],
        ['Move what is zoomed', 'wheel, middle button'],
      ],
    ],
    [
      'Explore',
      [
        ['Select', 'click, Space'],
        ['Select several', 'Shift click'],
        ['Place', 'double click, Enter'],
      ],
    ],
  ],
} as const;

/** Labels and plain sentences of the panel. */
export const PANEL = {
  starting: 'Starting',
  waiting: 'Waiting for the selection',
  select: 'Select a frame, group or shape with a drawing in it.',
  drawing: 'Drawing',
  picture: 'Picture',
  lines: 'Lines',
  form: 'Form',
  view: 'What the preview is for',
  tabs: 'What to do',
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
  whole: 'Show the whole picture (0)',
  zoomIn: 'Zoom (+)',
  zoomed: (scale: number) => `${Math.round(100 * scale)} %`,
  undo: 'Undo (Ctrl Z)',
  redo: 'Redo (Ctrl Shift Z)',
  placing: 'Placing…',
  cancel: 'Cancel',
  private: 'Nothing leaves this machine.',
  of: (index: number, total: number) => `${index + 1} of ${total}`,
  ran: (runtime: string, ms: number) => `${runtime} · ${Math.round(ms)} ms`,
  webgpu: 'WebGPU took over: same picture, faster',
  placed: (name: string) => `Placed “${name}”.`,
  tab: { realize: 'Realize', explore: 'Explore', history: 'History' },
  views: { light: 'Light', parts: 'Parts', compare: 'Compare', lines: 'Lines', form: 'Form' },
  viewTitles: {
    light: 'Drag over the picture to turn the light',
    parts: 'Point at a part and give it a colour, a material or a form',
    compare: 'The drawing over the picture',
    lines: 'What the generator sees',
    form: 'What the generator finds',
  },
  turnLight: 'Light: drag over the picture, or use the arrow keys',
  turned: ({ azimuth, elevation }: { azimuth: number; elevation: number }) =>
    `${side(azimuth)}, ${height(elevation)}`,
  asStudio: 'Turn the light back',
  dragHint: 'Drag to turn the light',
  part: 'Part',
  partsList: 'Parts of the drawing',
  partNumber: (index: number) => `Part ${index + 1}`,
  pickHint: 'Click a part of the picture to change its colour, material or form.',
  also: 'choose more',
  chosenParts: (count: number) => (count === 1 ? '1 part' : `${count} parts`),
  like: {
    colour: (count: number) => `All of this colour · ${count}`,
    material: (count: number) => `All of this material · ${count}`,
    name: (count: number) => `All of this name · ${count}`,
  },
  allParts: (count: number) => `All parts · ${count}`,
  onlyThis: 'only this one',
  noParts: 'This picture has no parts to choose from.',
  colour: 'Colour',
  hex: 'Colour as hex',
  pickColour: 'Choose a colour',
  palette: 'Colours of this document',
  material: 'Material',
  finish: 'Finish',
  finishes: { matte: 'Matte', satin: 'Satin', gloss: 'Gloss' },
  asDrawn: 'As drawn',
  shape: 'Form',
  forms: { flat: 'Flat', found: 'As found', round: 'Round', hollow: 'Hollow' },
  formTitles: {
    flat: 'A flat face',
    found: 'The form that the generator finds',
    round: 'A cushion, or a ball',
    hollow: 'A bowl',
  },
  edge: 'Edge',
  thickness: 'Thickness',
  shapeTitles: {
    edge: 'Edge: from sharp to round, in the middle as found',
    thickness: 'Thickness: how far it stands out over what it lies on, in the middle as found',
  },
  surface: 'Rough',
  textureScale: 'Texture',
  surfaceTitles: {
    roughness: 'Roughness: from a mirror to dull, in the middle as the material has it',
    scale: 'Texture: from a quarter as large to four times, in the middle as the material has it',
  },
  asFoundOr: (share: number) => (share === 0.5 ? 'as found' : `${Math.round(100 * share)} %`),
  look: 'How the picture looks',
  output: 'Output',
  pixels: (size: number) => `${size} px`,
  background: 'Background',
  backgrounds: {
    none: 'Transparent',
    white: 'White',
    frame: 'Frame’s fill',
    sweep: 'Studio sweep',
    gradient: 'Gradient',
    table: 'Table',
  },
  backdrop: 'Backdrop',
  shadows: { off: 'Off', in: 'In picture', own: 'Own layer' },
  shading: 'Shading',
  shadingTitle: 'Drawn shading: gradients and highlights that paint light',
  shadings: { keep: 'Keep', soften: 'Soften', replace: 'Replace' },
  placeHow: 'How to place the picture',
  placeWhere: {
    beside: 'Place beside',
    over: 'Place over drawing',
    fill: 'Place as fill',
    layout: 'Place in layout',
  },
  where: 'Where',
  wheres: {
    beside: 'Beside the drawing',
    over: 'Over the drawing, on top',
    fill: 'As its fill; layers in it are hidden',
    layout: 'Into its auto layout',
  },
  cannot: { 'no-fill': 'it takes none', 'no-layout': 'it is in none' },
  covered: 'The drawing is hidden behind its picture.',
  showDrawing: 'Show drawing',
  again: 'When there is a picture already',
  agains: { update: 'Update it', add: 'Add another' },
  resize: 'Drag or use the arrow keys to resize the window',
  welcome: 'Draw an object, select it, and it becomes a picture. The frame’s fills give it its colours.',
  welcomeAlt: 'A mug drawn with a few shapes, and the picture made of it',
  gotIt: 'Got it',
  preview: 'Preview',
  more: (count: number) => `${count} more`,
  less: 'Less',
  closeAdvice: (text: string) => `Close: ${text}`,
} as const;

function side(azimuth: number): string {
  const degrees = Math.round(Math.abs(azimuth));
  return degrees === 0 ? 'from the front' : `${degrees}° to the ${azimuth > 0 ? 'right' : 'left'}`;
}

function height(elevation: number): string {
  const degrees = Math.round(Math.abs(elevation));
  return degrees === 0 ? 'as high as the studio has it' : `${degrees}° ${elevation > 0 ? 'higher' : 'lower'}`;
}

/** What the drawing itself tells about its picture, each with what to do. */
export const ADVICE = {
  'text-not-outlined': 'Text was left out. Turn it into outlines (Flatten) to see it.',
  'nothing-closed': 'An outline is open, so what it encloses was guessed. Join the ends of its lines.',
  'coloured-picture':
    'This is a coloured picture, no sketch: it is shown as it is. Tune it in Lines to have its edges traced.',
  'image-traced': 'A placed image was traced. See Lines, where it can be tuned and straightened.',
  'far-too-detailed': 'There is more detail than can be seen. Select a part of it, or simplify.',
  'outside-cut': 'What lies outside the frame was cut off. Make the frame larger.',
  'ink-coloured': 'All is black, as in a symbol, so colours were chosen. Fill the shapes to set them.',
  unsure: 'It is not clear what is solid here and what is open. Fill the shapes, or draw a single object.',
  'look-guessed': 'Colours and materials were guessed. Fill shapes, name layers or choose them in Parts.',
  'material-guessed':
    'Some unnamed parts got the material that they look like. Name layers, or choose in Parts.',
  letters: 'There is nothing here but text. Select a drawing of an object.',
  tiny: 'The object fills little of its frame. Select it alone for a sharper picture.',
  faint: 'The lines are almost as light as the paper. Make them darker.',
  crowded: 'There are very many parts, and small ones come out flat. Select fewer.',
  flat: 'This looks like a layout of boxes. Realize finds form in drawings of objects.',
} as const;

export type AdviceId = keyof typeof ADVICE;

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
  asDrawn: 'as drawn',
  search: 'Search by name, material or light',
  none: 'No picture fits this.',
  gone: 'not on the canvas',
  restore: 'Put back',
  copyLook: 'Copy settings',
  copyLookHint: 'Gives its light, form, seed and parts to the drawings that are selected',
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

/** A photo of a sketch on paper. */
export const PHOTO = {
  title: 'Photo',
  threshold: 'Threshold',
  thresholdLong: 'How dark a line must be',
  weight: 'Weight',
  weightLong: 'Line weight',
  sheet: 'Sheet',
  straighten: 'Straighten…',
  found: 'Found',
  useSheet: 'Use the sheet’s corners',
  useSheetLong: 'A sheet was found in the photo: straighten it, and leave out what lies around it',
  reset: 'Reset',
  done: 'Done',
  cancel: 'Cancel',
  hint: 'Drag each corner to the sheet’s own, or use the arrow keys. What lies outside is left out.',
  crossed: 'These corners are no sheet: they must go round without crossing or folding in.',
  corners: ['Top left corner', 'Top right corner', 'Bottom right corner', 'Bottom left corner'],
  image: (name: string) => `Photo: ${name}`,
  share: (value: number) => `${Math.round(100 * value)} %`,
  times: (value: number) => `${value.toFixed(2)} ×`,
  place: ([x, y]: readonly [number, number]) =>
    `${(100 * x).toFixed(1)} % from the left, ${(100 * y).toFixed(1)} % from the top`,
} as const;

/** Several drawings at once. */
export const MANY = {
  start: (drawings: number) => `Place all ${drawings}`,
  running: (index: number, total: number, name: string) => `${index + 1} of ${total} · ${name}`,
  cancel: 'Cancel',
  cancelHint: 'What is placed already stays',
  dismiss: 'Close',
  goOn: (left: number) => `Go on with ${left}`,
  download: (drawings: number) => `Download all ${drawings} in one file`,
  zip: 'Realized drawings.zip',
  ended: {
    place: (done: number, total: number) =>
      done === total ? `All ${total} placed.` : `${done} of ${total} placed.`,
    download: (done: number, total: number) =>
      done === total ? `All ${total} downloaded.` : `${done} of ${total} downloaded.`,
    cancelled: (done: number, total: number) => `Cancelled after ${done} of ${total}; what stands stays.`,
  },
  refused: (count: number) => `${times(count, 'drawing', 'drawings')} could not be realized`,
} as const;

/** The view of the user's own generators. `why`: half a sentence. */
export const MODELS = {
  title: 'Your own models',
  list: 'Models of your own',
  add: 'Add a model…',
  manage: 'Own models…',
  group: 'More',
  choose: 'Choose an .onnx file',
  dataAlone: (name: string, owner: string) =>
    `“${short(name)}” holds the weights of ${short(owner)} alone; give both together, or export it again with external_data=False.`,
  another: 'Add another',
  back: 'Back',
  empty:
    'Drop an .onnx file here: a Pix2Pix that you or others have trained. It runs on this machine, nothing is uploaded.',
  drop: 'Drop it to try this model',
  trying: (name: string) => `Trying “${short(name)}”`,
  ask: 'The file does not say how it is fed. Click the picture that looks right.',
  tiles: 'The same drawing, fed in different ways',
  cancel: 'Cancel',
  way: ({ input, ink, range, width, norms }: WayTold) => [
    input === 'colours'
      ? 'The drawing’s colours'
      : ink === 'dark'
        ? 'Dark lines on white'
        : 'White lines on black',
    `${range === 'signed' ? '−1…1' : '0…1'}${input === 'colours' ? '' : width === 'thin' ? ', thin' : ', thick'}${norms === null ? '' : norms === 'picture' ? ', norm of the picture' : ', norm of the file'}`,
  ],
  unfit: (why: string) => `This model cannot be used: ${why.replace(/\.$/, '')}.`,
  hangs: 'This model cannot be used: it did not end in time and was stopped.',
  tooGreedy: 'This model cannot be used: it wants more memory than there is.',
  tooLarge: (bytes: number, most: number) =>
    `This file has ${megabytes(bytes)}, at most ${megabytes(most)} can be run here.`,
  tooMuch: 'Your models are too large together. Remove one first.',
  convert: (command: string) =>
    `This is no .onnx file. In the repository’s folder models “${command}” makes one of it: send that to whoever trained the model.`,
  folder: (command: string) =>
    `This cannot be read here, as folders cannot. If it is a model of TensorFlow’s, in the repository’s folder models “${command}” makes an .onnx file of it: send that to whoever trained the model.`,
  command: 'The command',
  copy: 'Copy',
  copied: 'Copied',
  busy: 'Drawings are being placed. Wait until they are, then add the model.',
  added: (name: string) => `“${short(name)}” is in use now.`,
  removed: 'Removed.',
  notKept: (name: string) =>
    `“${short(name)}” is too large to be kept with the others. It can be used until the panel closes.`,
  lost: (id: string, why: string) => `“${short(id)}” was kept, but cannot be read: ${why}`,
  name: 'Name',
  kept: 'kept',
  session: 'until the panel closes',
  keeping: 'being kept',
  facts: (bytes: number, ms: number | null, licence: string | null, kept: string) =>
    [megabytes(bytes), ms === null ? null : `${Math.round(ms)} ms`, licence ?? 'licence not told', kept]
      .filter((fact) => fact !== null)
      .join(' · '),
  use: 'Use',
  used: 'In use',
  remove: 'Remove',
  removeSure: 'Remove it now?',
} as const;

/** What there is to choose about how a file is fed; core/models/fit.ts. */
interface WayTold {
  input: 'lines' | 'colours';
  ink: 'dark' | 'light';
  range: 'signed' | 'unsigned';
  width: 'thin' | 'thick';
  norms: 'picture' | 'file' | null;
}

function megabytes(bytes: number): string {
  return bytes < 950_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** The Explore view. */
export const EXPLORE = {
  grid: 'Colourways',
  tile: (number: number, worn: string) => `Colourway ${number}${worn ? `: ${worn}` : ''}`,
  making: 'being made',
  hint: 'Click selects, Shift-click more; double click places.',
  count: 'How many',
  colours: 'Colours',
  product: 'All product palettes',
  file: 'This file',
  noStyles: 'This file has no colour styles or colour variables.',
  palettes: 'Product palettes',
  image: 'Selected image',
  drawn: 'As drawn',
  takeAgain: 'Take the colours of the selected image',
  noImage: 'Select a layer with an image, then take its colours.',
  imageUnread: 'The colours of this image could not be read.',
  materials: 'Materials',
  seed: 'Seed',
  again: 'New colourways',
  resume: 'Go on',
  parts: 'Keep parts',
  partsKept: (count: number) => `Keep parts · ${count} kept`,
  nameless: 'Part',
  keep: (part: string) => `Keep ${part} as it is`,
  like: 'More like this',
  liking: 'Like the one you chose',
  unlike: 'Back to all',
  use: 'Use in Realize',
  place: (count: number) => `Place ${count}`,
  unselect: 'Choose none',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was placed.',
  fewer: 'There are no more that would look different.',
  placed: (count: number) => (count === 1 ? 'Placed.' : `${count} placed, side by side.`),
  select: 'Select a drawing to see it in other colours and materials.',
} as const;
