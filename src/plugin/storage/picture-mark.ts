// How a picture came to be, kept as plugin data on it: Made and Put → text on a node → as much of it as can
// be read again, whichever version wrote it.
import * as v from 'valibot';
import type { Box, Settings } from '../../core/sketch.ts';
import type { Made } from '../../protocol/made.ts';
import { WHERE, type Where } from '../../protocol/placing.ts';
import { standing, type DrawnLayers } from '../drawing.ts';
import { settings } from '../../schemas/settings.ts';
import { box } from '../../schemas/values.ts';

const KEY = 'made';
const VERSION = 1;
/** For findAllWithCriteria: what stands on pictures of ours and on nothing else. */
export const MARKED = { keys: [KEY] };

const short = v.pipe(v.string(), v.maxLength(200));

/** How we left a picture's layer, to tell later what its user changed about it. */
export interface Put {
  /** Milliseconds since 1970. */
  at: number;
  /** Of the image that we gave it. */
  hash: string;
  /** As it lies over its drawing, from the drawing's top left corner. Canvas units. */
  on: Box;
  /** Where it was put, in its parent's coordinates. */
  x: number;
  y: number;
  /** The name that we gave it. */
  name: string;
  where: Where;
  /** A picture's shadow layer, or a shadow's picture, by id; empty when there is none. */
  twin: string;
  isShadow: boolean;
}

/** What another version may have written: what fits is taken, the rest is not known. */
const found = v.object({
  made: v.object({
    from: v.fallback(v.nullable(short), null),
    together: v.fallback(v.optional(v.array(short), []), []),
    settings: v.fallback(v.nullable(settings), null),
    by: v.fallback(v.nullable(short), null),
  }),
  put: v.fallback(
    v.nullable(
      v.object({
        at: v.number(),
        hash: short,
        on: box,
        x: v.number(),
        y: v.number(),
        name: v.string(),
        where: v.picklist(WHERE),
        twin: short,
        isShadow: v.boolean(),
      }),
    ),
    null,
  ),
});

/** What a picture of ours says of itself. */
export interface Mark {
  /** Node ids of its drawing's layers; none when that cannot be read. */
  layers: readonly string[];
  /** null when another version wrote settings that this one does not have. */
  settings: Settings | null;
  /** Name of the generator that made it; null when that cannot be told. */
  by: string | null;
  /** null on pictures of versions that did not keep it. */
  put: Put | null;
}

export function writeMade(node: SceneNode, value: Made, put: Put): void {
  node.setPluginData(KEY, JSON.stringify({ version: VERSION, made: value, put }));
}

/** The text that writeMade left, to be put back as it was. */
export function keepMade(node: SceneNode): () => void {
  const before = node.getPluginData(KEY);
  return () => node.setPluginData(KEY, before);
}

/**
 * null on what is not a picture of ours. Only this plugin can write this entry,
 * so whatever stands there marks one.
 */
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
  if (!read.success) return { layers: [], settings: null, by: null, put: null };
  const { from, together, settings, by } = read.output.made;
  const layers = together.length > 0 ? together : from === null ? [] : [from];
  // Up to 0.3.1 nothing but the id was kept, and what it named was Realize 1.
  const first = settings?.model === 'realize' ? 'Realize 1' : null;
  return { layers, settings, by: by ?? first, put: read.output.put };
}

/** Whether a picture is of this drawing: of the same layers, those aside that stand no more. */
export function isOf({ layers }: Mark, drawing: DrawnLayers): boolean {
  const ids = new Set(drawing.layers.map(({ id }) => id));
  if (![...ids].every((id) => layers.includes(id))) return false;
  if (layers.length === ids.size) return true;
  const beside = new Set(standing(drawing)[0]?.parent?.children.map(({ id }) => id));
  return !layers.some((id) => !ids.has(id) && beside.has(id));
}
