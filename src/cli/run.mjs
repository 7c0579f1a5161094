// `npm run realize`: bundles main.ts with esbuild (there is no build step before it)
// and runs it. Arguments go through.
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { outputFiles } = await build({
  entryPoints: [here('main.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
// Inside node_modules, so that the packages that stay outside the bundle are found; one file a process, so
// that several may run side by side.
const folder = here('../../node_modules/.cache/realize');
const file = `${folder}/cli-${process.pid}.mjs`;
await mkdir(folder, { recursive: true });
await writeFile(file, outputFiles[0].contents);
try {
  const { main } = await import(pathToFileURL(file).href);
  process.exitCode = await main(process.argv.slice(2), here('../../'));
} finally {
  await rm(file, { force: true });
}
