// In: a commit. Out: that commit's program and this one's, bundled and loaded, for versus.ts to time in turn.
// `npm run bench -- versus COMMIT [--runs 3] [--sizes 1024,2048,4096] [--samples car,mug]
// [--only edit,start]`: its tree is checked out into node_modules/.cache, and built where the browser is
// asked.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled, bundleOf } from './bundled.mjs';
import { treeOf } from './tree-of.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundled where all other packages stay outside: it opens once a module, and each program opens its own. */
const ownRasteriser = {
  name: 'own-rasteriser',
  setup: (build) =>
    build.onResolve({ filter: /^@resvg\/resvg-wasm$/ }, () => ({
      path: join(root, 'node_modules/@resvg/resvg-wasm/index.mjs'),
    })),
};

/** What versus.ts needs of a tree. Its API has stood in another file before. */
async function programOf({ name, tree }) {
  const pipeline = ['src/core/pipeline.ts', 'src/core/realize.ts'].find((file) =>
    existsSync(join(tree, file)),
  );
  if (!pipeline) throw new Error(`${name} has no pipeline that can be timed, wanted 7655ec0 or newer`);
  const bundle = await bundleOf(`versus-${name}`, {
    entryPoints: [],
    stdin: {
      contents: `export { openPipeline } from './${pipeline}';
        export { PLAIN, isRefusal } from './src/core/sketch.ts';
        export { openEngine } from './bench/engine.ts';`,
      resolveDir: tree,
      loader: 'ts',
    },
    plugins: [ownRasteriser],
  });
  return { name, tree, bundle, ...(await import(pathToFileURL(bundle).href)) };
}

export async function versus(args) {
  const { main } = await bundled('bench/versus.ts');
  const [commit, ...rest] = args;
  if (!commit || commit.startsWith('-'))
    throw new Error(
      `saw versus ${args.join(' ')}, wanted versus COMMIT [--runs N] [--sizes N,N] [--samples NAME,NAME] [--only KIND,KIND]`,
    );
  const before = await programOf(await treeOf(commit));
  const now = await programOf({ name: 'now', tree: root });
  await main(before, now, rest);
}
