// What the user chose, kept between runs in Figma's client storage. Unknown data
// in, Settings and Prefs or null out.
import * as v from 'valibot';
import type { Settings } from '../../core/sketch.ts';
import type { Prefs } from '../../protocol/placing.ts';
import { prefs } from '../../schemas/placing.ts';
import { settings } from '../../schemas/settings.ts';
import { within } from '../../timeout.ts';
import { OPEN_LIMIT_MS } from '../time-limits.ts';

export type Storage = Pick<ClientStorageAPI, 'getAsync' | 'setAsync'>;

interface Kept {
  settings: Settings;
  prefs: Prefs;
}
const SCHEMAS = { settings, prefs };

/** null when nothing was kept, another version kept something else, or Figma cannot read it. */
export async function recall<K extends keyof Kept>(storage: Storage, key: K): Promise<Kept[K] | null> {
  try {
    const schema: v.GenericSchema<unknown, Kept[keyof Kept]> = SCHEMAS[key];
    const found = v.safeParse(schema, await within(OPEN_LIMIT_MS, storage.getAsync(key)));
    return found.success ? (found.output as Kept[K]) : null;
  } catch {
    return null; // storage that cannot be read is as good as empty: no picture depends on it
  }
}

/** False when the storage is full: 5 MB for all that a plugin keeps. */
export async function keep<K extends keyof Kept>(storage: Storage, key: K, value: Kept[K]): Promise<boolean> {
  try {
    await storage.setAsync(key, value);
    return true;
  } catch {
    return false;
  }
}
