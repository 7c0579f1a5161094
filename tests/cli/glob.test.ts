import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { filesMatching, isGlob } from '../../src/cli/glob.ts';

const folder = mkdtempSync(join(tmpdir(), 'realize-glob-'));
afterAll(() => rmSync(folder, { recursive: true }));
const files = ['2.svg', '10.svg', 'a.svg', 'b.png', 'c(1).svg', '.hidden.svg', 'deep/d.svg', 'deep/er/e.svg'];
for (const file of files) {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), '');
}

it.each([
  ['*.svg', ['2.svg', '10.svg', 'a.svg', 'c(1).svg']],
  ['?.svg', ['2.svg', 'a.svg']],
  ['[ab].*', ['a.svg', 'b.png']],
  ['[!ab].svg', ['2.svg']],
  ['[0-9]*.svg', ['2.svg', '10.svg']],
  ['{a,b}.{svg,png}', ['a.svg', 'b.png']],
  ['c(1).*', ['c(1).svg']],
  ['deep/*.svg', ['deep/d.svg']],
  ['*/*/*.svg', ['deep/er/e.svg']],
  ['**/*.svg', ['2.svg', '10.svg', 'a.svg', 'c(1).svg', 'deep/d.svg', 'deep/er/e.svg']],
  ['.*.svg', ['.hidden.svg']],
  ['*.jpg', []],
  ['nowhere/*.svg', []],
])('%s', async (pattern, wanted) => {
  const found = await filesMatching(join(folder, pattern));
  expect(found.map((file) => relative(folder, file))).toEqual(wanted);
});

it('tells patterns from names', () => {
  expect(['a.svg', 'c(1).svg', 'a b'].map(isGlob)).toEqual([false, false, false]);
  expect(['*.svg', 'a?', '[a].svg', '{a,b}'].map(isGlob)).toEqual([true, true, true, true]);
});
