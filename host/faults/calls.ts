// Faults in the answers of `figma`: exports, images and storage that fail. In: the
// moment. Out: what replaces the answer.
import { STORAGE_LIMIT, type ClientStorage } from '../run/storage.ts';
import * as say from '../limits/sentences.ts';

interface CallFault {
  what: string;
  at: string;
  /** Before the call: may throw, wait, or change what the call will find. */
  before?(storage: ClientStorage): void | Promise<void>;
  /** After it: what the plugin gets instead. */
  after?(result: unknown): unknown;
}

const never = (): Promise<never> => new Promise(() => undefined);

export const CALL_FAULTS = {
  'export-throws': {
    what: 'exportAsync fails',
    at: 'exportAsync',
    before: () => {
      throw say.exportFailed();
    },
  },
  'export-bare': {
    what: 'exportAsync finds nothing visible in the drawing',
    at: 'exportAsync',
    before: () => {
      throw say.nothingVisible();
    },
  },
  'export-throws-text': {
    what: 'exportAsync fails with a bare text instead of an Error',
    at: 'after exportAsync',
    // That it is no Error is the fault.
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors
    after: () => Promise.reject(say.exportFailed().message),
  },
  'export-hangs': { what: 'exportAsync never answers', at: 'exportAsync', before: never },
  'export-huge': { what: 'exportAsync gives 50 MB', at: 'after exportAsync', after: (result) => grown(result, 50_000_000) },
  'export-empty': { what: 'exportAsync gives nothing', at: 'after exportAsync', after: (result) => (typeof result === 'string' ? '' : new Uint8Array()) },
  'export-cut': {
    what: 'exportAsync gives half of the file',
    at: 'after exportAsync',
    after: (result) => (result as string | Uint8Array).slice(0, Math.floor((result as string).length / 2)),
  },
  'image-refused': {
    what: 'createImage refuses the picture',
    at: 'createImage',
    before: () => {
      throw say.imageTooLarge();
    },
  },
  'storage-full': {
    what: 'the client storage is full',
    at: 'clientStorage.setAsync',
    before: (storage) => void (storage.ballast = STORAGE_LIMIT),
  },
  'storage-broken': {
    what: 'the client storage cannot be read',
    at: 'clientStorage.getAsync',
    before: () => {
      throw new Error('in getAsync: Internal error'); // wording assumed
    },
  },
  'storage-foreign': {
    what: 'the client storage holds what another version wrote',
    at: 'after clientStorage.getAsync',
    after: () => ({ version: 99, settings: ['?'], model: 7, size: 'large', seed: -1, shadow: 'yes' }),
  },
  'storage-hangs': { what: 'the client storage never answers', at: 'clientStorage.getAsync', before: never },
} satisfies Record<string, CallFault>; // prettier-ignore

/**
 * The same file with so much in it that it weighs `size`: an SVG with one
 * more element, bytes with zeros behind.
 */
function grown(result: unknown, size: number): unknown {
  if (result instanceof Uint8Array) {
    const bytes = new Uint8Array(size);
    bytes.set(result);
    return bytes;
  }
  const text = String(result);
  const [head, tail] = ['<desc>', '</desc>'];
  const room = size - text.length - head.length - tail.length;
  return text.replace('</svg>', `${head}${'x'.repeat(Math.max(0, room))}${tail}</svg>`);
}
