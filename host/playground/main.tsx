// Starts the playground: gets the built plugin and the engines, lays out the samples, shows the page.
// Options in the address: ?frame=data|sandboxed|srcdoc &depth=1|2|3
// &policy=lax|worker-data|worker-none|strict|no-wasm &editor=figma|figjam|slides|buzz|dev &theme=light|dark
// &samples=0 (an empty page) &access=view &fault=… (faults/faults.ts, parseFaults).
import { render } from 'preact';
import { newDocument } from '../document/document.ts';
import { POLICIES, type Policy } from '../frame/policy.ts';
import type { Depth, Variant } from '../frame/nest.ts';
import { parseFaults } from '../faults/faults.ts';
import type { Theme } from '../frame/theme.ts';
import type { Editor, Manifest } from '../run/session.ts';
import { App } from './app.tsx';
import { Desk } from './desk.ts';
import { layOut, type Sample } from './samples.ts';
import { bytes, isSite, text } from './supply.ts';
import './style.css';

/** The sample that a page of its own begins with. */
const WELCOME = 'Mug';

const query = new URLSearchParams(location.search);

function option<T extends string>(name: string, known: readonly T[], otherwise: T): T {
  const given = query.get(name);
  if (given === null) return otherwise;
  const found = known.find((one) => one === given);
  if (!found) throw new Error(`?${name}=${given}: wanted ${known.join(', ')}`);
  return found;
}

async function start(): Promise<Desk> {
  const [quickjs, resvg, code, html, manifest, samples] = await Promise.all([
    bytes('quickjs.wasm'),
    bytes('resvg.wasm'),
    text('code.js'),
    text('ui.html'),
    text('manifest.json'),
    text('samples.json'),
  ]);
  const store = newDocument();
  if (query.get('samples') !== '0') layOut(store, JSON.parse(samples) as Sample[]);
  store.forget();
  const editor = option<Editor>('editor', ['figma', 'figjam', 'slides', 'buzz', 'dev'], 'figma');
  const preferred: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const variant = option<Variant>('frame', ['data', 'sandboxed', 'srcdoc'], 'sandboxed');
  const policy = option('policy', Object.keys(POLICIES) as Policy[], 'lax');
  const desk = new Desk({
    store,
    manifest: JSON.parse(manifest) as Manifest,
    code,
    html,
    engines: { quickjs, resvg },
    editor,
    variant,
    policy,
    // D: "FigJam currently does not support dark mode" (developers.figma.com/docs/plugins/css-variables).
    depth: Number(option('depth', ['1', '2', '3'], '1')) as Depth,
    faults: parseFaults(query.get('fault') ?? ''),
    writable: option('access', ['edit', 'view'], 'edit') === 'edit',
    theme: editor === 'figjam' ? 'light' : option<Theme>('theme', ['light', 'dark'], preferred),
  });
  desk.setTheme(desk.theme);
  const app = document.getElementById('app')!;
  app.replaceChildren();
  const about = isSite()
    ? {
        lead: 'Drop an SVG, or a photo of a sketch, anywhere on this page.',
        line: 'Nothing leaves this computer',
      }
    : {
        lead: 'A stand-in for Figma: the real plugin bundle runs here.',
        line: `${variant} frame · ${policy} policy · ${editor}`,
      };
  render(<App desk={desk} about={about} />, app);
  if (isSite()) await welcome(desk);
  return desk;
}

/** The first drawing is selected and the plugin open: what it makes is there to be seen, and to be tuned. */
async function welcome(desk: Desk): Promise<void> {
  const { store } = desk;
  const drawings = store.get(store.currentPage).children;
  const first = drawings.find((id) => store.get(id).props.name === WELCOME) ?? drawings[0];
  if (first === undefined) return;
  desk.select([first]);
  await desk.start('open');
}

declare global {
  /** For browser tests: the whole playground, once it has started. */
  var playground: Promise<Desk>;
}
globalThis.playground = start();
globalThis.playground.catch((error: unknown) => {
  document.getElementById('app')!.textContent = `The playground could not start. ${String(error)}`;
});
