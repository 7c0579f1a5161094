// What the drawing itself tells about its picture.
import { short } from './phrases.ts';

/** What the drawing itself tells about its picture, each with what to do. */
export const ADVICE = {
  'text-not-outlined': 'Text was left out. Turn it into outlines (Flatten) to see it.',
  'paint-left-out': 'A video or shader fill was left out, as Figma exports none. Give it a colour to see it.',
  'effect-left-out':
    'A shader effect was left out, as Figma exports none. The picture has its layer without it.',
  'image-left-out': 'An image was left out, as it is no PNG, JPEG or GIF in the file. Embed it as one.',
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

/** More names than this are counted. */
const NAMES_TOLD = 3;

/**
 * Names of the layers whose outline is open, each once; none: it is not known where. `marked`: the picture
 * with its marks is seen.
 */
export function openAt(names: readonly string[], marked: boolean): string {
  const known = names.filter((name) => name !== '').map((name) => `“${short(name)}”`);
  const told = known.slice(0, NAMES_TOLD).join(', ');
  const more = known.length > NAMES_TOLD ? ` and ${known.length - NAMES_TOLD} more` : '';
  const where = told === '' ? '' : ` at ${told}${more}`;
  const mark = marked ? ', as marked in the picture' : '';
  return `An outline is open${where}${mark}, so what it encloses was guessed. Join the ends of its lines.`;
}

export type AdviceId = keyof typeof ADVICE;
