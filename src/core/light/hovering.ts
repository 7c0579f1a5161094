// In: a Scene, one object's square, the drawing's name. Out: whether it hovers: flame, steam, sparkles,
// words.
// By the names of what is lowest in it: the last word of a layer's name, its groups' names or the drawing's.
import { wordsOf } from '../appearance/material-words.ts';
import type { Scene } from '../scene/scene.ts';
import type { Box } from '../sketch.ts';

/** English, German, French, Spanish, Japanese; without accents. */
const HOVERING = new Set(
  (
    'flame flames fire steam smoke vapour vapor mist sparkle sparkles spark sparks cloud clouds bubble bubbles halo glow ' +
    'text words word lettering caption title ' +
    'flamme flammen feuer dampf rauch funken wolke wolken blase blasen text schrift ' +
    'feu vapeur fumee etincelle etincelles nuage nuages bulle bulles texte ' +
    'llama llamas fuego vapor humo chispa chispas nube nubes burbuja burbujas texto ' +
    '炎 火 湯気 煙 雲 泡 文字'
  ).split(' '),
);
// What ends no higher above the object's foot than this share of its height is lowest in it.
const LOWEST_SHARE = 0.03;

/** `box`: the object's square, drawing units. */
export function hovers({ pieces }: Pick<Scene, 'pieces'>, box: Box, name: string): boolean {
  const within = pieces.filter(({ shape: { measure } }) => {
    const x = measure.box.x + measure.box.width / 2;
    const y = measure.box.y + measure.box.height / 2;
    return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  });
  const solid = within.filter(({ role }) => role === 'form' || role === 'print');
  const own = solid.length > 0 ? solid : within.filter(({ role }) => role === 'line' || role === 'brush');
  const feet = own.map(({ shape: { measure } }) => measure.box.y + measure.box.height);
  const low = Math.max(...feet);
  const high = Math.min(...own.map(({ shape }) => shape.measure.box.y));
  const lowest = own.filter((_, i) => low - feet[i]! <= LOWEST_SHARE * (low - high));
  return lowest.length > 0 && lowest.every(({ shape }) => [...shape.names, name].some(isHovering));
}

function isHovering(name: string): boolean {
  return HOVERING.has(wordsOf(name).at(-1) ?? '');
}
