// The sample drawings on the page: a grid of frames, each with room for its picture at
// its right. In: SVGs. Out: node ids.
import { translation } from '../geometry/transform.ts';
import { importSvg } from '../import/import-svg.ts';
import { solid } from '../document/births.ts';
import { absoluteBox } from '../document/scene.ts';
import type { Store } from '../document/store.ts';
import { create } from '../document/tree.ts';

export interface Sample {
  name: string;
  svg: string;
}

/** Between a drawing and the next, in page units; a picture's own gap to its drawing is smaller. */
export const GAP = 110;
const COLUMNS = 4;

export function layOut(store: Store, samples: readonly Sample[]): void {
  const blank = create(store, 'FRAME', store.currentPage, {
    name: 'Draw here',
    width: 320,
    height: 320,
    fills: [solid(1, 1, 1)],
  });
  inGrid(store, [blank, ...samples.map(({ name, svg }) => importSvg(store, svg, { name, white: true }))]);
}

/** Lays drawings out in rows, each with room for its picture, from a point on to the right and down. */
export function inGrid(store: Store, frames: readonly string[], from = { x: 0, y: 0 }): void {
  const sizes = frames.map((id) => absoluteBox(store, store.get(id)));
  const largest = (side: 'width' | 'height', of: (index: number) => boolean): number =>
    Math.max(...sizes.filter((_size, index) => of(index)).map((size) => size[side]));
  const columns = Math.min(COLUMNS, frames.length);
  // Twice the width: the drawing, then its picture.
  const xs = sums(columns, (column) => 2 * largest('width', (index) => index % columns === column) + GAP);
  const rows = Math.ceil(frames.length / columns);
  const ys = sums(rows, (row) => largest('height', (index) => Math.floor(index / columns) === row) + GAP);
  frames.forEach((id, index) => {
    const place = translation(from.x + xs[index % columns]!, from.y + ys[Math.floor(index / columns)]!);
    store.write(id, { relativeTransform: place });
  });
}

/** 0, step(0), step(0) + step(1), … */
function sums(count: number, step: (index: number) => number): number[] {
  const list = [0];
  for (let i = 0; i < count - 1; i += 1) list.push(list[i]! + step(i));
  return list;
}
