// `npm run realize`: bundles main.ts with esbuild (there is no build step before it) and runs it. Arguments go through.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../../');
// Inside node_modules, so that the packages that stay outside the bundle are found, and git ignores it.
const outfile = here('../../node_modules/.cache/realize/cli.mjs');
mkdirSync(here('../../node_modules/.cache/realize'), { recursive: true });
await build({
  entryPoints: [here('main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(process.argv.slice(2), root);
