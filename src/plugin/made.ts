// How a picture came to be, kept as plugin data on it: Made → text on a node → Made again, whoever wrote it.
import * as v from 'valibot';
import type { Made } from '../protocol.ts';
import { settings } from '../schemas.ts';

const KEY = 'made';
const VERSION = 1;

/** A runtime's name or a node's id; anything longer was not written by us. Keeps the entry far below Figma's 100 kB. */
const short = v.pipe(v.string(), v.maxLength(200));

export const made: v.GenericSchema<unknown, Made> = v.object({
  from: short,
  settings,
  runtime: short,
  ms: v.pipe(v.number(), v.finite(), v.minValue(0)),
});
const written = v.object({ version: v.literal(VERSION), made });

export function writeMade(node: SceneNode, value: Made): void {
  node.setPluginData(KEY, JSON.stringify({ version: VERSION, made: value }));
}

/** null on what is not a picture of ours, or was written by a version that we do not understand. */
export function readMade(node: SceneNode): Made | null {
  const text = node.getPluginData(KEY);
  if (text === '') return null;
  try {
    const found = v.safeParse(written, JSON.parse(text));
    return found.success ? found.output.made : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
