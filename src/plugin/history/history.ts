// Pictures that were placed → entries in the document's own data, one key each, so that two people in
// one file never write over each other → the list that the panel shows. Bounded: the oldest go when
// there are too many, and that is told.
import type { Entry } from '../../protocol/made.ts';
import type { PluginToUi } from '../../protocol/plugin.ts';
import { LATE, within } from '../../timeout.ts';
import { attempt } from '../attempt.ts';
import { idsIn, keptFrom, keyOf, newEntryId, readEntry, entryText, type Coder, type Kept } from './entry.ts';
import { fillsOf } from '../storage/filled.ts';
import type { Placed } from '../place/place.ts';
import { READ_LIMIT_MS } from '../time-limits.ts';

/** How many pictures a document remembers, and with how many letters in all: it is loaded with the file. */
const MOST_PICTURES = 60;
const MOST_LETTERS = 400_000;

export type Shelf = Pick<PluginAPI, 'root' | 'getNodeByIdAsync'> & Coder;

export interface Album {
  /** False when the document did not take it. */
  remember: (placed: Placed) => boolean;
  find: (id: string) => Kept | null;
  change: (id: string, kept: Kept) => void;
  forget: (id: string) => void;
  /** Sends the list. */
  tell: () => Promise<void>;
  /** The same, where the panel has asked for it before and has another one. */
  tellAgain: () => Promise<void>;
}

export function openAlbum(shelf: Shelf, post: (message: PluginToUi) => void): Album {
  const { root } = shelf;
  const sizes = new Map<string, number>();
  let pruned = 0;
  let wasAsked = false;
  let round = 0;
  /** Which entries the panel has, and which of them stand. */
  let last = '';

  const textOf = (id: string): string => root.getPluginData(keyOf(id));
  const put = (id: string, text: string): void => {
    root.setPluginData(keyOf(id), text);
    sizes.set(id, text.length);
  };
  const sizeOf = (id: string): number => {
    const size = sizes.get(id) ?? textOf(id).length;
    sizes.set(id, size);
    return size;
  };
  /** Never the newest, which is the one that was written just now. */
  const prune = (): void => {
    const ids = idsIn(root);
    let total = ids.reduce((sum, id) => sum + sizeOf(id), 0);
    while (ids.length > 1 && (ids.length > MOST_PICTURES || total > MOST_LETTERS)) {
      const oldest = ids.shift()!;
      total -= sizeOf(oldest);
      root.setPluginData(keyOf(oldest), '');
      pruned += 1;
    }
  };
  const stands = async ({ node, picture }: Kept): Promise<boolean> => {
    const found = await shelf.getNodeByIdAsync(node);
    if (!found || found.removed || found.type === 'DOCUMENT' || found.type === 'PAGE') return false;
    return fillsOf(found).some((paint) => paint.type === 'IMAGE' && paint.imageHash === picture.hash);
  };
  const entryOf = async (id: string): Promise<Entry[]> => {
    const kept = readEntry(textOf(id));
    if (!kept) return [];
    const { name, at, made, width, height, thumb } = kept;
    const bytes = thumb === null ? null : attempt(() => shelf.base64Decode(thumb));
    const isThere = await within(READ_LIMIT_MS, stands(kept));
    return [
      {
        ...{ id, name, at, made, width, height },
        thumb: bytes && 'done' in bytes ? bytes.done : null,
        stands: isThere !== LATE && isThere,
      },
    ];
  };

  const send = async (onlyNews: boolean): Promise<void> => {
    round += 1;
    const mine = round;
    const entries = (await Promise.all(idsIn(root).reverse().map(entryOf))).flat();
    if (mine !== round) return; // a newer list is on its way
    const now = entries.map(({ id, stands }) => `${id} ${stands}`).join();
    if (onlyNews && now === last && pruned === 0) return;
    last = now;
    post({ type: 'history', entries, pruned });
    pruned = 0;
  };
  return {
    remember(placed) {
      const kept = keptFrom(placed, shelf);
      const id = newEntryId(kept.at);
      const whole = attempt(() => put(id, entryText(kept)));
      const plain = 'failed' in whole ? attempt(() => put(id, entryText({ ...kept, thumb: null }))) : whole;
      if ('failed' in plain) return false;
      prune();
      return true;
    },
    find: (id) => readEntry(textOf(id)),
    change: (id, kept) => put(id, entryText(kept)),
    forget: (id) => root.setPluginData(keyOf(id), ''),
    tell() {
      wasAsked = true;
      return send(false);
    },
    tellAgain: () => (wasAsked ? send(true) : Promise.resolve()),
  };
}
