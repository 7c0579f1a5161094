// Files that are opened at once, laid out on the page.
import { expect, it } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { absoluteBox } from '../../host/document/scene.ts';
import { create } from '../../host/document/tree.ts';
import { inGrid } from '../../host/playground/samples.ts';

it('several drawings lie in rows of four, each with room for its picture beside it', () => {
  const store = newDocument();
  const frames = Array.from({ length: 6 }, (_, i) =>
    create(store, 'FRAME', store.currentPage, { width: 100 + 20 * i, height: 80 }),
  );
  inGrid(store, frames, { x: -50, y: 400 });
  const boxes = frames.map((id) => absoluteBox(store, store.get(id)));
  expect(boxes.map(({ y }) => y)).toEqual([400, 400, 400, 400, 590, 590]);
  expect([boxes[0]!.x, boxes[4]!.x]).toEqual([-50, -50]);
  for (const [left, right] of [
    [0, 1],
    [1, 2],
    [2, 3],
    [4, 5],
  ] as const)
    // prettier-ignore
    expect(boxes[right]!.x).toBeGreaterThan(boxes[left]!.x + 2 * boxes[left]!.width);
});
