// Generators of the user's own, kept between runs in Figma's client storage: files in, the shelf out. 5 MB is
// all that a plugin may keep there, so a model that does not fit is told of and lives as long as the window.
import * as v from 'valibot';
import type { KeptModel } from '../../protocol/plugin.ts';
import { keptModel, ownId } from '../../schemas/kept-model.ts';
import { LATE, within } from '../../timeout.ts';
import { READ_LIMIT_MS } from '../time-limits.ts';

const PREFIX = 'model:';
/** Of Figma's 5 MB, what models may have together: settings must always fit beside them. Bytes. */
export const ROOM = 4_800_000;

export type Shelves = Pick<ClientStorageAPI, 'getAsync' | 'setAsync' | 'deleteAsync' | 'keysAsync'>;

/**
 * `only`: those that are wanted, null for all. What cannot be read again, or
 * not soon, is as good as not there.
 */
export async function modelsIn(storage: Shelves, only: readonly string[] | null): Promise<KeptModel[]> {
  const wanted = only?.filter((id) => v.is(ownId, id));
  if (wanted?.length === 0) return [];
  const found: KeptModel[] = [];
  try {
    const keys = await within(READ_LIMIT_MS, storage.keysAsync());
    if (keys === LATE) return found;
    for (const key of keys) {
      if (!key.startsWith(PREFIX) || (wanted && !wanted.includes(key.slice(PREFIX.length)))) continue;
      const read = v.safeParse(keptModel, await within(READ_LIMIT_MS, storage.getAsync(key)));
      if (read.success) found.push(read.output);
    }
  } catch {
    return found; // the window opens without them
  }
  return found;
}

/** False when it does not fit, or Figma does not take it; then nothing of it is kept. */
export async function keepModel(storage: Shelves, model: KeptModel): Promise<boolean> {
  const others = await modelsIn(storage, null);
  const used = others.filter(({ id }) => id !== model.id).reduce((sum, other) => sum + sizeOf(other), 0);
  if (used + sizeOf(model) > ROOM) return false;
  try {
    await storage.setAsync(PREFIX + model.id, model);
    return true;
  } catch {
    return false;
  }
}

/**
 * One that is not there is forgotten, too. False when Figma does not let go of
 * it: it is there again the next time.
 */
export async function forgetModel(storage: Shelves, id: string): Promise<boolean> {
  try {
    await storage.deleteAsync(PREFIX + id);
    return true;
  } catch {
    return false;
  }
}

function sizeOf({ card, packed }: KeptModel): number {
  return 2 * card.length + packed.length;
}
