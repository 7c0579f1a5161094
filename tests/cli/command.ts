// In: arguments of the command line. Out: what it says and its exit code, without a process of its own: an
// interpreter, a bundle and two networks to start for each run would cost more than the pictures.
// tests/cli/run.test.ts runs the command itself.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-web/wasm';
import { afterAll, beforeAll, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A busy machine takes its time. */
export const PATIENCE = 240_000;

export const CUP =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M20 20h60l-8 60h-44z" fill="#c43"/><ellipse cx="50" cy="20" rx="30" ry="8" fill="#f8d0c0"/></svg>';

export interface Said {
  code: number;
  out: string;
  err: string;
}

/**
 * A folder of the test file's own, in which cup.svg lies; gone after its tests. Call it at the top of the
 * file.
 */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'realize-cli-'));
  writeFileSync(join(folder, 'cup.svg'), CUP);
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The same, and the command line as it is called in that folder. */
export function useCommand(): { folder: string; realize: (...args: string[]) => Promise<Said> } {
  const folder = ownFolder();
  keepNetworks();
  return { folder, realize: (...args) => called(folder, args) };
}

async function called(folder: string, args: readonly string[]): Promise<Said> {
  const said: Said = { code: 0, out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text, told?: unknown) => {
    said.out += String(text);
    if (typeof told === 'function') (told as () => void)();
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  const [home, heard] = [process.cwd(), process.stdout.listeners('error')];
  process.chdir(folder);
  try {
    said.code = await main(args, ROOT);
    return said;
  } finally {
    process.chdir(home);
    out.mockRestore();
    err.mockRestore();
    for (const listener of process.stdout.listeners('error'))
      if (!heard.includes(listener)) process.stdout.off('error', listener as () => void);
  }
}

/** The same file is opened once for all runs, and given back at the end: a process would end with each. */
function keepNetworks(): void {
  const kept = new Map<string, Promise<InferenceSession>>();
  let restore = (): void => undefined;
  beforeAll(() => {
    const create = InferenceSession.create.bind(InferenceSession) as (
      onnx: Uint8Array,
      options: InferenceSession.SessionOptions,
    ) => Promise<InferenceSession>;
    const open = (onnx: Uint8Array, options: InferenceSession.SessionOptions) => {
      const hash = createHash('sha256').update(onnx).digest('hex');
      const session = kept.get(hash) ?? create(onnx, options);
      kept.set(hash, session);
      return session;
    };
    const spy = vi
      .spyOn(InferenceSession, 'create')
      .mockImplementation(open as typeof InferenceSession.create);
    restore = () => spy.mockRestore();
  });
  afterAll(async () => {
    restore();
    for (const session of await Promise.allSettled(kept.values()))
      if (session.status === 'fulfilled') await session.value.release();
  });
}
