import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { HELP } from '../../src/cli/help.ts';
import { FLAGS, VALUES } from '../../src/cli/options.ts';
import type { Arguments } from '../../src/cli/wanted.ts';
import { LAMPS_AS_SET_UP } from '../../src/core/lamp-tune.ts';
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
      pattern: null,
      folder: 'out',
      model: 'realize',
      feed: {},
      settings: { ...PLAIN, size: 1024, seed: 7, studio: 'rim', light: { azimuth: 40, elevation: -7.5 } },
      stage: null,
      scale: null,
      json: true,
      force: false,
      maps: false,
    });
  });

  it('take each of the three lights by itself, and what is said of one twice together', () => {
    const words = ['--lamp', '1=20,-10/0.7', '--lamp', '3=//.9/1', '--lamp', '1=//0', 'a.svg'];
    const { settings } = readArguments(words) as Arguments;
    const [, second] = LAMPS_AS_SET_UP;
    expect(settings.lamps).toEqual([
      { azimuth: 20, elevation: -10, strength: 0.7, softness: 0, warmth: 0.5 },
      second,
      { azimuth: 0, elevation: 0, strength: 0.5, softness: 0.9, warmth: 1 },
    ]);
  });

  it('have defaults', () => {
    expect(readArguments(['a.svg', '-o', 'x.png', '--stage', 'normals', '--no-shadow'])).toMatchObject({
      out: 'x.png',
      stage: 'normals',
      settings: { ...PLAIN, shadow: false, studio: null },
    });
  });

  it('say what lies behind, and what parts wear', () => {
    const wish = readArguments([
      'a.svg',
      '--background=frame',
      '--shadow-apart',
      '--shading',
      'replace',
      '--size',
      '4096',
      '--part',
      'body#1=#C4623F/ceramic/matte',
      '--part',
      'a=b/c#2=/gold/',
      '--part',
      '@0.50,0.40,0.20=//gloss',
    ]);
    expect(wish).toMatchObject({
      settings: {
        size: 4096,
        background: 'frame',
        shadowApart: true,
        shading: 'replace',
        parts: {
          'body#1': { colour: '#c4623f', material: 'ceramic', finish: 'matte' },
          'a=b/c#2': { material: 'gold' },
          '@0.50,0.40,0.20': { finish: 'gloss' },
        },
      },
    });
  });

  it('say what form, edges and thickness all have, and single parts', () => {
    const wish = readArguments([
      ...['a.svg', '--form', 'flat', '--edge=0.25', '--thickness', '1'],
      ...['--part', 'a=#102030/gold/gloss/round/0.1/0', '--part', 'b=///hollow', '--part', 'c=//matte///.75'],
    ]);
    expect(wish).toMatchObject({ settings: { relief: { form: 'flat', edge: 0.25, thickness: 1 } } });
    expect('settings' in wish && wish.settings.parts).toEqual({
      a: { colour: '#102030', material: 'gold', finish: 'gloss', form: 'round', edge: 0.1, thickness: 0 },
      b: { form: 'hollow' },
      c: { finish: 'matte', thickness: 0.75 },
    });
  });

  it('say how rough surfaces and how large textures are, of all and of single parts', () => {
    const wish = readArguments([
      ...['a.svg', '--roughness', '0.9', '--texture-scale=0'],
      ...['--part', 'a=/knit/////0.25/1', '--part', 'b=///////.3'],
    ]);
    expect(wish).toMatchObject({ settings: { surface: { roughness: 0.9, scale: 0 } } });
    expect('settings' in wish && wish.settings.parts).toEqual({
      a: { material: 'knit', roughness: 0.25, scale: 1 },
      b: { scale: 0.3 },
    });
    expect(readArguments(['a.svg', '--roughness', '2'])).toHaveProperty('fault');
  });

  it('say what stands behind', () => {
    expect(readArguments(['a.svg', '--background', 'table', '--backdrop=#AABBCC'])).toMatchObject({
      settings: { background: 'table', backdrop: '#aabbcc' },
    });
  });

  it('say how a photo of a sketch is read', () => {
    const corners = '0.1,0.1,0.9,.15,1,1,0,0.9';
    expect(
      readArguments(['a.jpg', '--threshold', '0.3', '--line-weight=1.5', '--corners', corners]),
    ).toMatchObject({
      settings: {
        photo: {
          threshold: 0.3,
          weight: 1.5,
          corners: [
            [0.1, 0.1],
            [0.9, 0.15],
            [1, 1],
            [0, 0.9],
          ],
        },
      },
    });
  });

  it('ask for so many pixels a unit; the last size counts', () => {
    expect(readArguments(['a.svg', '--size', '2x', '--force'])).toMatchObject({ scale: 2, force: true });
    expect(readArguments(['a.svg', '--size', '2x', '--size=1024'])).toMatchObject({
      scale: null,
      settings: { size: 1024 },
    });
  });

  it('name pipes, and files without an ending', () => {
    expect(readArguments(['-', '-o', '-'])).toMatchObject({ files: ['-'], out: '-' });
    for (const out of ['/dev/stdout', 'a.b/mug', 'mug.PNG'])
      expect(readArguments(['a.svg', '-o', out])).toMatchObject({ out });
  });

  it('are files after a lone --', () => {
    expect(readArguments(['--json', '--', '-o.svg', '--size'])).toMatchObject({
      files: ['-o.svg', '--size'],
      json: true,
    });
  });

  it.each(['-h', '--help'])('ask for help by %s', (word) => {
    expect(readArguments(['a.svg', word])).toEqual({ help: true });
    expect(readArguments([word, '--fast'])).toEqual({ help: true });
  });

  it('are all told by the help', () => {
    for (const word of ['--help', ...Object.keys({ ...FLAGS, ...VALUES })]) expect(HELP).toContain(word);
  });

  it.each([
    [[], 'No drawing was given.'],
    [['--size', '300', 'a.svg'], '--size is 512, 1024, 2048, 4096 or 1x, 2x, 3x, 4x; 300 was given.'],
    [
      ['--background', 'sky', 'a.svg'],
      '--background is none, white, frame, sweep, gradient, table; sky was given.',
    ],
    [
      ['a.svg', '--background', 'sweep', '--backdrop', 'red'],
      '--backdrop wants a colour such as #d9d4cc; red was given.',
    ],
    [['a.svg', '--backdrop', '#112233'], '--backdrop is for --background sweep, gradient or table.'],
    [['--shading', 'none', 'a.svg'], '--shading is keep, soften, replace; none was given.'],
    [
      ['--part', 'body', 'a.svg'],
      '--part is KEY=COLOUR/MATERIAL/FINISH/FORM/EDGE/THICKNESS/ROUGHNESS/SCALE; body was given.',
    ],
    [['--part', 'a#1=red', 'a.svg'], '--part wants a colour such as #c4623f; red was given.'],
    [['--part', 'a#1=//wet', 'a.svg'], '--part wants a finish of matte, satin, gloss; wet was given.'],
    [
      ['--part', 'a#1=///oval', 'a.svg'],
      '--part wants a form of flat, found, round, hollow; oval was given.',
    ],
    [['--part', 'a#1=////2', 'a.svg'], '--part wants edge as a number from 0 to 1; 2 was given.'],
    [['--part', 'a=/////-1', 'a.svg'], '--part wants thickness as a number from 0 to 1; -1 was given.'],
    [['--form', 'oval', 'a.svg'], '--form is flat, found, round, hollow; oval was given.'],
    [['--edge', '1.5', 'a.svg'], '--edge is a number from 0 to 1; 1.5 was given.'],
    [['--no-shadow', '--shadow-apart', 'a.svg'], 'Use --no-shadow or --shadow-apart, not both.'],
    [
      ['--maps', '--stage', 'lines', 'a.svg'],
      '--stage writes one image instead of the picture; leave out --maps.',
    ],
    [['-o', 'x.gltf', 'a.svg'], 'The relief is written as .glb; x.gltf was given.'],
    [['-o', 'x.jpg', 'a.svg'], 'Pictures are written as .png; x.jpg was given.'],
    [['-o', 'a.b/.webp', 'a.svg'], 'Pictures are written as .png; a.b/.webp was given.'],
    [['-o', 'out/', 'a.svg'], '-o names a file; out/ is a folder: use --out-dir.'],
    [['-', '-', '--out-dir', 'x'], 'A pipe is read once; - was given twice.'],
    [['--size', '2x', '--maps', 'a.svg'], '--maps wants a --size of 512, 1024, 2048, 4096; 2x was given.'],
    [
      ['--size', '3x', '-o', 'x.glb', 'a.svg'],
      'A .glb wants a --size of 512, 1024, 2048, 4096; 3x was given.',
    ],
    [
      ['-o', 'x.glb', '--light', 'rim', 'a.svg'],
      'A .glb is the relief alone, without light and ground; leave out --light.',
    ],
    [
      ['--shadow-apart', '-o', 'x.GLB', 'a.svg'],
      'A .glb is the relief alone, without light and ground; leave out --shadow-apart.',
    ],
    [
      ['-o', 'x.glb', '--stage', 'parts', 'a.svg'],
      'A .glb is the relief alone, without light and ground; leave out --stage.',
    ],
    [['--seed', '-1', 'a.svg'], '--seed is a whole number; -1 was given.'],
    [['--stage', 'all', 'a.svg'], '--stage is lines, normals, parts; all was given.'],
    [['a.svg', '--light'], '--light wants a value after it.'],
    [
      ['--light-angle', 'left', 'a.svg'],
      '--light-angle is two numbers of degrees such as 30,-10; left was given.',
    ],
    ...['4=10,10', 'key=0,0', '1', '1=0,0/0/0/0/0'].map((lamp): [string[], string] => [
      ['--lamp', lamp, 'a.svg'],
      `--lamp is N=A,E/STRENGTH/SOFTNESS/WARMTH with N 1, 2 or 3; ${lamp} was given.`,
    ]),
    ...['left', '10', '1.2.3,4', '200,0', '0,-91'].map((angles): [string[], string] => [
      ['--lamp', `2=${angles}/0.3`, 'a.svg'],
      `--lamp wants two numbers of degrees such as 30,-10, up to 180 and 90; ${angles} was given.`,
    ]),
    [['--lamp', '3=//2', 'a.svg'], '--lamp wants softness as a number from 0 to 1; 2 was given.'],
    [
      ['-o', 'x.glb', '--lamp', '1=0,10', 'a.svg'],
      'A .glb is the relief alone, without light and ground; leave out --lamp.',
    ],
    [['--threshold', '1.2', 'a.png'], '--threshold is a number from 0 to 1; 1.2 was given.'],
    [['--line-weight', '0', 'a.png'], '--line-weight is a number from 0.1 to 10; 0 was given.'],
    ...['0,0,1,0,1,1', '0,0,1,0,0,1,1,1', '0,0,2,0,1,1,0,1'].map((corners): [string[], string] => [
      ['--corners', corners, 'a.png'],
      `--corners is eight numbers from 0 to 1, x,y of each corner, clockwise from the top left; ${corners} was given.`,
    ]),
    [['a.svg', '--seed='], '--seed wants a value after it.'],
    [['a.svg', '--fast'], 'There is no option --fast.'],
    [['a.svg', '--fast=3', '--json'], 'There is no option --fast.'],
    [['a.svg', '--o', 'x.png'], 'There is no option --o.'],
    [['a.svg', '-out', 'x.png'], 'There is no option -out.'],
    [['a.svg', '-size', '512'], 'There is no option -size.'],
    [['a.svg', '--fast', '--size', '300'], 'There is no option --fast.'],
    [['a.svg', '--size', '5x', '--fast'], '--size is 512, 1024, 2048, 4096 or 1x, 2x, 3x, 4x; 5x was given.'],
    [['a.svg', '--ink', 'light'], '--ink is for a file of your own: --model FILE.onnx.'],
    [['a.svg', '--model', 'x.onnx', '--range', '0..1'], '--range is signed or unsigned; 0..1 was given.'],
    [['a.svg', 'b.svg', '-o', 'x.png'], '-o is for one drawing; 2 were given: use --out-dir.'],
    [['a.svg', '-o', 'x.png', '--out-dir', 'y'], 'Use -o or --out-dir, not both.'],
  ])('%j: %s', (args, fault) => expect(readArguments(args)).toEqual({ fault }));
});
