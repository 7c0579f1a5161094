// In: the words that name drawings: files, folders, patterns, `-`. Out: one drawing each, and what is wrong
// with a word.
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, of } from './fault.ts';
import { filesMatching, naturalOrder, isGlob } from './glob.ts';

/** In place of a file's name: the command's own pipe. */
export const PIPE = '-';

export interface Input {
  /** As it is told: a path, or `stdin`. */
  file: string;
  /** Null for the pipe. */
  path: string | null;
}

/**
 * A folder stands for its SVG files, or, where there is none, for its photos. Throws a Fault of that word.
 */
export async function inputsOf(word: string): Promise<Input[]> {
  if (word === PIPE) return [{ file: 'stdin', path: null }];
  const found = await stat(word).catch(() => null);
  if (found?.isDirectory()) return (await drawingsIn(word)).map(asInput);
  if (found || !isGlob(word)) return [asInput(word)];
  const files = await filesMatching(word);
  if (files.length === 0) throw new Fault(`${word}: no file is called so`);
  return files.map(asInput);
}

const asInput = (path: string): Input => ({ file: path, path });

async function drawingsIn(folder: string): Promise<string[]> {
  const names = (await of(folder, () => readdir(folder)))
    .filter((name) => !name.startsWith('.'))
    .sort(naturalOrder);
  const drawings = names.filter((name) => /\.svg$/i.test(name));
  // Pictures that were made of photos lie beside them.
  const photos = names.filter((name) => /\.(png|jpe?g)$/i.test(name) && !/-realized\.png$/i.test(name));
  const chosen = drawings.length > 0 ? drawings : photos;
  if (chosen.length === 0) throw new Fault(`${folder}: there is no SVG, PNG or JPEG in this folder`);
  return chosen.map((name) => join(folder, name));
}

/** Throws a Fault of the file. */
export async function readInput({ path }: Input): Promise<Uint8Array> {
  if (path !== null) return readFile(path);
  if (process.stdin.isTTY) throw new Fault('nothing is piped in');
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  if (bytes.length === 0) throw new Fault('the pipe was empty');
  return bytes;
}
