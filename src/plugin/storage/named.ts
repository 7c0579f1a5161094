// What the user keeps under a name ↔ the document's own data, one key each, so that all who open the file
// have it and two people never write over each other's. What another version wrote and does not fit is left
// alone and not listed.
import * as v from 'valibot';
import type { Schema } from '../../schemas/values.ts';
import { attempt } from '../attempt.ts';

type Root = Pick<DocumentNode, 'getPluginData' | 'setPluginData' | 'getPluginDataKeys'>;

interface Named<T> {
  /** By their names. */
  list: (root: Root) => T[];
  /** In place of the one with the same id. False: there are too many, or the document takes nothing. */
  keep: (root: Root, one: T) => boolean;
  /** One that is not there is forgotten, too. False: the document takes nothing. */
  forget: (root: Root, id: string) => boolean;
}

/** `prefix`: of their keys; `most`: a document keeps so many, as its data is loaded with the file. */
export function namedIn<T extends { id: string; name: string }>(
  prefix: string,
  shape: Schema<T>,
  most: number,
): Named<T> {
  const keysIn = (root: Root): string[] => root.getPluginDataKeys().filter((key) => key.startsWith(prefix));
  const write = (root: Root, id: string, text: string): boolean =>
    'done' in attempt(() => root.setPluginData(prefix + id, text));
  return {
    list(root) {
      const found = keysIn(root).flatMap((key) => {
        const parsed = attempt((): unknown => JSON.parse(root.getPluginData(key)));
        const read = v.safeParse(shape, 'done' in parsed ? parsed.done : null);
        return read.success && prefix + read.output.id === key ? [read.output] : [];
      });
      return found.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    },
    keep(root, one) {
      const keys = keysIn(root);
      if (!keys.includes(prefix + one.id) && keys.length >= most) return false;
      return write(root, one.id, JSON.stringify(one));
    },
    forget: (root, id) => write(root, id, ''),
  };
}
