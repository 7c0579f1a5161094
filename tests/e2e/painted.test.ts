// Layers as designers paint them (gradients, blends, masks, images, blurs, borders), through the whole built plugin: nodes,
// the stand-in's export in Figma's forms, one click on all of them at once. What is right is shared/cases/README.md.
import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { drawPainted } from '../../host/cases/painted.ts';
import type { Desk } from '../../host/playground/desk.ts';
import { PLAIN, type Box } from '../../src/core/sketch.ts';
import { openPlayground } from './desk.ts';
import { useSite } from './site.ts';

type Inside = typeof globalThis & { playground: Promise<Desk> };
type Colour = readonly [red: number, green: number, blue: number, alpha: number];
/** The picture's mean colour around a place of the drawing; alpha 0 outside of the picture. 0…255. */
type Seen = (x: number, y: number) => Colour;

const site = useSite();
const seen = new Map<string, Seen>();
let said: string | undefined;
let trouble: string[];

beforeAll(async () => {
  const store = newDocument();
  const ids = drawPainted(store);
  const frames = [...ids.values()];
  const records = JSON.parse(store.snapshot()) as { id: string }[];
  const images = [...store.images].map(([hash, { bytes, ...image }]) => ({ hash, image, bytes: [...bytes] }));
  const desk = await openPlayground(site.browser, site.url, { samples: '0' });
  await desk.page.evaluate(
    async ({ records, images, frames }) => {
      const { store } = await (globalThis as Inside).playground;
      for (const { hash, image, bytes } of images)
        store.images.set(hash, { ...image, bytes: Uint8Array.from(bytes) });
      for (const record of records) store.put(record.id, record as Parameters<typeof store.put>[1]);
      for (const _ of records) store.nextId(); // those are taken
      store.select(store.currentPage, frames);
      store.forget();
    },
    { records, images, frames },
  );
  await desk.remember({ ...PLAIN, model: 'realize', studio: 'soft', shadow: false });
  await desk.start('realize');
  said = await desk.closed();
  trouble = await desk.trouble();
  const pictures = await desk.pictures();
  for (const [name, id] of ids) {
    const picture = pictures.find(({ made }) => made.from === id);
    if (picture) seen.set(name, seenIn(picture.png, picture.on));
  }
  await desk.page.close();
});

/** `on`: what the picture covers, in the drawing's coordinates. */
function seenIn(png: Uint8Array, on: Box): Seen {
  const { width, height, data, channels } = decode(png);
  if (channels !== 4) throw new Error(`saw ${channels} channels, wanted RGBA`);
  return (x, y) => {
    const [across, down] = [((x - on.x) / on.width) * width, ((y - on.y) / on.height) * height].map(
      Math.round,
    );
    const sum = [0, 0, 0, 0];
    for (let v = down! - 2; v <= down! + 2; v++)
      for (let u = across! - 2; u <= across! + 2; u++) {
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        for (let channel = 0; channel < 4; channel++)
          sum[channel]! += data[4 * (v * width + u) + channel]! / 25;
      }
    return sum as unknown as Colour;
  };
}

/** Named as somebody would who looks: by hue, or by brightness where there is little of one. */
function word([r, g, b, a]: Colour): string {
  if (a < 24) return 'nothing';
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const glass = a < 235 ? 'clear ' : '';
  if (most - least < 0.16 * most + 8) return glass + (most > 200 ? 'white' : most < 75 ? 'black' : 'grey');
  const turn = most === r ? (g - b) / (most - least) : most === g ? 2 + (b - r) / (most - least) : 4 + (r - g) / (most - least);
  const hue = (60 * turn + 360) % 360;
  const names: [number, string][] = [[14, 'red'], [36, 'orange'], [58, 'yellow'], [150, 'green'], [190, 'teal'], [245, 'blue'], [300, 'violet'], [345, 'magenta'], [361, 'red']];
  return glass + names.find(([end]) => hue < end)![1];
} // prettier-ignore

type Place = readonly [x: number, y: number, word: string];

/** By drawing: what is right, in words and at places. Not yet here: 04, 19, 30 and 35. */
const RIGHT: Record<string, [right: string, places: Place[], more?: (at: Seen) => void]> = {
  '01 frame with border': ['the border is ground', [[100, 1, 'nothing'], [5, 5, 'nothing'], [70, 140, 'teal'], [100, 110, 'yellow']]],
  '02 lines in a bordered frame': ['the border is ground', [[100, 1, 'nothing'], [1, 100, 'nothing'], [199, 100, 'nothing'], [100, 110, 'blue']]],
  '06 image as a mask': ['a green tile', [[40, 40, 'teal'], [100, 100, 'teal'], [160, 160, 'teal'], [20, 100, 'nothing']]],
  '07 highlight fill': ['one amber part, white at its left', [[65, 120, 'yellow'], [100, 120, 'yellow'], [130, 120, 'yellow']], (at) =>
    expect(at(64, 120)[2] - at(120, 120)[2]).toBeGreaterThan(40)],
  '09 translucent darkening': ['an orange ball with a darker patch', [[100, 60, 'orange'], [100, 140, 'orange']], (at) =>
    expect(sumOf(at(130, 114)) / sumOf(at(130, 106))).toBeLessThan(0.95)],
  '10 layer blur': ['a highlight and a glow without borders', [[80, 92, 'white'], [120, 70, 'blue'], [100, 158, 'blue'], [35, 158, 'nothing'], [165, 158, 'nothing']]],
  '11 blurred shadow layer': ['the box alone', [[100, 95, 'orange'], [60, 140, 'orange'], [100, 158, 'nothing'], [60, 165, 'nothing']]],
  '13 device with a photo': ['the photo as the screen of a black phone', [[100, 60, 'blue'], [110, 140, 'yellow'], [100, 24, 'black'], [100, 187, 'black']]],
  '14 body with a photo': ['one body that wears the image', [[100, 80, 'blue'], [75, 150, 'yellow'], [125, 150, 'yellow'], [40, 100, 'nothing']]],
  '16 frame with a shadow': ['as without a shadow', [[100, 85, 'red'], [20, 20, 'nothing'], [100, 160, 'nothing'], [100, 175, 'nothing']]],
  '18 two grounds': ['wall and floor are ground', [[100, 110, 'teal'], [100, 155, 'teal'], [30, 100, 'nothing'], [30, 170, 'nothing']]],
  '20 opacity of a gradient': ['a ball, a little lighter above and darker below', [[100, 100, 'blue'], [30, 100, 'blue']], (at) => {
    expect(at(100, 60)[0] / ((at(100, 41)[0] + at(100, 76)[0]) / 2)).toBeGreaterThan(1.15);
    expect(sumOf(at(100, 157)) / ((sumOf(at(100, 145)) + sumOf(at(100, 169))) / 2)).toBeLessThan(0.98);
  }],
  '21 blend modes': ['a light case with a light blue panel', [[40, 60, 'white'], [100, 135, 'white'], [100, 92, 'blue'], [60, 66, 'blue']]],
  '23 angular gradient': ['red to violet to blue, clockwise from the right', [[145, 110, 'red'], [145, 90, 'blue'], [70, 80, 'violet'], [70, 125, 'magenta']]],
  '25 diamond gradient': ['one tile, a diamond in it', [[100, 100, 'yellow'], [120, 100, 'orange'], [100, 120, 'orange'], [145, 145, 'magenta'], [50, 150, 'magenta']]],
  '26 coloured outline': ['a red rim, a black tyre', [[40, 130, 'red'], [160, 130, 'red'], [100, 100, 'white'], [100, 170, 'grey'], [100, 190, 'black']]],
  '28 thick circle': ['a ring with a hole', [[40, 100, 'red'], [160, 100, 'red'], [100, 40, 'red'], [100, 100, 'nothing']]],
  '34 hardly visible': ['the ball alone', [[80, 90, 'orange'], [110, 80, 'orange'], [150, 130, 'nothing'], [120, 165, 'nothing']]],
  '35 Hourglass': [
    'glass between caps that stay opaque',
    [
      [60, 33, 'orange'],
      [140, 33, 'orange'],
      [60, 167, 'orange'],
      [100, 60, 'clear blue'],
    ],
  ],
  '37 body in a round mask': ['a disc with a dot', [[100, 65, 'teal'], [65, 110, 'teal'], [100, 100, 'yellow'], [60, 60, 'nothing'], [10, 10, 'nothing']]],
  '43 name in bytes': ['glass, because its layer is called so', [[120, 150, 'clear red'], [120, 180, 'clear red'], [120, 42, 'blue']]],
}; // prettier-ignore

const sumOf = ([red, green, blue]: Colour): number => red + green + blue;

describe('one click on what designers paint', () => {
  it('makes a picture of each, and says so', () => {
    expect(said).toContain('24 pictures realized');
    expect(trouble).toEqual([]);
    expect(seen.size).toBe(24);
  });

  it.each(Object.entries(RIGHT).map(([name, right]) => [name, right[0], right] as const))(
    '%s: %s',
    (name, _right, [, places, more]) => {
      const at = seen.get(name)!;
      expect(places.map(([x, y]) => [x, y, word(at(x, y))])).toEqual(places);
      more?.(at);
    },
  );
});
