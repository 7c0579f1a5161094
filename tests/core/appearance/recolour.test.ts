import { describe, expect, it } from 'vitest';
import { recolour } from '../../../src/core/appearance/recolour.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { sceneOf } from '../parts/inked.ts';

const pieceOf = (paint: string): Piece =>
  sceneOf(
    '<linearGradient id="g"><stop stop-color="#300"/><stop offset="1" stop-color="#f99"/></linearGradient>' +
      `<path d="M1 1h8v8h-8z" ${paint}/>`,
  ).pieces[0]!;
const GREEN = { rgb: [0, 200, 0], mean: [100, 100, 100], opaque: false } as const;

describe('a flat paint', () => {
  it('is replaced, as translucent as it was', () => {
    const markup = recolour(pieceOf('fill="#c33" fill-opacity="0.5"'), GREEN, 'f');
    expect(markup).toContain('#00c800');
    expect(markup).toContain('opacity="0.5"');
  });

  it('hides what lies beneath where it is to be opaque', () => {
    const piece = pieceOf('fill="#c33" fill-opacity="0.5" opacity="0.5"');
    const { whole } = recolour(piece, { ...GREEN, opaque: true }, 'f') as { whole: string };
    expect(whole).toContain('#00c800');
    expect(whole).not.toContain('opacity');
  });

  it('of a stroke is the stroke’s', () => {
    const piece = { ...pieceOf('fill="#c33" stroke="#36c"'), area: 'stroke' as const };
    expect(recolour(piece, GREEN, 'f')).toContain('stroke="#00c800"');
  });

  it('that is none stays none', () => {
    const piece = { ...pieceOf('fill="#c33"'), area: 'stroke' as const };
    expect(recolour(piece, GREEN, 'f')).toBe('');
  });
});

describe('a gradient', () => {
  /** What the filter makes of a grey: its rows are r, g, b, alpha and what is added. */
  const turned = (grey: number, rgb: readonly [number, number, number], mean: number): number[] => {
    const markup = recolour(pieceOf('fill="url(#g)"'), { rgb, mean: [mean, mean, mean], opaque: false }, 'f');
    const numbers = /values="([^"]+)"/
      .exec(markup as string)![1]!
      .split(' ')
      .map(Number);
    return [0, 5, 10].map((row) => {
      const [r, g, b, , more] = numbers.slice(row, row + 5) as [number, number, number, number, number];
      return Math.round((r + g + b) * grey + 255 * more);
    });
  };

  it('has the new colour at its mean', () => {
    expect(turned(100, [0, 200, 50], 100)).toEqual([0, 200, 50]);
  });

  it('keeps lights and darks, stronger or weaker by the new brightness, within limits', () => {
    // Half as bright: half of the differences.
    expect(turned(140, [50, 50, 50], 100)).toEqual([70, 70, 70]);
    // Eight times as bright: no more than 1.6 times.
    expect(turned(40, [240, 240, 240], 30)).toEqual([256, 256, 256]);
    // Nearly black: no less than half.
    expect(turned(140, [1, 1, 1], 100)).toEqual([21, 21, 21]);
  });
});
