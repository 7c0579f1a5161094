// `npm run loop` (after npm run build): films the loop from line to look in the playground, as docs/loop.gif for the README.
import { build } from 'esbuild';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
process.chdir(here('..'));
// Inside node_modules, so that the packages that stay outside the bundle are found, and git ignores it.
const outfile = here('../node_modules/.cache/realize/loop.mjs');
await build({
  entryPoints: [here('loop.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  // Its module form has the names; Node would take the other one.
  alias: { gifenc: './node_modules/gifenc/dist/gifenc.esm.js' },
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
