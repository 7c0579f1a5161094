// The files of core that hold functions, and the tests of the folder that mirrors theirs, in; those that none
// of these imports out: there must be none. A test imports a file where it takes more than types from it.
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

/** Whether a file exports something that can be called; tables and types alone need no test of their own. */
function hasFunctions({ tree }: Pick<Source, 'tree'>): boolean {
  return tree.statements.some((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return false;
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return true;
    return (
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.some(
        ({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer),
      )
    );
  });
}

/** What a test imports that is there when it runs. */
function takenBy({ tree, imports }: Source): Set<string> {
  const typesOnly = new Set<string>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const clause = statement.importClause;
    const named = clause?.namedBindings;
    const isType =
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (named !== undefined &&
        ts.isNamedImports(named) &&
        clause?.name === undefined &&
        named.elements.every(({ isTypeOnly }) => isTypeOnly));
    if (isType) typesOnly.add(statement.moduleSpecifier.text.replace(/^(\.\.?\/)+/, ''));
  }
  return new Set(imports.filter((path) => ![...typesOnly].some((end) => path.endsWith(end))));
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const tests = sourcesOf('tests/core').filter(({ path }) => path.endsWith('.test.ts'));

/** Those that no test in the mirrored folder takes anything from. */
function untested(sources: readonly Source[]): string[] {
  return sources
    .filter(hasFunctions)
    .filter(({ path }) => {
      const mirror = folderOf(path).replace(/^src/, 'tests');
      return !tests.some((test) => folderOf(test.path) === mirror && takenBy(test).has(path));
    })
    .map(({ path }) => path);
}

it('every file of core that holds functions has a test in the folder that mirrors its own', () => {
  expect(untested(sourcesOf('src/core'))).toEqual([]);
});

it('a file that only types are taken of would be seen', () => {
  const text = 'export const grown = (x: number): number => x + 1;';
  const tree = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  expect(untested([{ path: 'src/core/form/view.ts', imports: [], tree }])).toEqual(['src/core/form/view.ts']);
});
