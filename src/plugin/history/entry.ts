// One picture of the history ↔ text in the document's own data. Whatever another version wrote and
// does not fit is skipped without harm.
import * as v from 'valibot';
import type { Box } from '../../core/sketch.ts';
import type { Made } from '../../protocol/made.ts';
import { made } from '../../schemas/placing.ts';
import { box } from '../../schemas/values.ts';
import type { Placed } from '../place/place.ts';

const VERSION = 1;
const PREFIX = 'picture:';
/** Bytes of a thumbnail; larger ones are left out. */
const MOST_THUMB_BYTES = 8_000;

export type Coder = Pick<PluginAPI, 'base64Encode' | 'base64Decode'>;

/** An image and where it lies over its drawing, from the drawing's top left. Canvas units. */
interface Print {
  hash: string;
  on: Box;
}

/** What is kept of a picture that was placed. */
export interface Kept {
  /** Of the drawing. */
  name: string;
  at: number;
  made: Made;
  width: number;
  height: number;
  /** Base64. */
  thumb: string | null;
  /** Id of the layer that shows it. */
  node: string;
  picture: Print;
  shadow: Print | null;
}

const short = v.pipe(v.string(), v.maxLength(200));
const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const print = v.object({ hash: short, on: box });
const schema: v.GenericSchema<unknown, Kept> = v.object({
  name: v.string(),
  at: v.pipe(v.number(), v.finite()),
  made,
  width: side,
  height: side,
  thumb: v.nullable(v.pipe(v.string(), v.maxLength(2 * MOST_THUMB_BYTES))),
  node: short,
  picture: print,
  shadow: v.nullable(print),
});

export function keptFrom(placed: Placed, coder: Coder): Kept {
  const { drawing, node, made, thumb, width, height, sheets } = placed;
  const { hash, on } = sheets.picture;
  return {
    name: drawing,
    at: Date.now(),
    made,
    width,
    height,
    thumb: thumb && thumb.length <= MOST_THUMB_BYTES ? coder.base64Encode(thumb) : null,
    node: node.id,
    picture: { hash, on },
    shadow: sheets.shadow && { hash: sheets.shadow.hash, on: sheets.shadow.on },
  };
}

export const entryText = (kept: Kept): string => JSON.stringify({ version: VERSION, ...kept });

export function readEntry(text: string): Kept | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null; // cut short: nothing that we wrote
  }
}

/** Sorts by time, and two people in one file never make the same one. */
export function newEntryId(at: number): string {
  const random = Math.floor(Math.random() * 36 ** 6);
  return `${at.toString(36).padStart(9, '0')}-${random.toString(36).padStart(6, '0')}`;
}

export const keyOf = (id: string): string => PREFIX + id;

/** Ids of a document's entries, oldest first. */
export function idsIn(root: PluginDataMixin): string[] {
  const keys = root.getPluginDataKeys().filter((key) => key.startsWith(PREFIX));
  return keys.map((key) => key.slice(PREFIX.length)).sort();
}
