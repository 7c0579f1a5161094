// Models of one's own on the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { PATIENCE, ROOT, useCommand } from './command.ts';

const { folder, realize } = useCommand();

it(
  'runs a model of one’s own by its card, or as asked, and says why one cannot be run',
  async () => {
    const fixture = (name: string): string => join(ROOT, 'tests/fixtures', name);
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
    expect(other.err).toContain('“python -m convert /tmp/latest_net_G.pth -o /tmp/latest_net_G.onnx” makes');
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
