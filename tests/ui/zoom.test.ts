// How the preview is zoomed and moved.
import { expect, test } from 'vitest';
import { keyedZoom, movedBy, WHOLE_VIEW, zoomedBy } from '../../src/ui/zoom.ts';

test('what lies under the pointer stays there', () => {
  const at = { x: 0.2, y: -0.1 };
  const once = zoomedBy(WHOLE_VIEW, 2, at);
  // The point of the picture that was at the pointer: (at − moved) / scale.
  expect([(at.x - once.x) / once.scale, (at.y - once.y) / once.scale]).toEqual([at.x, at.y]);
  const twice = zoomedBy(once, 1.5, at);
  expect((at.x - twice.x) / twice.scale).toBeCloseTo(at.x);
});

test('it is never smaller than the whole, and its borders stay outside the stage’s', () => {
  expect(zoomedBy(WHOLE_VIEW, 0.5, { x: 0.4, y: 0.4 })).toEqual(WHOLE_VIEW);
  expect(zoomedBy(WHOLE_VIEW, 100).scale).toBe(8);
  expect(movedBy(zoomedBy(WHOLE_VIEW, 3), 5, -5)).toEqual({ scale: 3, x: 1, y: -1 });
  expect(zoomedBy(movedBy(zoomedBy(WHOLE_VIEW, 3), 1, 1), 1 / 3)).toEqual(WHOLE_VIEW);
});

test.each([
  ['+', 1.5],
  ['=', 1.5],
  ['-', 1],
  ['0', 1],
] as const)('the key %s', (key, scale) => {
  expect(keyedZoom(WHOLE_VIEW, key)?.scale).toBe(scale);
});

test('other keys zoom nothing', () => {
  expect(keyedZoom(WHOLE_VIEW, 'a')).toBeNull();
});
