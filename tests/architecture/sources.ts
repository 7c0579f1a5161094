// Every source file of a folder, parsed: path, import specifiers and names. For tests that read the code
// instead of running it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '..', '..');

const FOLDERS = ['src', 'host', 'tests', 'bench', 'docs', 'prepare', 'models', 'findings', '.'];
/** Environments and what they install are not ours. */
const FOREIGN = /(^|\/)(node_modules|\.[^/]+)\//;

/** Paths from the root of all code of ours; `more` lies in folders that are not searched. */
export function ownCode(kinds = /\.(ts|tsx|mjs|mts|py)$/, more: readonly string[] = []): string[] {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
      join(folder, name).replaceAll('\\', '/'),
    ),
  );
  return [...found.filter((file) => kinds.test(file) && !FOREIGN.test(file)), ...more];
}

export interface Source {
  /** From the repository's root, with forward slashes. */
  path: string;
  /** What it imports: packages by name, files by their path from the root. */
  imports: string[];
  tree: ts.SourceFile;
}

export function sourcesOf(folder: string): Source[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => read(join(ROOT, folder, file)));
}

/** By path: the test files of one worker share what was parsed. */
const known = new Map<string, Source>();

function read(file: string): Source {
  const source = known.get(file) ?? parse(file);
  known.set(file, source);
  return source;
}

function parse(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const path = relative(ROOT, file);
  const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('.')) return relative(ROOT, join(dirname(file), fileName));
    return packageOf(fileName);
  });
  let parsed: ts.SourceFile | undefined;
  return {
    path,
    imports,
    // Who looks at imports alone does not wait for a syntax tree.
    get tree() {
      return (parsed ??= ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
    },
  };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Whether the code (not its comments, strings or property names) speaks of a global by this name. */
export function namesGlobal({ tree }: Source, name: string): boolean {
  const speaks = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node.text === name && !isLabel(node)) return true;
    return ts.forEachChild(node, speaks) ?? false;
  };
  return speaks(tree);
}

/** `x.figma`, `{ figma: … }`: a name inside something else, not the global. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}
