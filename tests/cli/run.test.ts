// The command itself, as a person runs it, with the shipped networks: a process each. What it can be asked
// for: main.test.ts.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CUP, ownFolder, PATIENCE, ROOT, type Said } from './command.ts';

const folder = ownFolder();
const command = ['--no-warnings', join(ROOT, 'src/cli/run.mjs')];

function realize(...args: string[]): Promise<Said> {
  return new Promise((done) => {
    execFile('node', [...command, ...args], { cwd: folder }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

/** The same with something piped in; what comes out is a picture. */
function piped(input: string, ...args: string[]): Promise<{ code: number; picture: Buffer; err: string }> {
  return new Promise((done) => {
    const child = execFile(
      'node',
      [...command, ...args],
      { cwd: folder, encoding: 'buffer' },
      (_error, picture, err) => done({ code: child.exitCode ?? -1, picture, err: err.toString() }),
    );
    child.stdin?.end(input);
  });
}

describe('npm run realize', () => {
  it(
    'does what can be done, tells of the rest in one line each, and exits with 1',
    async () => {
      writeFileSync(join(folder, 'bad.svg'), 'no drawing at all');
      writeFileSync(join(folder, 'empty.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>');
      const { code, out, err } = await realize(
        'bad.svg',
        'missing.svg',
        'cup.svg',
        'empty.svg',
        '--json',
        '--out-dir',
        'pictures',
      );
      expect(code).toBe(1);
      const lines = out.trim().split('\n');
      expect(lines).toHaveLength(1);
      const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining(['file', 'out', 'width', 'height', 'box', 'ms', 'model', 'runtime']),
      );
      expect(line).toMatchObject({
        file: 'cup.svg',
        out: join('pictures', 'cup.png'),
        model: 'realize',
        runtime: 'WASM',
      });
      expect(Object.keys(line['ms'] as object)).toEqual([
        'read',
        'lines',
        'generate',
        'parts',
        'light',
        'encode',
      ]);
      const box = line['box'] as Record<string, unknown>;
      expect(['x', 'y', 'width', 'height'].map((key) => typeof box[key])).toEqual(Array(4).fill('number'));
      const faults = err.trim().split('\n');
      expect(faults.map((fault) => fault.split(':')[0])).toEqual(['bad.svg', 'missing.svg', 'empty.svg']);
      const picture = decode(readFileSync(join(folder, 'pictures/cup.png')));
      expect([picture.width, picture.height]).toEqual([line['width'], line['height']]);
      expect(Math.max(picture.width, picture.height)).toBe(512);
    },
    PATIENCE,
  );

  it(
    'reads and writes pipes, and says on stderr what it wrote',
    async () => {
      const { code, picture, err } = await piped(CUP, '-', '--size', '2x');
      expect(code).toBe(0);
      const { width, height } = decode(picture);
      expect(err).toMatch(/^stdin → stdout \(\d+ × \d+ pixels, [\d.]+ s\)\n$/);
      expect(err).toContain(`${width} × ${height} pixels`);
      // The cup is 60 × 68 units, its shadow goes beyond.
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(136);
      expect(Math.max(width, height)).toBeLessThan(170);
    },
    PATIENCE,
  );

  it(
    'says what is wrong with the command, and exits with 2',
    async () => {
      const { code, err } = await realize('cup.svg', '--size', '7');
      expect(code).toBe(2);
      expect(err).toContain('--size is 512, 1024, 2048, 4096 or 1x, 2x, 3x, 4x; 7 was given.');
    },
    PATIENCE,
  );
});
