// All files of TypeScript, JavaScript, Python and shell in; the comment lines of their own that are wider
// than code may be, out: there must be none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownCode, ROOT } from './sources.ts';

/** What prettier and ruff allow code. */
const WIDTH = 110;
const COMMENT = /^\s*(\/\/|\/\*\*?|\*|#) /;

const wide = (text: string): string[] =>
  text.split('\n').filter((line) => [...line].length > WIDTH && COMMENT.test(line));

it('no comment is wider than code may be', () => {
  const files = ownCode(/\.(ts|tsx|mjs|mts|py|sh)$/, ['.ci/run', '.ci/summary.mjs']);
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    wide(readFileSync(join(ROOT, file), 'utf8')).map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

it('tells what is wide: characters are counted, not bytes', () => {
  const lines = [`// ${'ö'.repeat(107)}`, `// ${'o'.repeat(108)}`, `const a = '${'o'.repeat(108)}';`];
  expect(wide(lines.join('\n'))).toEqual([lines[1]]);
});
