// In: what parts are taken for, and what they are made of. Out: the notes of the picture that say what of it
// is a guess.
import type { Note } from '../picture.ts';
import type { ColouredPart, MaterialValues } from './material-values.ts';

/** One of each a part. */
export function lookNotes(
  coloured: readonly ColouredPart[],
  { named, unsaid }: Pick<MaterialValues, 'named' | 'unsaid'>,
): Note[] {
  const notes: Note[] = [];
  if (coloured.some(({ guess: seen, choice }) => seen?.natural && !choice?.colour))
    notes.push('look-guessed');
  const used = ({ likely }: ColouredPart, i: number): boolean =>
    likely !== null && unsaid[i] === true && named[i]?.id === likely;
  if (coloured.some(used)) notes.push('material-guessed');
  return notes;
}
