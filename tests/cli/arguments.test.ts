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
      called: null,
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

  it('call a drawing what it is', () => {
    expect(readArguments(['-', '--called', 'tea cup'])).toMatchObject({ called: 'tea cup' });
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
    for (const word of ['--help', '--list', ...Object.keys({ ...FLAGS, ...VALUES })])
      expect(HELP).toContain(word);
  });
});
