// What the files of src export in; the names that two of them share out: one word, one thing.
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

/** Functions, values, classes and types; what a file hands on from another is that one's. */
const exportedNames = ({ tree }: Pick<Source, 'tree'>): string[] =>
  tree.statements
    .filter((statement) => ts.canHaveModifiers(statement) && isExported(statement))
    .flatMap((statement): readonly ts.NamedDeclaration[] =>
      ts.isVariableStatement(statement)
        ? statement.declarationList.declarations
        : [statement as ts.DeclarationStatement],
    )
    .flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));

const isExported = (statement: ts.HasModifiers): boolean =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

/** Each name that several files declare, and these. */
function shared(sources: readonly Pick<Source, 'path' | 'tree'>[]): string[] {
  const files = new Map<string, string[]>();
  for (const { path, tree } of sources)
    for (const name of exportedNames({ tree })) files.set(name, [...(files.get(name) ?? []), path]);
  return [...files]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name}: ${paths.join()}`);
}

it('what the files of src export has a name of its own each', () => {
  expect(shared(sourcesOf('src'))).toEqual([]);
});

it('a name that two files declare would be seen, what none exports not', () => {
  const parsed = (path: string, text: string) => ({
    path,
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
  });
  const files = [
    parsed('a.ts', 'export interface Place {} export const side = 1;'),
    parsed('b.ts', 'export type Place = 1; export function side() {}'),
    parsed('c.ts', 'type Place = 2; const side = 2; export const other = 1;'),
  ];
  expect(shared(files)).toEqual(['Place: a.ts,b.ts', 'side: a.ts,b.ts']);
});
