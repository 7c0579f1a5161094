// The zip of `npm run package`, unzipped as the README says: what Figma would read from there places a
// picture by the command that the README names.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packZip, type Manifest } from '../../docs/package/zip.ts';
import { openDriver, readFiles } from '../matrix/drive.ts';
import { judge } from '../matrix/judge.ts';
import { useSite } from './site.ts';

const site = useSite();

interface Imported extends Manifest {
  menu: { name: string; command: string }[];
}

it('from the zip to a placed picture, by the steps of the README', async () => {
  const steps =
    /## Into Figma in three steps\n\n([^]*?)\n## /.exec(await readFile('README.md', 'utf8'))?.[1] ?? '';
  const named = [...steps.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  expect(named).toEqual(expect.arrayContaining(['realize-sketch.zip', 'manifest.json']));

  const folder = await mkdtemp(join(tmpdir(), 'unzipped-'));
  try {
    const built = JSON.parse(await readFile('manifest.json', 'utf8')) as Manifest;
    for (const [path, bytes] of Object.entries(unzipSync(await packZip(built, (path) => readFile(path))))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    // From here on nothing but that folder is read, from the file on that is chosen in the third step.
    const chosen = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(chosen, 'utf8')) as Imported;
    const [, plugin, command] = /→ ([^→*]+) → ([^→*]+)\*\*: the picture/.exec(steps) ?? [];
    expect(plugin).toBe(manifest.name);
    expect(manifest.menu.find(({ name }) => name === command)?.command).toBe('realize');
    expect(dirname(manifest.main)).toBe(dirname(manifest.ui));
    const driver = await openDriver(
      site.browser,
      await readFiles(join(folder, dirname(manifest.ui)), chosen),
    );
    const row = { kind: 'frame', frame: 'data-lax', fault: '' };
    const seen = await driver.run(row);
    expect(judge(row, seen), JSON.stringify(seen)).toEqual([]);
    expect(seen.pictures).toHaveLength(1);
    await driver.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
