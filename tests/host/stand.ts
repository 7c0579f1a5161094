// Small scripts in the stand-in for Figma: what they say, what they are refused. In: sandbox code. Out: lines
// of text.
import { newDocument } from '../../host/document/document.ts';
import { readEngines } from '../../host/engines.mjs';
import { createHost, type Host, type HostOptions } from '../../host/host.ts';
import { pageFunction } from '../../host/run/page-function.ts';
import type { Manifest } from '../../host/run/session.ts';
import type { Store } from '../../host/document/store.ts';

const engines = readEngines();

const MANIFEST: Manifest = {
  name: 'Test',
  id: 'test',
  documentAccess: 'dynamic-page',
  menu: [{ name: 'Go', command: 'go' }],
  relaunchButtons: [{ command: 'again', name: 'Again' }],
};

export interface Stand {
  store: Store;
  host: Host;
  /** Runs the body of an async function; `say(...)` writes a line. Uncaught errors are thrown here. */
  tell: (body: string) => Promise<string[]>;
  /** The error that an expression throws or rejects with, as "Name: message". */
  refusal: (expression: string) => Promise<string>;
}

export type Page = Parameters<typeof pageFunction>[0];

export async function openStand(
  page: Page = () => undefined,
  options: Partial<HostOptions> = {},
): Promise<Stand> {
  const store = options.store ?? newDocument(['Page 1', 'Page 2']);
  const all = { html: '<p>page</p>', manifest: MANIFEST, store, engines: await engines };
  const hostFor = (code: string): Host => createHost({ ...all, code, ui: pageFunction(page), ...options });
  const tell = async (body: string): Promise<string[]> => {
    const code = `const say = (...words) => console.log(...words);
      (async () => { try { ${body}\n } catch (error) { say('THROWN ' + error) } figma.closePlugin(); })();`;
    const run = await hostFor(code).run('go');
    await run.closed;
    if (run.problems.length > 0) throw new Error(run.problems.join('\n'));
    const lines = run.log.map(({ text }) => text);
    const thrown = lines.find((line) => line.startsWith('THROWN '));
    if (thrown !== undefined) throw new Error(thrown.slice(7));
    return lines;
  };
  return {
    store,
    host: hostFor(''),
    tell,
    async refusal(expression) {
      const lines = await tell(
        `try { await (${expression}); say('nothing was refused'); } catch (error) { say(String(error)); }`,
      );
      return lines.at(-1) ?? 'nothing was said';
    },
  };
}
