// The sample drawings on the page: a grid of frames, each with room for its picture at its right. In: SVGs. Out: node ids.
import { union } from '../geometry.ts';
import { importSvg } from '../import-svg.ts';
import { solid } from '../kinds.ts';
import { absoluteBox } from '../scene.ts';
import type { Store } from '../store.ts';
import { create } from '../tree.ts';

export interface Sample {
  name: string;
  svg: string;
}

const GAP = 80;
const COLUMNS = 4;

export function layOut(store: Store, samples: readonly Sample[]): void {
  const frames = [
    create(store, 'FRAME', store.currentPage, {
      name: 'Draw here',
      width: 320,
      height: 320,
      fills: [solid(1, 1, 1)],
    }),
    ...samples.map(({ name, svg }) => importSvg(store, svg, { name, white: true })),
  ];
  const sizes = frames.map((id) => absoluteBox(store, store.get(id)));
  const cell = Math.max(...sizes.map((size) => size.width));
  let y = 0;
  for (let first = 0; first < frames.length; first += COLUMNS) {
    const row = frames.slice(first, first + COLUMNS);
    row.forEach((id, column) => {
      const x = column * 2 * (cell + GAP);
      store.write(id, {
        relativeTransform: [
          [1, 0, x],
          [0, 1, y],
        ],
      });
    });
    y +=
      (union(sizes.slice(first, first + COLUMNS).map((size) => ({ ...size, x: 0, y: 0 })))?.height ?? 0) +
      GAP;
  }
}
