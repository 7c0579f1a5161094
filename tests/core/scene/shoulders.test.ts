import { expect, it } from 'vitest';
import { linesOf } from '../../../src/core/scene/loose-ends.ts';
import type { Across } from '../../../src/core/scene/outline-gaps.ts';
import { cutShoulders, shoulders } from '../../../src/core/scene/shoulders.ts';
import { sceneOf } from '../parts/inked.ts';
import { see } from '../seen.ts';

function across(find: typeof shoulders, ...paths: string[]): Across | null {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.4"/>`).join('');
  const all = linesOf(sceneOf(body).pieces, 30)!;
  return find(all[0]!, all[0]!.ends!, all);
}

const BUST = 'M2 9V8A2.5 2.5 0 0 1 4.5 5.5H5.5A2.5 2.5 0 0 1 8 8V9';
const HEAD = 'M5 1A1.8 1.8 0 1 1 5 4.6A1.8 1.8 0 1 1 5 1Z';

it('shoulders are closed below a head', () => {
  expect(across(shoulders, BUST, HEAD)?.whole).toBe('M2 9L8 9');
});

it.each([
  ['no head', [BUST]],
  ['a head beside them', [BUST, 'M9 1.5A0.9 0.9 0 1 1 9 3.3A0.9 0.9 0 1 1 9 1.5Z']],
  ['a head far above', ['M2 9.5V8.6A3 1 0 0 1 8 8.6V9.5', 'M5 0.5A1 1 0 1 1 5 2.5A1 1 0 1 1 5 0.5Z']],
  ['an open arc above', [BUST, 'M3.5 3A1.5 1.5 0 0 1 6.5 3']],
  ['ends that are not level', ['M2 7V6.5A3 3 0 0 1 8 6.5V9', 'M5 0.5A1 1 0 1 1 5 2.5A1 1 0 1 1 5 0.5Z']],
  ['legs, which fill half of their box', ['M3 9L5 4L7 9', 'M5 0.5A1.4 1.4 0 1 1 5 3.3A1.4 1.4 0 1 1 5 0.5Z']],
])('there are no shoulders with %s', (_, paths) => {
  expect(across(shoulders, ...paths)).toBeNull();
});

const HALF = 'M2 9V8A2.5 2.5 0 0 1 4.5 5.5H6';
const PLUS = ['M7.6 6V9', 'M6.1 7.5H9.1'];

it('shoulders cut off for a sign are what they are on the other side, and closed below', () => {
  const found = across(cutShoulders, HALF, HEAD, ...PLUS)!;
  const points = found.whole
    .slice(1)
    .split('L')
    .map((at) => at.split(' ').map(Number));
  expect(points[0]).toEqual([6, 5.5]);
  expect(points.at(-3)).toEqual([8, 8]);
  expect(points.slice(-2)).toEqual([
    [8, 9],
    [2, 9],
  ]);
  expect(found.before).toHaveLength(2);
});

it('from right to left, too', () => {
  const mirrored = ['M8 9V8A2.5 2.5 0 0 0 5.5 5.5H4', HEAD, 'M2.4 6V9', 'M0.9 7.5H3.9'];
  expect(across(cutShoulders, ...mirrored)?.whole).toMatch(/^M4 5\.5L.*L2 9L8 9$/);
});

it('up to a body that stands there', () => {
  const found = across(cutShoulders, HALF, HEAD, 'M6.5 6.5H9V10H6.5Z')!;
  expect(found.stubs).toHaveLength(2);
  expect(found.stubs.join()).not.toMatch(/[ML]8 [78]/);
});

it('be that as wide as the head', () => {
  expect(across(cutShoulders, HALF, HEAD, 'M5.8 6.5H9.4V9.5H5.8Z')).not.toBeNull();
});

it.each([
  ['nothing stands at the other side', [HALF, HEAD]],
  ['there is no head', [HALF, ...PLUS]],
  ['the head is not above', [HALF, 'M5 6A1 1 0 1 1 5 8A1 1 0 1 1 5 6Z', ...PLUS]],
  ['another head is as large', [HALF, HEAD, 'M8 1A1.8 1.8 0 1 1 8 4.6A1.8 1.8 0 1 1 8 1Z', ...PLUS]],
  ['the line ends level', ['M2 9V8A2.5 2.5 0 0 1 4.5 5.5H5V9', HEAD, ...PLUS]],
])('they stay cut off where %s', (_, paths) => {
  expect(across(cutShoulders, ...paths)).toBeNull();
});

it('who is added is a body with the plus on it', async () => {
  const d = ['M2 21v-2a4 4 0 0 1 4-4h3', 'M5 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0z', 'M15 15v6', 'M12 18h6'].join(
    '',
  );
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${d}" fill="none" stroke="#111" stroke-width="1.5"/></svg>`,
  );
  expect([at(5, 18)[3], at(13.5, 19.5)[3]]).toEqual([255, 255]);
  expect(Math.max(...at(5, 18).slice(0, 3))).toBeGreaterThan(60);
  expect(Math.max(...at(15, 17).slice(0, 3))).toBeLessThan(40);
});
