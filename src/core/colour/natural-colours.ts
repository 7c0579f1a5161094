// In: a material, or the name of a thing. Out: colours that it has in life, the usual one first.
import type { Rgb } from './colour.ts';

const of = (hexes: string): Rgb[] =>
  hexes.split(' ').map((h) => [0, 2, 4].map((i) => parseInt(h.slice(i, i + 2), 16)) as unknown as Rgb);

/** Of materials that are seldom dyed. Wood and metals: wood-and-metal.ts. Plastics take any colour. */
const MATERIALS: Readonly<Record<string, readonly Rgb[]>> = {
  rubber: of('2b2c2f 1f2022 3c3d41'),
  glass: of('dcecef cfe3ea d9ebe0'),
  paper: of('efe8da d9c3a0 f4f2ec'),
  leather: of('8a5a3c 6b4532 3b2c25 a9754a'),
  suede: of('b08a5e 8c6a48 6f5a4a 9a8f83'),
  knit: of('d8cdb8 8f9a8b b5493a 41566b'),
  marble: of('edebe6 dfe3e0 3d4146'),
  carbon: of('2b2c2f'),
  concrete: of('b5b1a9 a3a19c c3beb4'),
  ceramic: of('f0ede5 dfe6e3 a9bdb8 c9a68b 5f7f93'),
  fabric: of('c9bda9 8f9a8b b57b5c 6f7f93 d9d2c5 a3868e'),
  plaster: of('efe9dd e6d9c4 d9d4ca'),
};

/** Things that have one colour in everyone's mind. */
const THINGS: readonly (readonly [names: RegExp, colours: readonly Rgb[]])[] = [
  [
    /\b(leaf|leaves|plants?|trees?|cactus|grass|sprout|herb|clover|seedling|palm|vegan)\b/,
    of('5f9150 7ba35a 3f7a4c'),
  ],
  [
    /\b(apple|cherry|cherries|strawberry|tomato|hearts?|rose|pepper|chili|ladybug|ladybird)\b/,
    of('c23a34 d2503f a92c35'),
  ],
  [
    /\b(banana|lemon|sun|stars?|cheese|corn|pineapple|duck|lightning|sunflower)\b/,
    of('efc246 f2cf5e e2ae30'),
  ],
  [/\b(orange|carrot|pumpkin|basketball|fox|peach|mango)\b/, of('e07b2e e8924a cf6a22')],
  [/\b(clouds?|snowman|snowflake|egg|tooth|bone|ghost|sheep|rabbit)\b/, of('f1f0ec e8edf1 f4efe4')],
  [/\b(grapes?|eggplant|aubergine|plum|lavender)\b/, of('6f4a86 84609a 563a70')],
  [/\b(chocolate|bear|acorn|bread|cookie|pretzel|nut|croissant|coconut)\b/, of('9a6537 b07a45 74492a')],
  [/\b(fire|flame)\b/, of('e5692c f08a34 d9532c')],
  [/\b(pig|piggy|flamingo|brain)\b/, of('e6a3a4 dd8f96 eeb7b2')],
];

/** Empty for materials that take any colour. */
export function coloursOfMaterial(id: string): readonly Rgb[] {
  return MATERIALS[id] ?? [];
}

/** `name`: words in small letters with spaces between. Empty for most. */
export function coloursOfThing(name: string): readonly Rgb[] {
  return THINGS.find(([names]) => names.test(name))?.[1] ?? [];
}
