// The user's settings, kept between runs in Figma's client storage. Unknown data in, Settings or null out.
import * as v from 'valibot';
import type { Settings } from '../core/sketch.ts';
import { settings } from '../schemas.ts';
import { within } from './patience.ts';

const KEY = 'settings';
/** Nobody waits longer than this for a window to open. ms */
const SOON = 1500;

export type Storage = Pick<ClientStorageAPI, 'getAsync' | 'setAsync'>;

/** null when nothing was kept, another version kept something else, or Figma cannot read it. */
export async function recall(storage: Storage): Promise<Settings | null> {
  try {
    const found = v.safeParse(settings, await within(SOON, storage.getAsync(KEY)));
    return found.success ? found.output : null;
  } catch {
    return null; // storage that cannot be read is as good as empty: no picture depends on it
  }
}

/** False when the storage is full: 5 MB for all that a plugin keeps. */
export async function keep(storage: Storage, value: Settings): Promise<boolean> {
  try {
    await storage.setAsync(KEY, value);
    return true;
  } catch {
    return false;
  }
}
