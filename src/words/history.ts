// The sentences of the History view.
import { short, times } from './phrases.ts';

/** The History view. */
export const HISTORY = {
  list: 'Pictures of this file, newest first',
  empty:
    'Every picture that you place in this file will be listed here: to look at again, compare, put back.',
  waiting: 'Reading the history',
  look: (studio: string, seed: number, size: number) => `${studio} · seed ${seed} · ${size} px`,
  asDrawn: 'as drawn',
  search: 'Search by name, palette, material or light',
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
