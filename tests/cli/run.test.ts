// The command itself, as a person runs it, with the shipped networks.
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, encode } from 'fast-png';
import { validateBytes } from 'gltf-validator';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Two networks and an interpreter start for each run; a busy machine takes its time.
const PATIENCE = 240_000;
const folder = mkdtempSync(join(tmpdir(), 'realize-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function realize(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      'node',
      ['--no-warnings', join(root, 'src/cli/run.mjs'), ...args],
      { cwd: folder },
      (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
      },
    );
  });
}

const cup = join(folder, 'cup.svg');
writeFileSync(
  cup,
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M20 20h60l-8 60h-44z" fill="#c43"/><ellipse cx="50" cy="20" rx="30" ry="8" fill="#f8d0c0"/></svg>',
);

/** The same with something piped in; what comes out is a picture. */
function piped(input: string, ...args: string[]): Promise<{ code: number; picture: Buffer; err: string }> {
  return new Promise((done) => {
    const child = execFile(
      'node',
      ['--no-warnings', join(root, 'src/cli/run.mjs'), ...args],
      { cwd: folder, encoding: 'buffer' },
      (_error, picture, err) => done({ code: child.exitCode ?? -1, picture, err: err.toString() }),
    );
    child.stdin?.end(input);
  });
}

describe('npm run realize', () => {
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
      writeFileSync(named, readFileSync(cup, 'utf8').replace('<path', '<path id="body"'));
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
      const { code, picture, err } = await piped(readFileSync(cup, 'utf8'), '-', '--size', '2x');
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
    'overwrites no drawing and no picture of the same run, and knows the parts',
    async () => {
      for (const name of ['one', 'two']) {
        mkdirSync(join(folder, name));
        copyFileSync(cup, join(folder, name, 'same.svg'));
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
    'says what is wrong with the command, and exits with 2',
    async () => {
      const { code, err } = await realize('cup.svg', '--size', '7');
      expect(code).toBe(2);
      expect(err).toContain('--size is 512, 1024, 2048, 4096 or 1x, 2x, 3x, 4x; 7 was given.');
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
      ])
        expect((await realize('cup.svg', '--model', 'classic', ...light)).err).toContain(
          `paints its own light; leave out ${light[0]}.`,
        );
    },
    PATIENCE,
  );

  it(
    'runs a model of one’s own by its card, or as asked, and says why one cannot be run',
    async () => {
      const fixture = (name: string): string => join(root, 'tests/fixtures', name);
      const sure = await realize('cup.svg', '--json', '--model', fixture('converted.onnx'), '-o', 'own.png');
      expect(sure).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(sure.out)).toMatchObject({ out: 'own.png', studio: null, parts: [] });
      const asked = await realize(
        'cup.svg',
        '--model',
        fixture('bare.onnx'),
        '--range=unsigned',
        '-o',
        'bare.png',
      );
      expect(asked.code).toBe(0);
      expect(asked.err).toContain('fed with --input lines --ink dark --range unsigned --stroke thin.');
      const [first, second] = ['own.png', 'bare.png'].map((name) => decode(readFileSync(join(folder, name))));
      expect(second?.data).not.toEqual(first?.data);
      const other = await realize('cup.svg', '--model', '/tmp/latest_net_G.pth');
      expect(other).toMatchObject({ code: 1, out: '' });
      expect(other.err).toContain(
        '“python -m convert /tmp/latest_net_G.pth -o /tmp/latest_net_G.onnx” makes',
      );
      const two = ['cup.svg', '--model', fixture('two/g.onnx'), '--range=unsigned', '-o', 'two.png'];
      expect((await realize(...two)).code).toBe(0); // its weights lie beside it
      const [bare, beside] = ['bare.png', 'two.png'].map((name) => readFileSync(join(folder, name)));
      expect(beside?.equals(bare ?? beside)).toBe(true);
      const alone = await realize('cup.svg', '--model', fixture('two/g.onnx.data'));
      expect(alone.code).toBe(1);
      expect(alone.err).toMatch(/the weights of .*two\/g\.onnx alone; give .*external_data=False/);
      const untouched = await realize('cup.svg', '--model', fixture('norms/untouched.onnx'), '-o', 'own.png');
      expect(untouched.err).toContain('as before training: they use the picture’s own statistics.');
      const refused = await realize('cup.svg', '--model', fixture('hostile/operator.onnx'));
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(
        /cannot be used: it has the operator MakeItPretty, which is not known here\.$/m,
      );
    },
    PATIENCE,
  );

  it(
    'writes what the model sees',
    async () => {
      expect((await realize(cup, '--stage', 'lines', '-o', 'lines.png')).code).toBe(0);
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

  it(
    'writes maps of the surface beside the picture, and the relief as a GLB; not for a generator that finds no form',
    async () => {
      const { code, out } = await realize(cup, '--maps', '--json', '-o', join('maps', 'cup.png'));
      expect(code).toBe(0);
      const line = JSON.parse(out) as {
        width: number;
        height: number;
        maps: { normal: string; height: string; parts: string; range: [number, number] };
      };
      const { maps, width, height } = line;
      const names = ['normal', 'height', 'parts'] as const;
      expect(names.map((name) => maps[name])).toEqual(names.map((name) => join('maps', `cup-${name}.png`)));
      const [normal, high, parts] = names.map((name) => decode(readFileSync(join(folder, maps[name]))));
      for (const map of [normal, high, parts]) expect([map?.width, map?.height]).toEqual([width, height]);
      expect([normal?.depth, high?.depth, high?.channels]).toEqual([8, 16, 1]);
      expect(high?.text['Comment']).toContain(
        `from ${maps.range[0].toFixed(3)} to ${maps.range[1].toFixed(3)}`,
      );
      // A cup of 60 units comes towards the viewer by something like half its width.
      expect(maps.range[1] - maps.range[0]).toBeGreaterThan(6);
      expect(maps.range[1] - maps.range[0]).toBeLessThan(60);
      const solid = await realize(cup, '--maps', '-o', join('maps', 'solid.glb'));
      expect(solid.code).toBe(0);
      const { issues, info } = await validateBytes(
        new Uint8Array(readFileSync(join(folder, 'maps', 'solid.glb'))),
      );
      expect([issues.numErrors, issues.numWarnings, info.materialCount]).toEqual([0, 0, 2]);
      expect(existsSync(join(folder, 'maps', 'solid-height.png'))).toBe(true);
      const flat = await realize(cup, '--model', 'classic', '-o', 'flat.glb');
      expect(flat.err).toContain('The generator "classic" finds no form: no flat.glb can be made of it.');
      const painted = await realize(cup, '--maps', '--model', 'classic');
      expect(painted.code).toBe(1);
      expect(painted.err).toContain('The generator "classic" finds no form; leave out --maps.');
    },
    PATIENCE,
  );

  it(
    'traces a photo, and does not overwrite it',
    async () => {
      const data = new Uint8Array(4 * 200 * 200).fill(240);
      for (let y = 0; y < 200; y++) {
        for (let x = 0; x < 200; x++) {
          const far = Math.max(Math.abs(x - 100), Math.abs(y - 100));
          if (far > 60 && far < 64) data.fill(40, 4 * (200 * y + x), 4 * (200 * y + x) + 3);
          data[4 * (200 * y + x) + 3] = 255;
        }
      }
      const photo = encode({ width: 200, height: 200, data });
      writeFileSync(join(folder, 'photo.png'), photo);
      expect((await realize('photo.png')).code).toBe(0);
      expect(readFileSync(join(folder, 'photo.png'))).toEqual(Buffer.from(photo));
      expect(existsSync(join(folder, 'photo-realized.png'))).toBe(true);
    },
    PATIENCE,
  );
});
