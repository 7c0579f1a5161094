// Kits of materials that go together, as products have them: a table, by what the drawing's name says. Ids of
// the light's card.

/** For the largest part, the next, and small ones. */
type Kit = readonly [body: string, second: string, accent: string];

/** The first whose pattern fits the name, in lower case. */
export const KITS: readonly { names: RegExp; kits: readonly Kit[] }[] = [
  {
    names: /\b(lamp|lantern|sconce|chandelier|pendant)\b/,
    kits: [
      ['fabric', 'brushed_metal', 'brushed_metal'],
      ['matte_plastic', 'wood', 'brushed_metal'],
      ['glossy_plastic', 'brushed_metal', 'matte_plastic'],
    ],
  },
  {
    names: /\b(bulbs?|lightbulbs?)\b/,
    kits: [['glass', 'brushed_metal', 'brushed_metal']],
  },
  {
    names: /\b(chair|sofa|seat|bench|ottoman|pouf)\b/,
    kits: [
      ['fabric', 'wood', 'wood'],
      ['leather', 'wood', 'brushed_metal'],
      ['matte_plastic', 'wood', 'brushed_metal'],
    ],
  },
  {
    names: /\b(clock|radio|toaster|fan|mixer|blender|coffee maker)\b/,
    kits: [
      ['matte_plastic', 'brushed_metal', 'matte_plastic'],
      ['satin_plastic', 'wood', 'brushed_metal'],
      ['brushed_metal', 'matte_plastic', 'matte_plastic'],
    ],
  },
  {
    names: /\b(toy|train|duck|blocks?|puzzle)\b/,
    kits: [
      ['glossy_plastic', 'glossy_plastic', 'glossy_plastic'],
      ['wood', 'matte_plastic', 'wood'],
      ['matte_plastic', 'satin_plastic', 'glossy_plastic'],
    ],
  },
  {
    names: /\b(printer|fax|typewriter)\b/,
    kits: [
      ['matte_plastic', 'paper', 'matte_plastic'],
      ['satin_plastic', 'paper', 'glossy_plastic'],
    ],
  },
  {
    names: /\b(rocket|spaceship|shuttle|satellite)\b/,
    kits: [
      ['satin_plastic', 'glossy_plastic', 'brushed_metal'],
      ['glossy_plastic', 'satin_plastic', 'polished_metal'],
    ],
  },
  {
    names: /\b(logo|logotype|wordmark)\b/,
    kits: [
      ['satin_plastic', 'satin_plastic', 'satin_plastic'],
      ['glossy_plastic', 'glossy_plastic', 'glossy_plastic'],
    ],
  },
];

/** For things of any other name. */
export const ANY: readonly Kit[] = [
  ['satin_plastic', 'satin_plastic', 'satin_plastic'],
  ['matte_plastic', 'satin_plastic', 'matte_plastic'],
  ['ceramic', 'ceramic', 'wood'],
  ['satin_plastic', 'matte_plastic', 'brushed_metal'],
  ['glossy_plastic', 'satin_plastic', 'brushed_metal'],
  ['matte_plastic', 'wood', 'brushed_metal'],
];
