// How a picture came to be, kept as plugin data on it: Made → text on a node → as much of it as can be read again,
// whichever version wrote it.
import * as v from 'valibot';
import type { Settings } from '../core/sketch.ts';
import type { Made } from '../protocol.ts';
import { settings } from '../schemas.ts';

const KEY = 'made';
const VERSION = 1;

const short = v.pipe(v.string(), v.maxLength(200));

/** What another version may have written: what fits is taken, the rest is not known. */
const found = v.object({
  made: v.object({
    from: v.fallback(v.nullable(short), null),
    settings: v.fallback(v.nullable(settings), null),
  }),
});

/** What a picture of ours says of itself. */
export interface Mark {
  /** Node id of its drawing; null when that cannot be read. */
  from: string | null;
  /** null when another version wrote settings that this one does not have. */
  settings: Settings | null;
}

export function writeMade(node: SceneNode, value: Made): void {
  node.setPluginData(KEY, JSON.stringify({ version: VERSION, made: value }));
}

/** null on what is not a picture of ours. Only this plugin can write this entry, so whatever stands there marks one. */
export function markOf(node: SceneNode): Mark | null {
  const text = node.getPluginData(KEY);
  return text === '' ? null : readMark(text);
}

export function readMark(text: string): Mark {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = null; // cut short, or nested beyond the sandbox's stack: nothing that we wrote
  }
  const read = v.safeParse(found, data);
  return read.success ? read.output.made : { from: null, settings: null };
}
