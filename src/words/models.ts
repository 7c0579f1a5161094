// The sentences of the Models view.
import { short } from './phrases.ts';

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
