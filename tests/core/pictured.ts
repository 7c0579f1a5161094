// In: SVG text and wishes. Out: its picture through the whole pipeline with the networks of fake.ts, on a
// small square, to be looked at where the drawing has its points.
import { decode } from 'fast-png';
import { openPipeline, type Realized } from '../../src/core/pipeline.ts';
import type { Picture } from '../../src/core/picture.ts';
import { PLAIN, isRefusal, type Refusal, type Rgba } from '../../src/core/sketch.ts';
import type { Wanted } from '../../src/core/way.ts';
import { cardsAt, fakeEngine, quiet } from './fake.ts';

export const cards = cardsAt(256);

export const settings: Wanted = {
  ...PLAIN,
  model: cards.model.id,
  studio: cards.light.defaultStudio,
  size: 256,
  seed: 3,
  shadow: false,
};
export const svg = (body: string, size = 100): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" fill="none">${body}</svg>`;
export const sketch = (text: string, name = 'thing'): { id: string; name: string; svg: string } => ({
  id: '1:2',
  name,
  svg: text,
});

export const engine = await fakeEngine();

export async function run(
  text: string,
  wish: Partial<Wanted> = {},
  name = 'thing',
): Promise<Realized | Refusal> {
  return openPipeline(engine, cards).realize(sketch(text, name), { ...settings, ...wish }, quiet);
}

export async function picture(
  text: string,
  wish: Partial<Wanted> = {},
  name?: string,
): Promise<{ picture: Picture; image: Rgba }> {
  const made = await run(text, wish, name);
  if (isRefusal(made)) throw new Error(`refused: ${made.refused} ${made.detail ?? ''}`);
  const { width, height, data } = decode(made.picture.png);
  return { picture: made.picture, image: { width, height, data: data as Uint8Array } };
}

/** Colour and alpha of the picture at a point of the drawing. */
export function at({ picture, image }: { picture: Picture; image: Rgba }, x: number, y: number): number[] {
  const { box } = picture;
  const column = Math.floor(((x - box.x) / box.width) * image.width);
  const row = Math.floor(((y - box.y) / box.height) * image.height);
  if (column < 0 || row < 0 || column >= image.width || row >= image.height) return [0, 0, 0, 0];
  return [...image.data.subarray(4 * (row * image.width + column), 4 * (row * image.width + column) + 4)];
}

/** The drawing's own alpha over the picture's box, by the rasteriser itself. */
export function silhouette(text: string, { box, width, height }: Picture): Uint8Array {
  const own = text.replace(/viewBox="[^"]*"/, `viewBox="${box.x} ${box.y} ${box.width} ${box.height}"`);
  const { data } = engine.rasterise(own, width, height);
  return Uint8Array.from({ length: width * height }, (_, i) => data[4 * i + 3]!);
}
