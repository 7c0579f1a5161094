// `npm run matrix`: bundles main.ts and runs it. Options are told there.
import { build } from 'esbuild';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
process.chdir(here('../..'));
// Inside node_modules, so that the packages that stay outside the bundle are found, and git ignores it.
const outfile = here(`../../node_modules/.cache/realize/matrix-${process.pid}.mjs`);
await build({
  entryPoints: [here('main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  define: { 'import.meta.dirname': JSON.stringify(here('.')) },
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
await main(process.argv.slice(2));
