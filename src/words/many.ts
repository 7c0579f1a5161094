// The sentences of the Many view.
import { times } from './phrases.ts';

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
