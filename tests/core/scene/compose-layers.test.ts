import { expect, it } from 'vitest';
import { composed } from '../../../src/core/scene/compose-layers.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { ADD, BLEND, FADE } from '../../../src/core/svg/shape.ts';

/** One pixel of one grey; `within`: the groups around it. */
const grey = (value: number, ...within: string[]): Piece =>
  ({ shape: { within, value } }) as unknown as Piece;

/** As resvg does it where nothing is added: the last one hides all; what is not apart has faded it. */
function seen(...pieces: Piece[]): { pixel: number[]; drawn: string[] } {
  const drawn: string[] = [];
  const { data } = composed(pieces, { width: 1, height: 1 }, (some, from, apart) => {
    drawn.push(`${from}+${some.length}${apart.size > 0 ? ` apart ${apart.size}` : ''}`);
    const { value } = some.at(-1)!.shape as unknown as { value: number };
    return { width: 1, height: 1, data: Uint8Array.of(value, value, value, 255) };
  });
  return { pixel: [data[0]!, data[3]!], drawn };
}

const add = `${ADD}" data-layer="1"`;
const fade = `${FADE}0.5" data-layer="2"`;

it('is drawn at once where nothing is added', () => {
  expect(seen(grey(10), grey(20, `${BLEND}multiply" data-layer="0"`))).toEqual({
    pixel: [20, 255],
    drawn: ['0+2'],
  });
});

it('what is added is drawn apart and added to what lies below', () => {
  expect(seen(grey(10), grey(20, add), grey(20, add))).toEqual({
    pixel: [30, 255],
    drawn: ['0+1', '1+2 apart 1'],
  });
});

it('in a group that fades it is added to that group alone', () => {
  // 20 + 40 in the group, half of it over 100.
  expect(seen(grey(100), grey(20, fade), grey(40, fade, add))).toEqual({
    pixel: [80, 255],
    drawn: ['0+1', '1+1 apart 1', '2+1 apart 2'],
  });
});

it('a clip stays with what is drawn in it', () => {
  const clip = 'clip-path="url(#c)"';
  expect(seen(grey(20, clip), grey(40, clip, add)).drawn).toEqual(['0+1', '1+1 apart 1']);
});
