// Looks by name → the document's own data, one key each, so that two people in one file never write over each other →
// the list of them again, by name. What another version wrote and does not fit is left alone and not listed.
import * as v from 'valibot';
import type { Preset } from '../../protocol/preset.ts';
import { preset as schema } from '../../schemas/preset.ts';
import { attempt } from '../attempt.ts';

const PREFIX = 'preset:';
/** A document keeps so many: its data is loaded with the file. */
export const MOST_PRESETS = 60;

type Root = Pick<DocumentNode, 'getPluginData' | 'setPluginData' | 'getPluginDataKeys'>;

export function presetsIn(root: Root): Preset[] {
  const found = keysIn(root).flatMap((key) => {
    const text = attempt((): unknown => JSON.parse(root.getPluginData(key)));
    const read = v.safeParse(schema, 'done' in text ? text.done : null);
    return read.success && PREFIX + read.output.id === key ? [read.output] : [];
  });
  return found.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** In place of the one with the same id. False: there are too many, or the document takes nothing. */
export function keepPreset(root: Root, preset: Preset): boolean {
  const key = PREFIX + preset.id;
  const keys = keysIn(root);
  if (!keys.includes(key) && keys.length >= MOST_PRESETS) return false;
  return 'done' in attempt(() => root.setPluginData(key, JSON.stringify(preset)));
}

/** False: the document takes nothing. */
export function forgetPreset(root: Root, id: string): boolean {
  return 'done' in attempt(() => root.setPluginData(PREFIX + id, ''));
}

function keysIn(root: Root): string[] {
  return root.getPluginDataKeys().filter((key) => key.startsWith(PREFIX));
}
