import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Fault } from '../../src/cli/fault.ts';
import { inputsOf } from '../../src/cli/inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'realize-inputs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const lay = (...files: string[]): void => {
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
};
lay('icons/b.svg', 'icons/a.SVG', 'icons/a.png', 'icons/deeper/c.svg', 'icons/.d.svg', '[odd].svg');
lay('scans/2.jpeg', 'scans/1.png', 'scans/1-realized.png', 'texts/notes.txt');

describe('what a word means', () => {
  const named = async (word: string): Promise<string[]> =>
    (await inputsOf(join(folder, word))).map(({ file }) => relative(folder, file));

  it('the drawings of a folder, not the pictures beside them', async () => {
    expect(await named('icons')).toEqual(['icons/a.SVG', 'icons/b.svg']);
  });

  it('the photos of a folder without drawings, not what was made of them', async () => {
    expect(await named('scans')).toEqual(['scans/1.png', 'scans/2.jpeg']);
  });

  it('a pattern, but for a file of that very name', async () => {
    expect(await named('*/?.svg')).toEqual(['icons/b.svg']);
    expect(await named('[odd].svg')).toEqual(['[odd].svg']);
  });

  it('the pipe, and a file that is missing, which is told when it is read', async () => {
    expect(await inputsOf('-')).toEqual([{ file: 'stdin', path: null }]);
    expect(await named('none.svg')).toEqual(['none.svg']);
  });

  it.each([
    ['texts', 'there is no SVG, PNG or JPEG in this folder'],
    ['*.gif', 'no file is called so'],
  ])('%s: %s', async (word, fault) => {
    const path = join(folder, word);
    await expect(inputsOf(path)).rejects.toThrow(new Fault(`${path}: ${fault}`));
  });
});
