// The light as a shader, through the built bundle, on a graphics card made of software: the same picture as
// WASM's, whatever goes wrong on the card.
import { decode } from 'fast-png';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOnnx, type Operator, type Weight } from '../../bench/onnx.ts';
import { parseFaults } from '../../host/faults/faults.ts';
import { compile } from '../../src/core/shader/compile.ts';
import { PLAIN, type Settings } from '../../src/core/sketch.ts';
import { WEBGL } from '../../src/words.ts';
import { serve } from '../../host/serve.mjs';
import { launchBrowser } from './browser.ts';
import { openPlayground } from './desk.ts';
import { sharp } from './preview.ts';
import { openBareWorker, type BareWorker } from './bare-worker.ts';
import { pagesOf, type Pages } from './site.ts';

let browser: Browser;
let worker: BareWorker;
/** The mug that WASM lights. */
let right: Buffer;
beforeAll(async () => {
  browser = await launchBrowser({ webgl: true });
  worker = await openBareWorker(browser);
  await worker.open('wasm', 'WASM');
  right = (await worker.realize('wasm', sketchOf('mug'), settings)).png;
});
afterAll(() => browser.close());

const sketchOf = (name: string) => ({ id: name, name, svg: readFileSync(`samples/${name}.svg`, 'utf8') });
const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 512 };

/** The largest difference of any channel; Infinity for other sizes. */
function apart(a: Buffer, b: Buffer): number {
  const [one, other] = [decode(a), decode(b)];
  if (one.width !== other.width || one.height !== other.height) return Infinity;
  let most = 0;
  for (let i = 0; i < one.data.length; i++) most = Math.max(most, Math.abs(one.data[i]! - other.data[i]!));
  return most;
}

describe('the light on WebGL', () => {
  beforeAll(() => worker.open('card', 'WebGL'));
  afterAll(() => worker.end('card'));

  it.each([
    ['mug', { studio: 'window', size: 1024 }],
    ['bottle', { light: { azimuth: 70, elevation: 20 } }],
    ['car', { studio: 'dark' }],
  ] as const)('gives the %s that WASM gives, %o', async (name, wish) => {
    const asked = { ...settings, ...wish };
    const wasm = await worker.realize('wasm', sketchOf(name), asked);
    const card = await worker.realize('card', sketchOf(name), asked);
    expect(apart(wasm.png, card.png)).toBeLessThanOrEqual(2);
    expect(card.webgl, 'had it failed, WASM would have gone on').toBeUndefined();
  });

  it('ends between two strips when it is cancelled, and goes on with the next wish', async () => {
    const asked: Settings = { ...settings, size: 1024, studio: 'rim' };
    expect(await worker.cancelled('card', sketchOf('mug'), asked)).toBe('cancelled');
    const { png } = await worker.realize('card', sketchOf('mug'), settings);
    expect(apart(right, png)).toBeLessThanOrEqual(2);
  });

  it('knows every operator as WASM does', async () => {
    const onnx = everyOperator();
    const { source } = compile(onnx);
    for (const word of 'pow min max abs sign sqrt floor ceil exp log sin cos atan tanh'.split(' '))
      expect(source).toMatch(new RegExp(` ${word}\\(v`));
    for (const sign of ['+', '-', '*', '/', '<', '<=', '==', '?']) expect(source).toContain(` ${sign} `);
    await worker.open('operators', 'WebGL', { light: onnx });
    await worker.end('operators');
  });

  it('and opens no graph that it cannot compile', async () => {
    const four: Operator = {
      type: 'Concat',
      inputs: ['position', 'position'],
      outputs: ['four'],
      whole: { axis: 1 },
    };
    const strange: Operator = { type: 'Softsign', inputs: ['four'], outputs: ['picture'] };
    await expect(worker.open('strange', 'WebGL', { light: lightOf([four, strange]) })).rejects.toThrow(
      /Softsign/,
    );
  });
});

/** A graph that is fed as the light is. */
function lightOf(operators: Operator[], weights: Weight[] = []): Uint8Array {
  const { inputs } = JSON.parse(readFileSync('models/light.json', 'utf8')) as {
    inputs: { tensor: string; shape: (number | string)[] }[];
  };
  return writeOnnx({
    operators,
    weights,
    inputs: inputs.map(({ tensor, shape }) => ({ name: tensor, shape })),
    outputs: [{ name: 'picture', shape: [1, 4, 'H', 'W'] }],
  });
}

/**
 * The sum of what they all make of the base colour (a: −½…½, and its opacity 1) and of the same lifted (b:
 * ½…1½).
 */
function everyOperator(): Uint8Array {
  const operators: Operator[] = [];
  const op = (type: string, ...inputs: string[]): string => {
    const output = `${type} ${operators.length}`;
    operators.push({ type, inputs, outputs: [output], ...(type === 'Concat' && { whole: { axis: 1 } }) });
    return output;
  };
  const first = op('Slice', 'base', 'none', 'one', 'one');
  const b = op('Add', op('Concat', 'base', first), 'half');
  const a = op('Sub', b, 'whole');
  const made = ['Neg', 'Abs', 'Sign', 'Floor', 'Ceil', 'Exp', 'Sin', 'Cos', 'Atan', 'Tanh', 'Sigmoid', 'Relu'].map((type) => op(type, a)); // prettier-ignore
  made.push(...['Sqrt', 'Log', 'Reciprocal'].map((type) => op(type, b)));
  made.push(...['Mul', 'Div', 'Min', 'Max', 'Sum'].map((type) => op(type, a, b)), op('Pow', b, a));
  for (const type of ['Less', 'LessOrEqual', 'Equal'])
    made.push(op('Where', op(type, a, op('Neg', a)), a, b));
  made.push(op('Where', op('Greater', a, 'none float'), b, a), op('Clip', a, 'none float', 'half'));
  const sum = made.reduce((left, right) => op('Add', left, right));
  operators.push({ type: 'Identity', inputs: [sum], outputs: ['picture'] });
  const float = (name: string, value: number): Weight => ({ name, shape: [], data: Float32Array.of(value) });
  const axis = (name: string, value: bigint): Weight => ({ name, shape: [1], data: BigInt64Array.of(value) });
  return lightOf(operators, [
    axis('none', 0n),
    axis('one', 1n),
    float('half', 0.5),
    float('whole', 1),
    float('none float', 0),
  ]);
}

describe('trouble on the card', () => {
  it.each([
    ['there is none', 'webgl-absent', WEBGL.none],
    ['it compiles no shader', 'webgl-uncompiled', /^it does not compile: /],
    ['it is lost while it proves itself', 'webgl-lost', WEBGL.lost],
    ['it computes wrongly', 'webgl-wrong', /^it lights otherwise, off by \d+\.\d of 255$/],
    ['it never answers', 'webgl-hangs', WEBGL.hangs],
    ['none, whichever is faster', '', /^light slower here: |^does the light: /],
  ])('%s: the same picture, and a word why', async (_what, fault, word) => {
    await worker.open('raced', undefined, { faults: parseFaults(fault) });
    for (let picture = 0; ; picture++) {
      const { png, webgl } = await worker.realize('raced', sketchOf('mug'), settings);
      // A card that has won lights the rest of that picture.
      expect(apart(png, right)).toBeLessThanOrEqual(fault === '' ? 2 : 0);
      if (picture === 0) expect(webgl, 'nobody waits for it in the first picture').toBeUndefined();
      if (webgl === undefined) continue;
      expect(webgl).toMatch(word);
      break;
    }
    await worker.end('raced');
  });

  it('it is lost in the midst of a picture: WASM finishes it', async () => {
    await worker.open('losing', 'WebGL', { faults: parseFaults('webgl-lost:2') });
    const { png, webgl } = await worker.realize('losing', sketchOf('mug'), settings);
    expect(apart(png, right)).toBeLessThanOrEqual(2);
    expect(webgl).toBe(WEBGL.lost);
    await worker.end('losing');
  });
});

describe('in the panel', () => {
  let site: Awaited<ReturnType<typeof serve>>;
  let pages: Pages;
  beforeAll(async () => {
    site = await serve({ port: 0 });
    pages = pagesOf(browser, site.url, ['prepared', 'resvg']);
  });
  afterAll(() => site.close());

  it.each(['lax', 'worker-none'] as const)(
    'the light is tried on the card after the first picture, and the panel says what became of it, by the policy %s',
    async (policy) => {
      const desk = await openPlayground(pages, site.url, { frame: 'data', policy, size: 512 });
      await desk.select('Mug');
      await desk.start('open');
      const window = await desk.window();
      const told = window.locator('[title*="WebGL: "]');
      for (let turn = 0; (await told.count()) === 0; turn++) {
        const name = turn % 2 === 0 ? 'Mug' : 'Bottle';
        await desk.select(name);
        await sharp(window, name);
      }
      expect(await told.getAttribute('title')).toMatch(
        /WebGL: (light slower here|does the light): \d+ ms a strip/,
      );
      expect(await desk.trouble()).toEqual([]);
      await desk.page.close();
    },
  );
});
