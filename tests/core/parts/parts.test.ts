import { describe, expect, it } from 'vitest';
import { findParts } from '../../../src/core/parts/parts.ts';
import { CREVICE } from '../../../src/core/parts/crevices.ts';
import { emptyRegions } from '../../../src/core/parts/stroke-regions.ts';
import { fakeEngine } from '../fake.ts';
import { rowsOf } from '../small.ts';
import { inkFrom, sceneOf } from './inked.ts';

const { rasterise } = await fakeEngine();
const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
/** A generator that saw all covered, or so much of each column. */
const seen = (column: (x: number) => number = () => 1) => ({
  coverings: [
    { square: grid, size: 10, coverage: Float32Array.from({ length: 100 }, (_, i) => column(i % 10)) },
  ],
  zones: null,
  handle: null,
});

describe('parts of a drawing of surfaces', () => {
  const BACK = '<path d="M1 1h6v6h-6z" fill="#c33"/>';
  const FRONT = '<path d="M4 4h5v5h-5z" fill="#36c"/>';

  it('are its forms, by what is on top at each pixel, with sizes and boxes', () => {
    const { labels, alpha, parts } = findParts(sceneOf(BACK + FRONT), grid, seen(), rasterise);
    expect(rowsOf({ width: 10, height: 10, data: labels.data })[5]).toBe('.###22222.');
    expect(parts.map(({ pixels, box, wire }) => [pixels, box, wire])).toEqual([
      [36 - 9, { x0: 1, y0: 1, x1: 6, y1: 6 }, false],
      [25, { x0: 4, y0: 4, x1: 8, y1: 8 }, false],
    ]);
    expect([alpha.data[55], alpha.data[0]]).toEqual([255, 0]);
  });

  it('that nothing shows of are none', () => {
    const covered = '<path d="M5 5h2v2h-2z" fill="#0a0"/>';
    const { parts } = findParts(sceneOf(covered + FRONT), grid, seen(), rasterise);
    expect(parts).toHaveLength(1);
  });

  it('ink beside a form is of that form', () => {
    const scene = sceneOf(FRONT + '<path d="M2 5h2" fill="none" stroke="#000" stroke-width="1"/>');
    const inked = {
      ...scene,
      pieces: scene.pieces.map((piece, i) => (i === 1 ? { ...piece, role: 'line' as const } : piece)),
    };
    const { parts, labels } = findParts(inked, grid, seen(), rasterise);
    expect(parts).toHaveLength(1);
    expect(labels.data[10 * 5 + 3]).toBe(1);
  });
});

describe('what lines enclose', () => {
  const scene = (width: number) => {
    const made = sceneOf(`<path d="M1 1H8" fill="none" stroke="#000" stroke-width="${width}"/>`);
    const pieces = made.pieces.map((piece) => ({ ...piece, role: 'line' as const }));
    return { ...made, pieces, found: { ...made.found, strokeOnly: true } };
  };
  const regions = (rows: readonly string[], coverage = seen(), width = 0.3): string[] => {
    const map = emptyRegions(scene(width), grid, coverage, inkOf(rows));
    return rowsOf({ ...map, data: map.data.map((value) => (value === CREVICE ? 9 : value)) }).map((row) =>
      row.replaceAll('9', '~'),
    );
  };
  /** Ink as alpha, which is what covers. */
  const inkOf =
    (rows: readonly string[]): ReturnType<typeof inkFrom> =>
    (...asked) => {
      const image = inkFrom(rows)(...asked);
      for (let i = 0; i < 100; i++) image.data[4 * i + 3] = image.data[4 * i]!;
      return image;
    };
  const TWO = [
    '##########',
    '#.....#..#',
    '#.....#..#',
    '#.....#..#',
    '#.....#..#',
    '#.....#..#',
    '#.....#..#',
    '#.....#..#',
    '##########',
    '..........',
  ];

  it('is a region each, from 1 by size; ink and what lies outside are none', () => {
    expect(regions(TWO).slice(0, 2)).toEqual(['..........', '.#####.22.']);
    expect(regions(TWO)[9]).toBe('..........');
  });

  it('is a hole where the generator saw it uncovered', () => {
    expect(
      regions(
        TWO,
        seen((x) => (x < 6 ? 0.2 : 1)),
      )[4]!.slice(1, 6),
    ).toBe('.....');
    expect(
      regions(
        TWO,
        seen((x) => (x > 6 ? 0.2 : 1)),
      )[4],
    ).toBe('.#####....');
  });

  it('is a crevice between strokes side by side', () => {
    const slit = [
      '##########',
      ...Array<string>(4).fill('#.....##.#'),
      '########.#',
      '#........#',
      '##########',
      '..........',
      '..........',
    ];
    const made = regions(slit, seen(), 1.5);
    expect([made[4], made[6]]).toEqual(['.#####..~.', '.~~~~~~~~.']);
    // Of thin lines the same gap is a part.
    expect(regions(slit)[4]).toBe('.#####..2.');
  });
});
