// What the plugin says outside its panel: names of layers, notifications, and the panel's status line.
import type { Note } from '../core/picture.ts';
import type { Refusal } from '../core/sketch.ts';
import { short } from './phrases.ts';
import { NOTES, sentence } from './refusals.ts';

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

const MAP_NAMES = { normal: 'normal map', height: 'height map', parts: 'parts' } as const;

export function mapName(drawing: string, map: keyof typeof MAP_NAMES): string {
  return `${drawing} · ${MAP_NAMES[map]}`;
}

/** What the plugin tells the panel's status line. */
export const TOLD = {
  lightNotKept: 'This file keeps no more lights.',
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
  noneLeft: 'The drawings that were left are gone. Undo that, then go on.',
  restored: (name: string) => `Placed “${name}” again.`,
  presetNotKept: 'This file cannot keep the look: it cannot be edited, or holds too many.',
  prefsNotKept: 'Your choices could not be kept: the plugin storage is full.',
  /** The first of so many, and why it cannot be seen. */
  passedOver: ({ name, refusal }: { name: string; refusal: Refusal }, count: number) =>
    `Passed over “${short(name)}”${count > 1 ? ` and ${count - 1} more` : ''}: ${sentence(refusal)}`,
  shadowLeftOut: 'In an auto layout the picture has no shadow layer.',
  historyNotKept: 'The picture stands, but could not be added to the history.',
  redone: (before: string, by = 'another generator') => `By ${by} now, before by ${before}.`,
} as const;

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
