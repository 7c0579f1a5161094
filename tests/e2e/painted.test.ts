// Layers as designers paint them (gradients, blends, masks, images, blurs, borders), through the whole built
// plugin: nodes, the stand-in's export in Figma's forms, one click on all of them at once. What is right is
// shared/cases/README.md.
import { beforeAll, describe, expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { drawPainted } from '../../host/cases/painted.ts';
import type { Desk } from '../../host/playground/desk.ts';
import { PLAIN } from '../../src/core/sketch.ts';
import { openPlayground } from './desk.ts';
import { seenIn, sumOf, word, type Seen } from './seen-colours.ts';
import { useSite } from './site.ts';

type Inside = typeof globalThis & { playground: Promise<Desk> };
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
  const desk = await openPlayground(site.pages, site.url, { samples: '0' });
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
  await desk.remember({ ...PLAIN, model: 'realize', studio: 'soft', shadow: false, shading: 'keep' });
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

type Place = readonly [x: number, y: number, word: string];

/** By drawing: what is right, in words and at places. */
const RIGHT: Record<string, [right: string, places: Place[], more?: (at: Seen) => void]> = {
  '01 frame with border': ['the border is ground', [[100, 1, 'nothing'], [5, 5, 'nothing'], [70, 140, 'teal'], [100, 110, 'yellow']]],
  '02 lines in a bordered frame': ['the border is ground', [[100, 1, 'nothing'], [1, 100, 'nothing'], [199, 100, 'nothing']], (at) =>
    // In what colour is the generator's guess.
    expect(at(100, 110)[3]).toBeGreaterThan(235)],
  '04 mask with a gradient': ['a green tile that fades, with a yellow disc', [[50, 70, 'clear teal'], [100, 90, 'clear yellow'], [20, 100, 'nothing']], (at) => {
    expect(at(50, 50)[3] - at(50, 100)[3]).toBeGreaterThan(50);
    expect(at(50, 100)[3] - at(50, 150)[3]).toBeGreaterThan(50);
  }],
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
  '19 outside stroke': ['one blue border, even over its pieces', [[100, 30, 'blue'], [30, 60, 'blue'], [170, 100, 'blue'], [70, 110, 'blue'], [130, 100, 'grey'], [70, 60, 'grey']], (at) => {
    expect(sumOf(at(40, 30)) / sumOf(at(60, 30))).toBeGreaterThan(0.9);
    expect(sumOf(at(160, 30)) / sumOf(at(140, 30))).toBeGreaterThan(0.9);
  }],
  '20 opacity of a gradient': ['a ball, a little lighter above and darker below', [[100, 100, 'blue'], [30, 100, 'blue']], (at) => {
    expect(at(100, 60)[0] / ((at(100, 41)[0] + at(100, 76)[0]) / 2)).toBeGreaterThan(1.15);
    expect(sumOf(at(100, 157)) / ((sumOf(at(100, 145)) + sumOf(at(100, 169))) / 2)).toBeLessThan(0.98);
  }],
  '21 blend modes': ['a light case with a light blue panel', [[40, 60, 'white'], [100, 135, 'white'], [100, 92, 'blue'], [60, 66, 'blue']]],
  '23 angular gradient': ['red to violet to blue, clockwise from the right', [[145, 110, 'red'], [145, 90, 'blue'], [70, 80, 'violet'], [70, 125, 'magenta']]],
  '25 diamond gradient': ['one tile, a diamond in it', [[100, 100, 'yellow'], [120, 100, 'orange'], [100, 120, 'orange'], [145, 145, 'magenta'], [50, 150, 'magenta']]],
  '26 coloured outline': ['a red rim around pink, a black tyre', [[40, 130, 'red'], [160, 130, 'red'], [100, 170, 'grey'], [100, 190, 'black']], (at) => {
    const pink = [251, 210, 208];
    pink.forEach((drawn, channel) => expect(Math.abs(at(100, 100)[channel]! - drawn)).toBeLessThan(20));
  }],
  '28 thick circle': ['a ring with a hole', [[40, 100, 'red'], [160, 100, 'red'], [100, 40, 'red'], [100, 100, 'nothing']]],
  '30 thin letters': ['black letters with open counters', [[22, 100, 'black'], [40, 128, 'black'], [110, 80, 'black'], [78, 109, 'nothing'], [128, 109, 'nothing']]],
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
  'ribbon that fades': ['a ribbon that ends in nothing', [[100, 40, 'teal'], [28, 110, 'orange'], [176, 110, 'nothing']], (at) => {
    expect(at(60, 110)[3] - at(100, 110)[3]).toBeGreaterThan(40);
    expect(at(100, 110)[3] - at(140, 110)[3]).toBeGreaterThan(40);
  }],
  'colours blurred in a tile': ['a disc, violet at its left and orange at its right', [[20, 100, 'nothing'], [55, 90, 'violet'], [148, 115, 'orange']]],
  'angular stroke': ['a ring of red to blue with a hole', [[158, 112, 'red'], [158, 88, 'blue'], [42, 110, 'magenta'], [100, 100, 'nothing']]],
  'angular to nothing': ['a disc that fades clockwise in its own orange', [[145, 110, 'orange'], [100, 145, 'clear orange'], [60, 110, 'clear orange'], [150, 96, 'nothing']], (at) => {
    // White at the clear stop tints nothing: as orange at a third as in full.
    const [full, third] = [at(140, 110), at(60, 90)];
    expect(third[0] - third[2]).toBeGreaterThan(0.7 * (full[0] - full[2]));
    expect(at(100, 145)[3] - at(60, 90)[3]).toBeGreaterThan(40);
  }],
  'inside stroke to nothing': ['a grey thing with a red border that fades clockwise', [[150, 152, 'red'], [152, 110, 'red'], [130, 100, 'grey'], [150, 90, 'grey'], [60, 100, 'nothing'], [166, 130, 'nothing']]],
  'outside stroke to nothing': ['a teal tile whose red border fades clockwise', [[100, 100, 'teal'], [152, 120, 'red'], [100, 152, 'clear red'], [48, 90, 'clear red'], [152, 96, 'nothing']], (at) =>
    expect(at(48, 120)[3] - at(120, 48)[3]).toBeGreaterThan(40)],
  'frame that does not clip': ['the ground is none, the ball is whole', [[180, 120, 'red'], [225, 120, 'red'], [50, 50, 'nothing'], [100, 190, 'nothing']]],
  'border below': ['the border is ground', [[100, 100, 'red'], [100, 199, 'nothing'], [30, 199, 'nothing']]],
  '40 stripes across a slim frame': ['grey stripes', [[4, 4.8, 'grey'], [4, 9.3, 'nothing'], [4, 13.8, 'grey'], [4, 18.3, 'nothing']]],
  '41 image of white lines on dark': ['a body, an open handle at it, and nothing beside them', [[10, 10, 'nothing'], [190, 190, 'nothing'], [158, 100, 'nothing']], (at) => {
    // In what colour is the generator's guess.
    for (const [x, y] of [[60, 100], [110, 60], [100, 150]] as const) expect(at(x, y)[3]).toBeGreaterThan(200);
  }],
  '43 name in bytes': ['glass, because its layer is called so', [[120, 150, 'clear red'], [120, 180, 'clear red'], [120, 42, 'blue']]],
}; // prettier-ignore

describe('one click on what designers paint', () => {
  it('makes a picture of each, and says so', () => {
    expect(said).toContain('34 pictures realized');
    expect(trouble).toEqual([]);
    expect(seen.size).toBe(34);
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
