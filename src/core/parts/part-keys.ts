// In: a Scene and its Parts. Out: a key for every part, the same after small edits: choices stay with it.
// Regions take known keys by greedy matching, nearest pairs first.
//
//   a layer        body#1, body#2      its name and which of that name it is, in paint order
//   a region       @0.42,0.61,0.30     its middle in the object's box, and its size: only lines enclose it
import type { Part, Parts } from './parts.ts';
import type { Piece } from '../scene/piece.ts';
import type { Scene } from '../scene/scene.ts';
import type { Shape } from '../svg/shape.ts';

export interface Keys {
  ofPart: string[];
  ofPiece: (piece: Piece) => string;
}

/** What keys depend on of Parts. */
export type Numbered = Pick<Parts, 'grid' | 'labels'> & {
  parts: readonly Pick<Part, 'piece' | 'pixels'>[];
};

// A region whose middle moved, and whose side grew, by less than this share
// of the object's box is the same one.
const NEAR_SHARE = 0.08;

/** `known`: keys that are in use; a region near the place of one of them takes it. */
export function keysOf({ drawing, pieces, found }: Scene, parts: Numbered, known: readonly string[]): Keys {
  const names = new Map<Shape, string>();
  const counts = new Map<string, number>();
  // Lines that were added to close gaps come after the drawing's own shapes.
  for (const shape of [...drawing.shapes, ...pieces.map((piece) => piece.shape)]) {
    if (names.has(shape)) continue;
    const name = shape.names.at(-1) ?? '';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    names.set(shape, `${name}#${count}`);
  }
  // A shape whose stroke is a part of its own has two.
  const filled = new Set(pieces.filter(({ area }) => area === 'fill').map(({ shape }) => shape));
  const ofPiece = (piece: Piece): string =>
    (names.get(piece.shape) ?? '#0') + (piece.area === 'stroke' && filled.has(piece.shape) ? '/stroke' : '');
  const places = placesOf(parts, found.object);
  const regions = parts.parts.flatMap(({ piece }, i) => (piece ? [] : [{ i, place: places[i]! }]));
  const given = assign(regions, known);
  return {
    ofPart: parts.parts.map(({ piece }, i) => (piece ? ofPiece(piece) : (given.get(i) ?? ''))),
    ofPiece,
  };
}

/** `side`: of a square of the same area. A ring and what it surrounds have one middle. */
type Place = readonly [x: number, y: number, side: number];

/** In 0…1 of the box. */
function placesOf({ grid, labels, parts }: Numbered, box: Scene['found']['object']): Place[] {
  const sums = new Float64Array(2 * parts.length + 2);
  const { width, height, data } = labels;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const label = data[i]!;
      if (label === 0) continue;
      sums[2 * label] = sums[2 * label]! + x + 0.5;
      sums[2 * label + 1] = sums[2 * label + 1]! + y + 0.5;
    }
  }
  const unit = grid.box.width / grid.width;
  return parts.map(({ pixels }, i) => [
    (grid.box.x + (sums[2 * i + 2]! / pixels) * unit - box.x) / box.width,
    (grid.box.y + (sums[2 * i + 3]! / pixels) * unit - box.y) / box.height,
    unit * Math.sqrt(pixels / (box.width * box.height)),
  ]);
}

/**
 * Nearest pairs first; each region takes one key and each key goes to one region. The
 * others get the key of their place.
 */
function assign(
  regions: readonly { i: number; place: Place }[],
  known: readonly string[],
): Map<number, string> {
  const pairs = known.flatMap((key) => {
    const at = placeIn(key);
    return at
      ? regions.flatMap(({ i, place }) => {
          const far = Math.hypot(place[0] - at[0], place[1] - at[1], place[2] - at[2]);
          return far < NEAR_SHARE ? [{ i, key, far }] : [];
        })
      : [];
  });
  pairs.sort((a, b) => a.far - b.far);
  const given = new Map<number, string>();
  const taken = new Set<string>();
  for (const { i, key } of pairs) {
    if (given.has(i) || taken.has(key)) continue;
    given.set(i, key);
    taken.add(key);
  }
  for (const { i, place } of regions) {
    if (given.has(i)) continue;
    const own = `@${place.map((v) => v.toFixed(2)).join()}`;
    let key = own;
    for (let n = 2; taken.has(key); n++) key = `${own}~${n}`;
    given.set(i, key);
    taken.add(key);
  }
  return given;
}

function placeIn(key: string): Place | null {
  const [, x, y, side] = /^@(-?\d+\.\d+),(-?\d+\.\d+),(\d+\.\d+)(?:~\d+)?$/.exec(key) ?? [];
  return side === undefined ? null : [Number(x), Number(y), Number(side)];
}
