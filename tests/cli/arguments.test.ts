import { describe, expect, it } from 'vitest';
import { HELP, readArguments } from '../../src/cli/arguments.ts';
import { PLAIN } from '../../src/core/sketch.ts';

describe('the command’s words', () => {
  it('take files and options in any order', () => {
    expect(
      readArguments([
        'a.svg',
        '--size',
        '1024',
        '--seed=7',
        'b.svg',
        '--out-dir',
        'out',
        '--json',
        '--light',
        'rim',
        '--light-angle',
        '40,-7.5',
      ]),
    ).toEqual({
      files: ['a.svg', 'b.svg'],
      out: null,
      folder: 'out',
      model: 'realize',
      settings: { ...PLAIN, size: 1024, seed: 7, studio: 'rim', light: { azimuth: 40, elevation: -7.5 } },
      stage: null,
      json: true,
    });
  });

  it('have defaults', () => {
    expect(readArguments(['a.svg', '-o', 'x.png', '--stage', 'normals', '--no-shadow'])).toMatchObject({
      out: 'x.png',
      stage: 'normals',
      settings: { ...PLAIN, shadow: false, studio: null },
    });
  });

  it('ask for help', () => {
    expect(readArguments(['a.svg', '--help'])).toEqual({ help: true });
    for (const word of [
      '-o',
      '--out-dir',
      '--size',
      '--light',
      '--light-angle',
      '--model',
      '--seed',
      '--json',
      '--stage',
    ])
      expect(HELP).toContain(word);
  });

  it.each([
    [[], 'No drawing was given.'],
    [['--size', '300', 'a.svg'], '--size is 512, 1024, 2048, 4096; 300 was given.'],
    [['--seed', '-1', 'a.svg'], '--seed is a whole number; -1 was given.'],
    [['--stage', 'all', 'a.svg'], '--stage is lines, normals, parts; all was given.'],
    [['a.svg', '--light'], '--light wants a value after it.'],
    [
      ['--light-angle', 'left', 'a.svg'],
      '--light-angle is two numbers of degrees such as 30,-10; left was given.',
    ],
    [['a.svg', '--fast'], 'There is no option --fast.'],
    [['a.svg', 'b.svg', '-o', 'x.png'], '-o is for one drawing; 2 were given: use --out-dir.'],
    [['a.svg', '-o', 'x.png', '--out-dir', 'y'], 'Use -o or --out-dir, not both.'],
  ])('%j: %s', (args, fault) => expect(readArguments(args)).toEqual({ fault }));
});
