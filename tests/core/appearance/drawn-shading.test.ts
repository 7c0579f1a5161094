// Light and shade that a drawing paints, through the whole pipeline: what is left of it, and what is never
// touched.
import { decode, encode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { toLab } from '../../../src/core/colour/oklab.ts';
import type { Engine } from '../../../src/core/engine.ts';
import { openPipeline } from '../../../src/core/pipeline.ts';
import type { Shown } from '../../../src/core/picture.ts';
import { PLAIN, isRefusal, type Settings, type Shading } from '../../../src/core/sketch.ts';
import type { Wanted } from '../../../src/core/way.ts';
import { cardsAt, fakeEngine, quiet } from '../fake.ts';

const cards = cardsAt(256);

const stops = (...colours: string[]): string =>
  colours.map((c, i) => `<stop offset="${i / (colours.length - 1)}" stop-color="${c}"/>`).join('');
const across = (...colours: string[]): string =>
  `<linearGradient id="g">${stops(...colours)}</linearGradient>`;
const svg = (defs: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none"><defs>${defs}</defs>${body}</svg>`;
const highlight =
  `<radialGradient id="g" cx="0.35" cy="0.3" r="0.75">` +
  `${stops('#FFE4E0', '#E5483B', '#6E1009')}</radialGradient>`;
const ball = '<circle id="ball" cx="50" cy="50" r="40" fill="url(#g)"/>';
const can = '<path id="can" d="M25 20v62a25 8 0 0 0 50 0V20z" fill="url(#g)"/>';
const letters = '<path d="M36 40h28v12H36zM40 58h20v10H40z" fill="#FFFFFF"/>';

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

async function draft(text: string, shading: Shading): Promise<Shown> {
  const settings: Settings = { ...PLAIN, model: cards.model.id, studio: 'soft', shadow: false, shading };
  const sketch = { id: '1:2', name: 'thing', svg: text };
  const made = await openPipeline(engine, cards).draft(sketch, settings, quiet);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused}`);
  return made.shown;
}

/** The file's values; pictures larger than `whole` are made in bands. */
async function realized(text: string, whole: number): Promise<Uint8Array> {
  const settings: Wanted = { ...PLAIN, model: cards.model.id, studio: 'soft', shadow: false, size: 256 };
  const pipeline = openPipeline(engine, cards, undefined, whole);
  const made = await pipeline.realize({ id: '1:2', name: 'thing', svg: text }, settings, quiet);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused}`);
  return decode(made.picture.png).data as Uint8Array;
}

/** Standard deviation of Oklab's lightness over all that is opaque. */
function contrast({ data }: Shown): number {
  const lightness: number[] = [];
  for (let i = 0; i < data.length; i += 4)
    if (data[i + 3] === 255) lightness.push(toLab([data[i]!, data[i + 1]!, data[i + 2]!])[0]);
  const mean = lightness.reduce((sum, l) => sum + l, 0) / lightness.length;
  return Math.sqrt(lightness.reduce((sum, l) => sum + (l - mean) ** 2, 0) / lightness.length);
}

const flat = (text: string): string => text.replace('url(#g)', '#C04030');

describe('a drawing that paints its own light', () => {
  it.each([
    ['a ball with a highlight', svg(highlight, ball)],
    ['a can with light from the left', svg(across('#7FB7F0', '#12355C'), can)],
    ['a can with a band of light', svg(across('#1C4F86', '#7FB7F0', '#12355C'), can)],
  ])('is not shaded twice: %s', async (_what, text) => {
    const wanted = contrast(await draft(flat(text), PLAIN.shading));
    expect(contrast(await draft(text, PLAIN.shading)) / wanted).toBeLessThan(1.3);
    expect(contrast(await draft(text, 'replace')) / wanted).toBeLessThan(1.15);
    expect(contrast(await draft(text, 'keep')) / wanted).toBeGreaterThan(1.3);
  });

  it('keeps what fades into it and has borders elsewhere: a bar, a ring', async () => {
    const fade =
      '<linearGradient id="g"><stop stop-color="#FD366E"/><stop offset="1" stop-color="#FD366E" stop-opacity="0"/></linearGradient>';
    const card = '<rect x="5" y="20" width="90" height="60" rx="8" fill="#FFD9C9"/>';
    const text = svg(fade, `${card}<rect x="15" y="42" width="70" height="16" rx="4" fill="url(#g)"/>`);
    const [asDrawn, even] = [await draft(text, 'keep'), await draft(text, 'replace')];
    expect(even.data).toEqual(asDrawn.data);
  });

  it('keeps its letters, and the hue of its body', async () => {
    const text = svg(across('#1C4F86', '#7FB7F0', '#12355C'), can + letters);
    const { data, width, height } = await draft(text, 'replace');
    const at = (x: number, y: number): number => 4 * (Math.round(y * height) * width + Math.round(x * width));
    const letter = data.subarray(at(0.5, 0.35), at(0.5, 0.35) + 3);
    expect(Math.max(...letter) - Math.min(...letter)).toBeLessThan(4);
    const [, , body] = toLab([...data.subarray(at(0.5, 0.15), at(0.5, 0.15) + 3)] as never);
    expect(body).toBeLessThan(-0.05);
  });

  it('is evened alike in the bands of a large picture', async () => {
    const text = svg(across('#1C4F86', '#7FB7F0', '#12355C'), can + letters);
    const whole = await realized(text, 256);
    const banded = await realized(text, 128);
    expect(banded).toHaveLength(whole.length);
    const off = whole.reduce((sum, value, i) => sum + Math.abs(value - banded[i]!), 0) / whole.length;
    expect(off).toBeLessThan(2);
  });
});

describe('a drawing that paints none', () => {
  const image = Buffer.from(
    encode({
      width: 16,
      height: 16,
      channels: 3,
      data: Uint8Array.from({ length: 768 }, (_, i) => 60 + 8 * (Math.floor(i / 3) % 16)),
    }),
  ).toString('base64');
  it.each([
    ['flat fills', svg('', flat(can) + letters)],
    ['a gradient of hues', svg(across('#E02020', '#E0D020', '#20B060', '#2040E0'), can)],
    ['red to blue', svg(across('#E02020', '#2040E0'), can)],
    [
      'an image beside a gradient',
      svg(
        across('#E02020', '#2040E0') +
          `<pattern id="p" width="1" height="1" patternContentUnits="objectBoundingBox">` +
          `<image width="1" height="1" href="data:image/png;base64,${image}"/></pattern>`,
        can + '<path id="label" d="M30 30h40v40H30z" fill="url(#p)"/>',
      ),
    ],
  ])('is the same with each setting: %s', async (_what, text) => {
    const kept = await draft(text, 'keep');
    expect(Buffer.compare((await draft(text, 'replace')).data, kept.data)).toBe(0);
    expect(Buffer.compare((await draft(text, 'soften')).data, kept.data)).toBe(0);
  });
});
