// What the other views see of the Realize view, when nothing is there yet.
import { PLAIN, type Settings } from '../../src/core/sketch.ts';
import type { Current } from '../../src/ui/current.ts';

const SETTINGS: Settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024 };

export const currentWith = (change: Partial<Current> = {}): Current => ({
  drawing: null,
  settings: SETTINGS,
  parts: null,
  result: null,
  offer: null,
  how: { where: 'beside', again: 'add' },
  scale: 2,
  naming: '',
  choose: () => undefined,
  ...change,
});
