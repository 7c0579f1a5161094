import { expect, it } from 'vitest';
import { linesOf } from '../../../src/core/scene/loose-ends.ts';
import { sceneOf } from '../parts/inked.ts';

function lines(...paths: string[]) {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.4"/>`).join('');
  return linesOf(sceneOf(body).pieces, 9)!;
}

it('lines that touch hang together, be it by a third', () => {
  const [a, b, c, d] = lines('M1 1H4', 'M7 1H9', 'M4 1V3H7V1', 'M1 6H9');
  expect(new Set([a!.cluster, b!.cluster, c!.cluster]).size).toBe(1);
  expect(d!.cluster).not.toBe(a!.cluster);
});

it('the side that closes a line is one of its sides', () => {
  const [box, line] = lines('M2 2H8V8H2Z', 'M1 5H2');
  expect(line!.cluster).toBe(box!.cluster);
});

it('an end is loose where no other line lies, and knows where it would go on', () => {
  const [first, last] = lines('M1 5H6', 'M1 1V9')[0]!.ends!;
  expect([first.loose, last.loose]).toEqual([false, true]);
  expect(last.at).toEqual([6, 5]);
  expect(last.towards).toEqual([1, 0]);
});

it('an end of an arc is not straight, nor one behind a corner', () => {
  const straight = (d: string): boolean[] => lines(d)[0]!.ends!.map((end) => end.straight);
  expect(straight('M2 5A3 3 0 1 1 5 8')).toEqual([false, false]);
  expect(straight('M2 5V2.1H6V2.3')).toEqual([true, false]);
});

it('what is closed, or as good as closed, has no ends', () => {
  expect(lines('M1 1H5V5Z', 'M6 6H9V9H6V6.3').map(({ ends }) => ends)).toEqual([null, null]);
});

it('more lines than may be are not looked at', () => {
  expect(linesOf(sceneOf('<path d="M1 1H5M1 2H5M1 3H5" fill="none" stroke="#000"/>').pieces, 2)).toBeNull();
});
