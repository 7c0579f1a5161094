// The types that the files of core export in; the names that two of them share out: one word, one thing.
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

const exportedTypes = ({ tree }: Pick<Source, 'tree'>): string[] =>
  tree.statements
    .filter(
      (statement) =>
        (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) &&
        (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false),
    )
    .map((statement) => (statement as ts.InterfaceDeclaration | ts.TypeAliasDeclaration).name.text);

/** Each name that several files declare, and these. */
function shared(sources: readonly Pick<Source, 'path' | 'tree'>[]): string[] {
  const files = new Map<string, string[]>();
  for (const { path, tree } of sources)
    for (const name of exportedTypes({ tree })) files.set(name, [...(files.get(name) ?? []), path]);
  return [...files]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name}: ${paths.join()}`);
}

it('each type of core has a name of its own', () => {
  expect(shared(sourcesOf('src/core'))).toEqual([]);
});

it('a name that two files declare would be seen, what none exports not', () => {
  const parsed = (path: string, text: string) => ({
    path,
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
  });
  const files = [parsed('a.ts', 'export interface Place {}'), parsed('b.ts', 'export type Place = 1;')];
  expect(shared([...files, parsed('c.ts', 'type Place = 2;')])).toEqual(['Place: a.ts,b.ts']);
});
