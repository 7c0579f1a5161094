import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { CUP, PATIENCE, useCommand } from './command.ts';

const { folder, realize } = useCommand();

it(
  'says of a drawing unlike those that the generator knows that it had to guess',
  async () => {
    const petal = (turn: number): string =>
      `<ellipse cx="200" cy="85" rx="20" ry="60" transform="rotate(${turn} 200 150)"/>`;
    const petals = Array.from({ length: 16 }, (_, i) => petal(22.5 * i)).join('');
    const rosette = (paint: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><g ${paint}>${petals}</g></svg>`;
    writeFileSync(join(folder, 'lines.svg'), rosette('fill="none" stroke="#222" stroke-width="2"'));
    writeFileSync(join(folder, 'filled.svg'), rosette('fill="#c43" stroke="#222" stroke-width="2"'));
    const { code, out } = await realize('lines.svg', 'filled.svg', '--json', '--out-dir', 'doubt');
    expect(code).toBe(0);
    const notes = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { notes: string[] }).notes);
    expect(notes[0]).toEqual(['unsure', 'look-guessed']);
    expect(notes[1]).not.toContain('unsure');
  },
  PATIENCE,
);

it(
  'dresses a part by its key, and writes the shadow beside the picture',
  async () => {
    const named = join(folder, 'named.svg');
    writeFileSync(named, CUP.replace('<path', '<path id="body"'));
    const args = ['named.svg', '--json', '--shadow-apart', '--out-dir', 'dressed'];
    const { code, out } = await realize(...args, '--part', 'body#1=#2255cc/rubber/matte');
    expect(code).toBe(0);
    const line = JSON.parse(out) as {
      parts: { key: string; colour: string; material: string }[];
      shadow: { out: string; width: number; box: { y: number } };
    };
    expect(line.parts[0]).toMatchObject({ key: 'body#1', colour: '#2255cc', material: 'rubber' });
    expect(line.shadow.out).toBe(join('dressed', 'named-shadow.png'));
    expect(decode(readFileSync(join(folder, line.shadow.out))).width).toBe(line.shadow.width);
    const { width, height, data } = decode(readFileSync(join(folder, 'dressed', 'named.png')));
    const at = 4 * (Math.floor(height * 0.6) * width + Math.floor(width / 2));
    expect(data[at + 2]).toBeGreaterThan(2 * data[at]!);
    const { code: wrong, err } = await realize('named.svg', '--part', 'body#1=/stardust/');
    expect(wrong).toBe(1);
    expect(err).toContain('There is no material "stardust"; there is satin_plastic,');
  },
  PATIENCE,
);

it(
  'takes a drawing for what it is called: a mug’s handle is open, its file keeps its name',
  async () => {
    const lines = 'M20 20H70V80H20ZM70 30H90V60H70';
    const pen = 'fill="none" stroke="#000" stroke-width="4"';
    writeFileSync(
      join(folder, 'thing.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="${lines}" ${pen}/></svg>`,
    );
    const inHandle = async (...words: string[]): Promise<number> => {
      const { code, out } = await realize(
        'thing.svg',
        '--json',
        '--no-shadow',
        '--out-dir',
        'called',
        ...words,
      );
      expect(code).toBe(0);
      const { box, out: file } = JSON.parse(out) as {
        out: string;
        box: { x: number; y: number; width: number };
      };
      expect(file).toBe(join('called', 'thing.png'));
      const { width, data } = decode(readFileSync(join(folder, file)));
      const [x, y] = [80 - box.x, 45 - box.y].map((at) => Math.round((at * width) / box.width));
      return data[4 * (y! * width + x!) + 3]!;
    };
    expect(await inHandle()).toBe(255);
    expect(await inHandle('--called', 'Coffee mug')).toBe(0);
  },
  PATIENCE,
);

it(
  'overwrites no drawing and no picture of the same run, and knows the parts',
  async () => {
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder, name));
      copyFileSync(join(folder, 'cup.svg'), join(folder, name, 'same.svg'));
    }
    const twice = await realize('one', join('two', '*.svg'), '--out-dir', 'both');
    expect(twice).toMatchObject({ code: 1, out: '' });
    const [first, second] = twice.err.trim().split('\n');
    expect(first).toMatch(/^one.same\.svg → both.same\.png \(\d+ × 512 pixels, /);
    expect(second).toMatch(/^two.same\.svg: its picture would overwrite both.same\.png, the one of one/);
    const onto = await realize('cup.svg', '-o', 'cup.svg.png', '--part', 'lid#1=#ff0000');
    expect(onto.code).toBe(1);
    expect(onto.err).toBe('cup.svg: there is no part "lid#1"; there is #1, #2\n');
    expect(existsSync(join(folder, 'cup.svg.png'))).toBe(false);
  },
  PATIENCE,
);

it(
  'names the models and lights that there are',
  async () => {
    expect((await realize('cup.svg', '--model', 'dream')).err).toMatch(
      /There is no generator "dream"; there is .*realize/,
    );
    expect((await realize('cup.svg', '--light', 'moon')).err).toMatch(
      /There is no light "moon"; there is .*soft/,
    );
    for (const light of [
      ['--light', 'soft'],
      ['--light-angle', '30,0'],
      ['--lamp', '1=/0.2'],
    ])
      expect((await realize('cup.svg', '--model', 'classic', ...light)).err).toContain(
        `paints its own light; leave out ${light[0]}.`,
      );
  },
  PATIENCE,
);

it(
  'writes what the model sees',
  async () => {
    expect((await realize('cup.svg', '--stage', 'lines', '-o', 'lines.png')).code).toBe(0);
    const { width, height, data } = decode(readFileSync(join(folder, 'lines.png')));
    const card = JSON.parse(readFileSync('models/realize.json', 'utf8')) as { input: { size: number } };
    const { size } = card.input;
    expect([width, height]).toEqual([size, size]);
    const dark = data.filter((value, i) => i % 4 === 0 && value < 128).length;
    expect(dark / size ** 2).toBeGreaterThan(0.0057);
    expect(dark / size ** 2).toBeLessThan(0.057);
  },
  PATIENCE,
);
