// What was chosen for a drawing → plugin data on its node → the same choices
// again, as far as they can be read.
// While the panel is open they are held in memory, and written together with a picture or at the end:
// choosing a light is no step of undo, and undoing an edit takes no choice back.
import * as v from 'valibot';
import { PLAIN, type Look } from '../../core/sketch.ts';
import { look as schema } from '../../schemas/settings.ts';
import { attempt } from '../attempt.ts';
import { standing, type DrawnLayers } from '../drawing.ts';
import { isInInstance } from '../node-tree.ts';

const KEY = 'look';
/** Of several layers together, beside what each of them has as a drawing of its own. */
const KEY_TOGETHER = 'look-together';
const VERSION = 1;
/** Figma takes 100 kB an entry, plugin id and key included; a letter is at most three bytes. */
const MOST_LETTERS = 33_000;

const anything = v.record(v.string(), v.unknown());
const found = v.object({
  look: v.intersect([v.object({ model: v.string(), studio: v.string() }), anything]),
});

/** Each choice that fits is taken, whichever version wrote it. Null when nothing does. */
export function readLook(text: string): Look | null {
  const parsed = attempt((): unknown => JSON.parse(text));
  const read = v.safeParse(found, 'done' in parsed ? parsed.done : null);
  if (!read.success) return null;
  const { model, studio, parts, ...rest } = read.output.look;
  const start = v.safeParse(schema, { model, studio, seed: PLAIN.seed });
  if (!start.success) return null;
  let look = start.output;
  const take = (more: object): void => {
    const wider = v.safeParse(schema, { ...look, ...more });
    if (wider.success) look = wider.output;
  };
  for (const key of ['seed', 'light', 'lamps', 'shading', 'relief', 'surface', 'photo'])
    if (key in rest) take({ [key]: rest[key] });
  const choices = v.safeParse(anything, parts);
  if (choices.success)
    for (const [key, choice] of Object.entries(choices.output))
      take({ parts: { ...look.parts, [key]: choice } });
  return look;
}

const textOf = (look: Look): string => JSON.stringify({ version: VERSION, look });
const same = (a: Look | null, b: Look): boolean => a !== null && textOf(a) === textOf(b);

export type NotKept = 'not-taken' | 'too-large';

export interface Looks {
  of: (drawing: DrawnLayers) => Look | null;
  /** Held until it is written. Says why it will not be. */
  hold: (drawing: DrawnLayers, look: Look) => NotKept | null;
  /** Writes what is held for this drawing; gives what takes that back. */
  write: (drawing: DrawnLayers) => () => void;
  /** Writes all that is held. */
  writeAll: () => void;
  /** Kept with the drawing at once. */
  give: (drawing: DrawnLayers, look: Look) => NotKept | null;
}

/**
 * The layer that keeps a drawing's look, and under which key: the one that has it already, else the lowest.
 */
function keeperOf(drawing: DrawnLayers): { node: SceneNode; key: string } | null {
  const key = drawing.layers.length > 1 ? KEY_TOGETHER : KEY;
  const layers = standing(drawing);
  const node = layers.find((layer) => layer.getPluginData(key) !== '') ?? layers[0];
  return node ? { node, key } : null;
}

function writtenFor(drawing: DrawnLayers): Look | null {
  const keeper = keeperOf(drawing);
  const text = keeper?.node.getPluginData(keeper.key) ?? '';
  return text === '' ? null : readLook(text);
}

function obstacleTo(node: SceneNode, look: Look): NotKept | null {
  if (isInInstance(node) || node.type === 'INSTANCE') return 'not-taken';
  return textOf(look).length > MOST_LETTERS ? 'too-large' : null;
}

export function openLooks(): Looks {
  const held = new Map<string, { drawing: DrawnLayers; look: Look }>();
  const hold: Looks['hold'] = (drawing, look) => {
    held.set(drawing.id, { drawing, look });
    const keeper = keeperOf(drawing);
    return keeper ? obstacleTo(keeper.node, look) : null;
  };
  const write: Looks['write'] = (drawing) => {
    const look = held.get(drawing.id)?.look;
    const keeper = keeperOf(drawing);
    if (!look || !keeper || same(writtenFor(drawing), look)) return () => undefined;
    const { node, key } = keeper;
    if (obstacleTo(node, look)) return () => undefined;
    const before = node.getPluginData(key);
    const done = attempt(() => node.setPluginData(key, textOf(look)));
    if ('failed' in done) return () => undefined; // read-only: it is held for the session
    return () => {
      if (!node.removed) node.setPluginData(key, before);
    };
  };
  return {
    of: (drawing) => held.get(drawing.id)?.look ?? writtenFor(drawing),
    hold,
    write,
    writeAll() {
      for (const { drawing } of held.values()) write(drawing);
    },
    give(drawing, look) {
      const why = hold(drawing, look);
      const keeper = keeperOf(drawing);
      if (why || !keeper) return why;
      const done = attempt(() => keeper.node.setPluginData(keeper.key, textOf(look)));
      if ('failed' in done) return 'not-taken';
      held.delete(drawing.id); // what undo takes back is not written again
      return null;
    },
  };
}
