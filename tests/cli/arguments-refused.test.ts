// What the command's words may not be, each in one sentence that quotes what was given.
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';

describe('words that are refused', () => {
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
    [['-o', 'x.jpg', 'a.svg'], 'Pictures are written as .png, reliefs as .glb; x.jpg was given.'],
    [['-o', 'a.b/.webp', 'a.svg'], 'Pictures are written as .png, reliefs as .glb; a.b/.webp was given.'],
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
