import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import type { Arguments } from '../../src/cli/wanted.ts';
import { openClaims, outputsOf, type Outputs } from '../../src/cli/outputs.ts';

const asked = (...words: string[]): Arguments => {
  const args = readArguments(['x.svg', ...words]);
  if (!('files' in args)) throw new Error(JSON.stringify(args));
  return args;
};
const input = (path: string | null) => ({ file: path ?? 'stdin', path });
const bare = { shadow: null, maps: null };

describe('where pictures go', () => {
  it.each<[string | null, string[], Outputs]>([
    ['a/mug.svg', [], { ...bare, picture: join('a', 'mug.png') }],
    ['a/scan.jpg', [], { ...bare, picture: join('a', 'scan.png') }],
    ['a/photo.PNG', [], { ...bare, picture: join('a', 'photo-realized.png') }],
    ['a/mug.svg', ['--out-dir', 'b'], { ...bare, picture: join('b', 'mug.png') }],
    ['a/mug.svg', ['-o', 'cup.png'], { ...bare, picture: 'cup.png' }],
    [null, [], { ...bare, picture: '-' }],
    [null, ['--out-dir', 'b'], { ...bare, picture: join('b', 'stdin.png') }],
    [
      'a/mug.svg',
      ['--name', '{name}_{colourway}_{size}'],
      { ...bare, picture: join('a', 'mug_as drawn_512.png') },
    ],
    ['mug.svg', ['--name', 'x/{seed}', '--size', '2x', '--seed', '7'], { ...bare, picture: 'x-7.png' }],
    ['mug.svg', ['--name', '{n} {size}', '--size', '2x'], { ...bare, picture: '1 2x.png' }],
    ['mug.svg', ['--shadow-apart'], { ...bare, picture: 'mug.png', shadow: 'mug-shadow.png' }],
    ['mug.svg', ['--shadow-apart', '--stage', 'lines'], { ...bare, picture: 'mug.png' }],
    [
      'mug.svg',
      ['--maps', '-o', 'm.glb'],
      {
        picture: 'm.glb',
        shadow: null,
        maps: { normal: 'm-normal.png', height: 'm-height.png', parts: 'm-parts.png' },
      },
    ],
  ])('%s %j', (path, words, wanted) =>
    expect(outputsOf(input(path), asked(...words), () => false)).toEqual(wanted),
  );

  it('a name that is taken gets the next number, one that asks for a number the first', () => {
    const isTaken = ({ picture }: Outputs) => ['mug_512.png', 'mug_512 2.png', '1.png'].includes(picture);
    const named = (pattern: string) => outputsOf(input('mug.svg'), asked('--name', pattern), isTaken).picture;
    expect(named('{name}_{size}')).toBe('mug_512 3.png');
    expect(named('{n}')).toBe('2.png');
  });
});

describe('what is never overwritten', () => {
  const folder = mkdtempSync(join(tmpdir(), 'realize-outputs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('cup.png'), '');
  symlinkSync(at('cup.png'), at('link.png'));
  const to = (name: string): Outputs => ({ ...bare, picture: at(name) });

  it('a drawing that was given, under any of its names', () => {
    const { against } = openClaims([input(at('cup.png')), input(null)]);
    expect(against(to('cup.png'))).toContain('which was given as a drawing');
    expect(against(to('link.png'))).toContain('which was given as a drawing');
    expect(against({ ...to('new.png'), shadow: at('cup.png') })).toContain('which was given as a drawing');
    expect(against(to('new.png'))).toBeNull();
  });

  it('a picture of the same run, once it is there', () => {
    const { against, take } = openClaims([input(at('a/mug.svg')), input(at('b/mug.svg'))]);
    expect(against(to('mug.png'))).toBeNull();
    take(to('mug.png'), input('a/mug.svg'));
    expect(against(to('mug.png'))).toContain('the one of a/mug.svg');
    expect(against(to('other.png'))).toBeNull();
  });

  it('not stdout', () => {
    const { against, take } = openClaims([input(null)]);
    take({ ...bare, picture: '-' }, input(null));
    expect(against({ ...bare, picture: '-' })).toBeNull();
  });
});
