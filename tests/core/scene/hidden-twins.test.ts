import { expect, it } from 'vitest';
import { hiddenBehind } from '../../../src/core/scene/hidden-twins.ts';
import { linesOf } from '../../../src/core/scene/loose-ends.ts';
import { sceneOf } from '../parts/inked.ts';
import { see } from '../seen.ts';

/** What of the others is hidden behind the first: where each stub begins and ends. */
function hidden(...paths: string[]): (readonly number[])[][] {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.4"/>`).join('');
  const lines = linesOf(sceneOf(body).pieces, 30)!;
  return hiddenBehind(lines, [lines[0]!], []).map(({ d }) =>
    d
      .slice(1)
      .split('M')
      .flatMap((stub) => {
        const points = stub.split('L').map((at) => at.split(' ').map(Number));
        return [points[0]!, points.at(-1)!];
      }),
  );
}

const CARD = 'M4 4H9V9H4Z';
const BEHIND = 'M3 7H2V2H7V3';

it('a card goes on behind its twin, up to that', () => {
  const [ends] = hidden(CARD, BEHIND);
  expect(ends).toHaveLength(4);
  const [down, met, right, reached] = ends as [number[], number[], number[], number[]];
  expect([down, right]).toEqual([
    [3, 7],
    [7, 3],
  ]);
  for (const [x, y, u, v] of [
    [...met, 4, 7],
    [...reached, 7, 4],
  ] as number[][])
    expect(Math.hypot(x! - u!, y! - v!)).toBeLessThan(0.3);
});

it('so does a ring, and the next card behind the one behind', () => {
  expect(hidden('M7 3A2 2 0 0 1 7 7A2 2 0 0 1 7 3Z', 'M4.2 6.9A2 2 0 1 1 4.2 3.1')).toHaveLength(1);
  const third = 'M2 6H1V1H6V2';
  expect(hidden('M4 4H9V9H4Z', 'M3.2 7.5H2.5V2.5H7.5V3.2', third.replaceAll('6', '5.9'))).toHaveLength(2);
});

it('so do shoulders, of which little is seen, closed below', () => {
  const busts = ['M1 9V8A3 3 0 0 1 4 5A3 3 0 0 1 7 8V9', 'M9 9V8A3 3 0 0 0 7.4 5.35'];
  const body = busts.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.6"/>`).join('');
  const lines = linesOf(sceneOf(body).pieces, 30)!;
  const [only] = hiddenBehind(lines, [], [lines[0]!]);
  expect(only?.line).toBe(lines[1]);
  expect(only?.d).toMatch(/^M9 9L.*M7\.4/);
});

it.each([
  ['a smaller card', [CARD, 'M3 6H2V2H6V3']],
  ['a card beside it', ['M6 6H9V9H6Z', 'M2 4H1V1H4V2']],
  ['a corner alone', [CARD, 'M2 4V2H4']],
  ['a straight line', [CARD, 'M3 3H8']],
  ['what is open at the other side', [CARD, 'M3 2H2V7H7V6']],
  [
    'sound beside a round speaker',
    ['M3 3.5A1.5 1.5 0 0 1 3 6.5A1.5 1.5 0 0 1 3 3.5Z', 'M6 3A2.5 2.5 0 0 1 6 7'],
  ],
])('%s hides nothing', (_, paths) => {
  expect(hidden(...paths)).toEqual([]);
});

it('a sheet behind a sheet is a body as the other is', async () => {
  const d = 'M8 8h14v14H8zM4 16H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v1';
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${d}" fill="none" stroke="#111" stroke-width="2"/></svg>`,
  );
  expect([at(5, 5)[3], at(5, 12)[3], at(15, 15)[3]]).toEqual([255, 255, 255]);
});
