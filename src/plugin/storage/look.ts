// What was chosen for a drawing → plugin data on its node → the same choices
// again, as far as they can be read.
// While the panel is open they are held in memory, and written together with a picture or at the end:
// choosing a light is no step of undo, and undoing an edit takes no choice back.
import * as v from 'valibot';
import { PLAIN, type Look } from '../../core/sketch.ts';
import { look as schema } from '../../schemas.ts';
import { attempt } from '../attempt.ts';
import { isInInstance } from '../node-tree.ts';

const KEY = 'look';
const VERSION = 1;
/** Figma takes 100 kB an entry, plugin id and key included; a letter is at most three bytes. */
const LONGEST = 33_000;

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
  for (const key of ['seed', 'light', 'photo']) if (key in rest) take({ [key]: rest[key] });
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
  of: (node: SceneNode) => Look | null;
  /** Held until it is written. Says why it will not be. */
  hold: (node: SceneNode, look: Look) => NotKept | null;
  /** Writes what is held for this drawing; gives what takes that back. */
  write: (node: SceneNode) => () => void;
  /** Writes all that is held. */
  writeAll: () => void;
  /** Kept with the drawing at once. */
  give: (node: SceneNode, look: Look) => NotKept | null;
}

export function openLooks(): Looks {
  const held = new Map<string, { node: SceneNode; look: Look }>();
  const written = (node: SceneNode): Look | null => {
    const text = node.getPluginData(KEY);
    return text === '' ? null : readLook(text);
  };
  const obstacle = (node: SceneNode, look: Look): NotKept | null =>
    isInInstance(node) || node.type === 'INSTANCE'
      ? 'not-taken'
      : textOf(look).length > LONGEST
        ? 'too-large'
        : null;
  const write: Looks['write'] = (node) => {
    const look = held.get(node.id)?.look;
    if (!look || node.removed || obstacle(node, look) || same(written(node), look)) return () => undefined;
    const before = node.getPluginData(KEY);
    const done = attempt(() => node.setPluginData(KEY, textOf(look)));
    if ('failed' in done) return () => undefined; // read-only: it is held for the session
    return () => {
      if (!node.removed) node.setPluginData(KEY, before);
    };
  };
  return {
    of: (node) => held.get(node.id)?.look ?? written(node),
    hold(node, look) {
      held.set(node.id, { node, look });
      return obstacle(node, look);
    },
    write,
    writeAll() {
      for (const { node } of held.values()) write(node);
    },
    give(node, look) {
      held.set(node.id, { node, look });
      const why = obstacle(node, look);
      if (why) return why;
      const done = attempt(() => node.setPluginData(KEY, textOf(look)));
      if ('failed' in done) return 'not-taken';
      held.delete(node.id); // what undo takes back is not written again
      return null;
    },
  };
}
