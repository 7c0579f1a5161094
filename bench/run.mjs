// `npm run bench -- [networks] [stages] [start] [edit] [drag] [live] [four] [thirty] [endure] [--runs 5] [--seed 1] [--json FILE]`: bundles main.ts and runs it.
// Seeded and never a test: times belong to one machine, one moment. `start` needs a built dist/ (npm run build).
import { build } from 'esbuild';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
process.chdir(here('..'));
// Inside node_modules, so that the packages that stay outside the bundle are found, and git ignores it.
const outfile = here('../node_modules/.cache/realize/bench.mjs');
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
await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
