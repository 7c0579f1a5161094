// In: a colour, where an object stands, which way the light comes. Out: a set of a photographer's studio
// behind it.
// Closed form per pixel: a sweep's wall falls off above its bend, light lies in a pool, corners are darker.
//
//   sweep     one sheet of paper, floor and wall without an edge
//   gradient  paper that is darker below and paler above
//   table     a smooth table before a wall, both out of focus where they meet; it mirrors (reflection.ts)
import type { Feet } from './ground-contact.ts';
import { channelAt, type LightCard, type Studio } from '../card.ts';
import { parseColour, type Rgb } from '../colour/colour.ts';
import { smoothstep } from '../image/smoothstep.ts';
import type { Grid } from '../image/grid.ts';
import { layColourUnder } from '../image/over.ts';
import type { Background, Box, Rgba } from '../sketch.ts';

const SETS = ['sweep', 'gradient', 'table'] as const;
type SetName = (typeof SETS)[number];

export const isSet = (background: Background): background is SetName =>
  SETS.some((one) => one === background);

export interface SetSubject {
  /** What stands there, and the height of its lowest foot; drawing units, y down. */
  box: Box;
  foot: number;
  /** Of the key light. */
  towards: readonly [number, number, number];
}

/** `feet`: of what stands; where nothing does, it stands on the lower side of its box. */
export function setSubjectOf(box: Box, feet: readonly Feet[], towards: SetSubject['towards']): SetSubject {
  const rows = feet.map(({ grid, low }) => grid.box.y + (low * grid.box.height) / grid.height);
  return { box, foot: rows.length > 0 ? Math.max(...rows) : box.y + box.height, towards };
}

// Room around object and shadow, as shares of the longer side: beside, above, below.
const ROOM = { aside: 0.22, above: 0.2, below: 0.16 } as const;

/** `box`: of the object and its shadow. */
export function roomFor(box: Box): Box {
  const long = Math.max(box.width, box.height);
  const { aside, above, below } = ROOM;
  return {
    x: box.x - aside * long,
    y: box.y - above * long,
    width: box.width + 2 * aside * long,
    height: box.height + (above + below) * long,
  };
}

// Of the light from below, what comes from the ground; the set-ups have that of one which throws back this
// much.
const BOUNCE = 0.75;
const USUAL_GROUND = 0.8;

/** A studio whose shadow is a darker tone of what it falls on. */
export function shadowOn(colour: string, studio: Studio): Studio {
  const rgb = rgbOfSet(colour);
  const most = Math.max(1, ...rgb);
  const [r, g, b] = studio.shadow.colour;
  const tinted: Studio['shadow']['colour'] = [(r * rgb[0]) / most, (g * rgb[1]) / most, (b * rgb[2]) / most];
  return { ...studio, shadow: { ...studio.shadow, colour: tinted } };
}

/**
 * What stands on a coloured ground has its light from below in that colour, and less of it from a dark one.
 */
export function litFromBelow(colour: string, studio: Studio, card: LightCard): Studio {
  const { at } = card.studioVector[channelAt(card.studioVector, 'ambient_bottom')]!;
  const ground = rgbOfSet(colour).map((value) => (value / 255) ** 2.2);
  const vector = [...studio.vector];
  ground.forEach((value, c) => {
    vector[at + c] = vector[at + c]! * (1 - BOUNCE + (BOUNCE * value) / USUAL_GROUND);
  });
  return { ...studio, vector };
}

function rgbOfSet(colour: string): Rgb {
  const read = parseColour(colour);
  if (!read) throw new Error(`the backdrop's colour is ${colour}, wanted #rrggbb`);
  return read.rgb;
}

/** In place: under all that is in the picture. */
export function laySet(
  picture: Rgba,
  grid: Grid,
  set: { name: SetName; colour: string; place: SetSubject },
): void {
  const rgb = rgbOfSet(set.colour);
  const { data, width, height } = picture;
  const { box, foot, towards } = set.place;
  const long = Math.max(box.width, box.height);
  const pixel = grid.box.width / grid.width;
  const middle = box.x + box.width / 2;
  const tone = TONES[set.name];
  const colour = new Float32Array(3);
  for (let y = 0, at = 0; y < height; y++) {
    const up = (foot - grid.box.y - (y + 0.5) * pixel) / long;
    for (let x = 0; x < width; x++, at += 4) {
      const over = data[at + 3]! / 255;
      if (over === 1) continue;
      const aside = (grid.box.x + (x + 0.5) * pixel - middle) / long;
      const light = tone(aside, up, towards[0]);
      // Above 1 it pales towards white, so that no channel is cut off.
      for (let c = 0; c < 3; c++)
        colour[c] = light <= 1 ? rgb[c]! * light : 255 - (255 - rgb[c]!) / (1 + 2 * (light - 1));
      layColourUnder(data, at, colour, 1 - over);
    }
  }
}

/** What the colour is multiplied with; places in longer sides of the object, from its foot, right and up. */
type Tone = (aside: number, up: number, lightFrom: number) => number;

const corners = (aside: number, up: number): number => 0.1 * (aside * aside + (up - 0.4) * (up - 0.4));
const pool = (aside: number, up: number): number => Math.exp(-1.6 * (aside * aside + up * up));

const TONES: Readonly<Record<SetName, Tone>> = {
  sweep: (aside, up, lightFrom) => {
    const wall = smoothstep(0, 0.55, up);
    const fall = wall * (0.06 + 0.1 * smoothstep(0.3, 1.5, up)) + 0.04 * smoothstep(0.05, 0.3, -up);
    return 1.03 - fall + 0.07 * pool(aside + 0.25 * lightFrom, up) - corners(aside, up);
  },
  gradient: (aside, up) => 0.86 + 0.34 * smoothstep(-0.3, 1.3, up) - 0.5 * corners(aside, 0.4),
  table: (aside, up, lightFrom) => {
    const wall = smoothstep(0.13, 0.19, up);
    const glare = 0.1 * smoothstep(-0.3, 0.16, up) + 0.05 * pool(aside + 0.4 * lightFrom, up);
    const back = 0.8 - 0.12 * smoothstep(0.3, 1.4, up) + 0.1 * pool(aside + 0.3 * lightFrom, up - 0.5);
    return (1 - wall) * (0.94 + glare) + wall * back - corners(aside, up);
  },
};
