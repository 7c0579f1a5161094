// In: what was thrown, or why a drawing gives no picture. Out: words for whoever typed the command: of the
// file at fault, and never those of a library.
import { plainly } from '../core/models/fault.ts';
import type { Reason, Refusal } from '../core/sketch.ts';
import { sentence } from '../words.ts';

/** Its message is such words. */
export class Fault extends Error {}

/** Where src/words.ts speaks to somebody in Figma. */
const OF_FILES: Partial<Record<Reason, string>> = {
  'not-an-svg': 'this is no SVG, PNG or JPEG that can be read',
  'nothing-drawn': 'there is nothing drawn in it',
  'nothing-seen': 'nothing that is drawn in it can be seen',
  'too-large': 'this drawing is too large',
  'too-slim': 'this drawing is far longer than it is wide',
};

/** What the system says, by its code. */
const OF_SYSTEM: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EEXIST: 'there is a file where a folder is wanted',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
};

export function refusalText(refused: Refusal): string {
  const words = OF_FILES[refused.refused];
  // What the runtime says of memory is of no use here.
  if (refused.refused === 'out-of-memory') return 'there was not enough memory; choose a smaller --size';
  if (words === undefined) return sentence(refused);
  return refused.detail ? `${words} (${refused.detail})` : words;
}

/** One line. A bug is told as one; its trace is there for who asks by REALIZE_DEBUG=1. */
export function faultText(error: unknown): string {
  if (error instanceof Fault) return error.message;
  const system = ofSystem(error);
  if (system !== null) return system;
  if (process.env['REALIZE_DEBUG'] === '1' && error instanceof Error) return error.stack ?? error.message;
  return 'the picture could not be made, by a fault of this program; REALIZE_DEBUG=1 before the command shows it';
}

/** Runs `work`; what the system refuses in it is told after `what`, which names the file. */
export async function of<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const system = ofSystem(error);
    throw system === null ? error : new Fault(`${what}: ${system}`, { cause: error });
  }
}

/** What a runtime says of a network that is not ours, which is all that there is to say of it. */
export function ofModel(model: string, error: unknown): Fault {
  const why = error instanceof Error ? error.message : String(error);
  return new Fault(`${model} cannot be used: ${plainly(why)}.`, { cause: error });
}

function ofSystem(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const { code } = error;
  if (typeof code !== 'string' || !('syscall' in error)) return null;
  return OF_SYSTEM[code] ?? `the system refused it (${code})`;
}
