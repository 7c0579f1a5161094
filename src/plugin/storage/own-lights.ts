// Lights of the user's own ↔ the document's own data, one key each, so that all who open the file have them and two people
// never write over each other's. What another version wrote and does not fit is skipped without harm.
import * as v from 'valibot';
import type { OwnLight } from '../../core/lamp-tune.ts';
import { ownLight } from '../../schemas/own-light.ts';
import { attempt } from '../attempt.ts';

const PREFIX = 'light:';
/** More nobody looks through. */
export const MOST_LIGHTS = 50;

/** By their names. */
export function lightsIn(root: PluginDataMixin): OwnLight[] {
  const keys = root.getPluginDataKeys().filter((key) => key.startsWith(PREFIX));
  const found = keys.flatMap((key) => {
    const parsed = attempt((): unknown => JSON.parse(root.getPluginData(key)));
    const read = v.safeParse(ownLight, 'done' in parsed ? parsed.done : null);
    return read.success && PREFIX + read.output.id === key ? [read.output] : [];
  });
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return found.sort((a, b) => order(a.name, b.name) || order(a.id, b.id));
}

/** In place of the one with the same id. False: there are too many, or the document takes nothing. */
export function keepLight(root: PluginDataMixin, light: OwnLight): boolean {
  const known = lightsIn(root);
  if (known.length >= MOST_LIGHTS && !known.some(({ id }) => id === light.id)) return false;
  return 'done' in attempt(() => root.setPluginData(PREFIX + light.id, JSON.stringify(light)));
}

/** One that is not there is forgotten, too. False: the document takes nothing. */
export function forgetLight(root: PluginDataMixin, id: string): boolean {
  return 'done' in attempt(() => root.setPluginData(PREFIX + id, ''));
}
