import { expect, it } from 'vitest';
import { linesOf } from '../../../src/core/scene/loose-ends.ts';
import { boxArea, foot, shoulders } from '../../../src/core/scene/outline-gaps.ts';
import { sceneOf } from '../parts/inked.ts';

function lines(...paths: string[]) {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.4"/>`).join('');
  return linesOf(sceneOf(body).pieces, 30)!;
}
function across(find: typeof foot, ...paths: string[]): string | null {
  const all = lines(...paths);
  return find(all[0]!, all[0]!.ends!, all)?.whole ?? null;
}

const CLOUD = 'M2 6.2A3 3 0 1 1 6.8 3.6H7.4A1.9 1.9 0 0 1 8.4 7';
const RING = 'M7.5 2.4A3.6 3.6 0 1 1 2.5 2.4';
const BUST = 'M2 9V8A2.5 2.5 0 0 1 4.5 5.5H5.5A2.5 2.5 0 0 1 8 8V9';

it('a cloud is closed above the rain, in a curve that goes on from its ends', () => {
  expect(across(foot, CLOUD, 'M4 6V9', 'M6 6V9')).toMatch(/^M2 6\.2C.* 8\.4 7$/);
});

it.each([
  ['nothing stands in its gap', [CLOUD]],
  ['all that does lies far below', [CLOUD, 'M2 9.5H8']],
  ['what does is inside', [CLOUD, 'M5 5.5V6']],
  ['what does is as large', [CLOUD, 'M1 5H9V9H1Z']],
  ['what does hangs on it', [CLOUD, 'M7.4 3.6L5 8']],
])('an outline stays open where %s', (_, paths) => {
  expect(across(foot, ...paths)).toBeNull();
});

it('a ring with a bar in its wide gap is open, one with something in it is closed', () => {
  expect(across(foot, RING, 'M5 0.6V5')).toBeNull();
  expect(across(foot, RING, 'M5 0.6V3', 'M4 6.5H6')).not.toBeNull();
});

it('shoulders are closed below a head', () => {
  expect(across(shoulders, BUST, 'M5 1A1.8 1.8 0 1 1 5 4.6A1.8 1.8 0 1 1 5 1Z')).toBe('M2 9L8 9');
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

it('lines cover the box around them', () => {
  expect(boxArea(lines('M1 1H4', 'M2 2V6'))).toBe(15);
});
