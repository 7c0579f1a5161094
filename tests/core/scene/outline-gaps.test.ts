import { expect, it } from 'vitest';
import { linesOf } from '../../../src/core/scene/loose-ends.ts';
import { boxArea, foot } from '../../../src/core/scene/outline-gaps.ts';
import { sceneOf } from '../parts/inked.ts';

function lines(...paths: string[]) {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.4"/>`).join('');
  return linesOf(sceneOf(body).pieces, 30)!;
}
function across(...paths: string[]): string | null {
  const all = lines(...paths);
  return foot(all[0]!, all[0]!.ends!, all)?.whole ?? null;
}

const CLOUD = 'M2 6.2A3 3 0 1 1 6.8 3.6H7.4A1.9 1.9 0 0 1 8.4 7';
const RING = 'M7.5 2.4A3.6 3.6 0 1 1 2.5 2.4';

it('a cloud is closed above the rain, in a curve that goes on from its ends', () => {
  expect(across(CLOUD, 'M4 6V9', 'M6 6V9')).toMatch(/^M2 6\.2C.* 8\.4 7$/);
});

it.each([
  ['nothing stands in its gap', [CLOUD]],
  ['all that does lies far below', [CLOUD, 'M2 9.5H8']],
  ['what does is inside', [CLOUD, 'M5 5.5V6']],
  ['what does is as large', [CLOUD, 'M1 5H9V9H1Z']],
  ['what does hangs on it', [CLOUD, 'M7.4 3.6L5 8']],
])('an outline stays open where %s', (_, paths) => {
  expect(across(...paths)).toBeNull();
});

it('a ring with a bar in its wide gap is open, one with something in it is closed', () => {
  expect(across(RING, 'M5 0.6V5')).toBeNull();
  expect(across(RING, 'M5 0.6V3', 'M4 6.5H6')).not.toBeNull();
});

it('lines cover the box around them', () => {
  expect(boxArea(lines('M1 1H4', 'M2 2V6'))).toBe(15);
});
