// In: a TypeScript entry. Out: its module, bundled and loaded, for commands that run in Node: benchmarks, the
// matrix, the film.
import { build } from 'esbuild';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Gives the bundle's path. `entry`: from the repository's root, where it also runs. `more`: options of
 * esbuild's, an entry of its own among them.
 */
export async function bundleOf(entry, more = {}) {
  process.chdir(root);
  // Inside node_modules, so that the packages that stay outside the bundle are found, and git ignores it.
  const outfile = `${root}node_modules/.cache/realize/${entry.replaceAll('/', '-')}-${process.pid}.mjs`;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    ...more,
  });
  return outfile;
}

/** The same, loaded. */
export async function bundled(entry, more = {}) {
  return import(pathToFileURL(await bundleOf(entry, more)).href);
}
