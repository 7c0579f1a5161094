// The documents for those who use it and build on it in; the files that they name and that are not there
// out: there must be none. A name is what stands in `backticks` with a slash or an ending, or left in the way
// of a drawing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './sources.ts';

const DOCUMENTS = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'README.md',
  'SECURITY.md',
  'models/convert/README.md',
];
/** Where a name may begin: a text about the panel says `session/hear.ts`. */
const BASES = ['', 'src', 'src/core', 'src/ui', 'src/ui/engine', 'src/ui/session', 'src/plugin', 'host', 'tests', 'models', 'models/training', 'models/convert']; // prettier-ignore
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.py'];
/** What is made, not committed, or is a user's. */
const MADE = /^(dist|artifacts|node_modules|\/tmp)|^@|^(ui\.html|code\.js|index\.html|shoes\.onnx)$/;
const CODE = /[\w*]\.(ts|tsx|mjs|mts|js|json|jsonc|py|md|sh|svg|onnx|html)$/;

/** All files and folders, by path from the root. */
const all = new Set(
  [
    ...['src', 'host', 'tests', 'bench', 'docs', 'prepare', 'models', 'findings', 'samples', '.ci'],
    '.',
  ].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
      join(folder, name).replaceAll('\\', '/'),
    ),
  ),
);

const leaves = new Set([...all].map((path) => path.slice(path.lastIndexOf('/') + 1)));

/** Whether a name, perhaps with stars and without ending, is a file's or a folder's. */
function isThere(name: string): boolean {
  const plain = name.replace(/\/$/, '');
  if (leaves.has(plain)) return true; // in a sentence about its folder
  const paths = BASES.flatMap((base) => ENDINGS.map((ending) => join(base, plain + ending)));
  if (!plain.includes('*')) return paths.some((path) => all.has(path) || existsSync(join(ROOT, path)));
  const pattern = (path: string): RegExp =>
    new RegExp(`^${path.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
  return paths.some((path) => [...all].some((file) => pattern(path).test(file)));
}

/** The names in a text. */
function namedIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, word]) => word!);
  const paths = quoted.filter((word) => /^[\w.@*/-]+$/.test(word) && (word.includes('/') || CODE.test(word)));
  const stages = [...text.matchAll(/^ {3}(([a-z]+)\/[a-z-]+(?:, [a-z/-]+)*) /gm)].flatMap(([, names, room]) =>
    names!.split(', ').map((name) => `src/core/${name.includes('/') ? '' : `${room}/`}${name}`),
  );
  return [...paths, ...stages].filter((name) => !MADE.test(name));
}

it.each(DOCUMENTS)('%s names files that are there', (document) => {
  const names = namedIn(readFileSync(join(ROOT, document), 'utf8'));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});

it('a name without a file would be seen, in a text and in the way of a drawing', () => {
  const text = '`src/core/memo.ts` and `scene/gone.ts`, `models/*.json`\n   svg/drawing, lost   a word\n';
  expect(namedIn(text).filter((name) => !isThere(name))).toEqual(['scene/gone.ts', 'src/core/svg/lost']);
});
