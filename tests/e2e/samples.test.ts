import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPlayground, type Playground } from './desk.ts';
import { drawingInk, pictureInk } from './silhouette.ts';
import { useSite } from './site.ts';
import { PLAIN } from '../../src/core/sketch.ts';
import { NOTES } from '../../src/words.ts';

const SAMPLES = readdirSync('samples').filter((file) => file.endsWith('.svg'));
const LINES = ['pencil-teapot.svg', 'vase.svg'];
/** As the playground names them: "pencil-teapot.svg" → "Pencil teapot". */
const layerOf = (file: string): string => {
  const words = file.slice(0, -4).replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
};

const site = useSite();
let desk: Playground;

beforeAll(async () => {
  desk = await openPlayground(site.pages, site.url);
});

// Without a shadow a picture is opaque exactly where its drawing is.
const remember = () => desk.remember({ ...PLAIN, model: 'realize', studio: 'soft', shadow: false });

type Picture = Awaited<ReturnType<Playground['pictures']>>[number];

/** To the right of the frame, or below it; at the drawing's own scale; in line with it. */
async function expectInPlace(file: string, picture: Picture): Promise<void> {
  expect(picture.made).toMatchObject({ runtime: 'WASM', settings: { size: 512, seed: 1 } });
  const frame = await desk.boxOf(layerOf(file));
  const drawn = await drawingInk(readFileSync(`samples/${file}`, 'utf8'));
  const shown = pictureInk(picture.png, picture);
  const right = picture.x >= frame.x + frame.width;
  const below = picture.y >= frame.y + frame.height;
  expect(right || below).toBe(true);
  const slack = 1.5;
  expect(Math.abs(shown.width - drawn.width)).toBeLessThan(slack);
  expect(Math.abs(shown.height - drawn.height)).toBeLessThan(slack);
  if (right) expect(Math.abs(shown.y - (frame.y + drawn.y))).toBeLessThan(slack);
  else expect(Math.abs(shown.x - (frame.x + drawn.x))).toBeLessThan(slack);
}

describe('one click', () => {
  it.each(['pencil-teapot.svg', 'mug.svg'])('on %s alone', async (file) => {
    const name = layerOf(file);
    await remember();
    const before = await desk.snapshot();
    await desk.select(name);
    await desk.start('realize');
    // What only lines say nothing of is told.
    expect(await desk.closed()).toBe(
      LINES.includes(file) ? `Realized: ${name}. ${NOTES['look-guessed']}` : `Realized: ${name}`,
    );
    expect(await desk.trouble()).toEqual([]);
    expect(desk.asked).toEqual([]);
    const pictures = await desk.pictures();
    expect(pictures.map((picture) => picture.name)).toEqual([`${name} · realized`]);
    await expectInPlace(file, pictures[0]!);
    await desk.undo();
    expect(await desk.snapshot()).toBe(before);
  });

  describe('on all samples', () => {
    let before: string;
    let pictures: Picture[];
    beforeAll(async () => {
      await remember();
      before = await desk.snapshot();
      await desk.select(...SAMPLES.map(layerOf));
      await desk.start('realize');
      await desk.closed();
      pictures = await desk.pictures();
    });

    it.each(SAMPLES)('%s has its picture', async (file) => {
      const own = pictures.filter(({ name }) => name === `${layerOf(file)} · realized`);
      expect(own).toHaveLength(1);
      await expectInPlace(file, own[0]!);
    });

    it('is one step of undo', async () => {
      expect(await desk.trouble()).toEqual([]);
      expect(desk.asked).toEqual([]);
      expect(pictures).toHaveLength(SAMPLES.length);
      await desk.undo();
      expect(await desk.snapshot()).toBe(before);
    });
  });
});
