// Drawings of unusual size and number. Out: scenes.
import { solid } from '../document/births.ts';
import type { NodeKind } from './kind.ts';
import { create } from '../document/tree.ts';
import { at, mug, mugFrame, SIDE } from './mug.ts';

export const SIZES: readonly NodeKind[] = [
  { id: 'thirty', what: '30 frames at once', build: (store) => Array.from({ length: 30 }, (_, i) => mugFrame(store, store.currentPage, { name: `Mug ${i + 1}`, ...at((i % 6) * 600, Math.floor(i / 6) * 600) })) },
  {
    id: 'strip',
    what: 'a strip of 100,000 × 20',
    build: (store) => {
      const strip = create(store, 'FRAME', store.currentPage, { name: 'Strip', width: 100_000, height: 20 });
      create(store, 'RECTANGLE', strip, { width: 99_000, height: 12, fills: [solid(0.2, 0.5, 0.2)], ...at(500, 4) });
      return [strip];
    },
  },
  { id: 'zero', what: 'a vector of no size', build: (store) => [create(store, 'VECTOR', store.currentPage, { name: 'Nothing', width: 0, height: 0, vectorPaths: [] })] },
  { id: 'tiny', what: 'a frame of a hundredth of a pixel', build: (store) => {
    const frame = create(store, 'FRAME', store.currentPage, { name: 'Tiny', width: 0.01, height: 0.01, ...at(100, 100) });
    create(store, 'RECTANGLE', frame, { width: 0.01, height: 0.01, fills: [solid(1, 0, 0)] });
    return [frame];
  } },
  { id: 'far-off', what: 'a frame a million units off', build: (store) => [mugFrame(store, store.currentPage, at(-1_000_000, 1_000_000))] },
  { id: 'fractional', what: 'a frame at fractions of pixels', build: (store) => [mugFrame(store, store.currentPage, { width: SIDE + 0.37, height: SIDE - 0.61, ...at(100.25, 99.875) })] },
  {
    id: 'screen',
    what: 'a screen of 5,000 layers',
    build: (store) => {
      const screen = create(store, 'FRAME', store.currentPage, { name: 'Screen', width: 1440, height: 1024, ...at(100, 100) });
      mug(store, screen, 600, 400);
      for (let i = 0; i < 4998; i += 1)
        create(store, 'RECTANGLE', screen, { width: 8, height: 6, fills: [solid((i % 7) / 7, (i % 5) / 5, (i % 3) / 3)], ...at((i % 140) * 10, Math.floor(i / 140) * 10) });
      return [screen];
    },
  },
  {
    id: 'deep',
    what: 'a drawing 60 groups deep',
    build: (store) => {
      const top = create(store, 'GROUP', store.currentPage, { name: 'Level 1' });
      let parent = top;
      for (let level = 2; level <= 60; level += 1) parent = create(store, 'GROUP', parent, { name: `Level ${level}` });
      mug(store, parent, 100, 100);
      return [top];
    },
  },
  { id: 'long-name', what: 'a frame whose name is 5,000 letters, some of them odd', build: (store) => [mugFrame(store, store.currentPage, { name: `<"&'>\u202e😀 ${'Mug '.repeat(1250)}`, ...at(100, 100) })] },
]; // prettier-ignore
