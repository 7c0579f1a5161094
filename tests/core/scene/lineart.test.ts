import { expect, it } from 'vitest';
import {
  drawBorders,
  drawCoverage,
  drawForms,
  drawInner,
  drawLines,
} from '../../../src/core/scene/lineart.ts';
import type { Plane } from '../../../src/core/sketch.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const { rasterise } = await fakeEngine();
const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
/** Lines two pixels wide along the pixels' borders: whole pixels, but for round corners. */
const BACK = '<path d="M2 2h5v5h-5z" fill="#c33"/>';
const FRONT = '<path d="M5 5h3v3h-3z" fill="#36c"/>';
const INNER = '<path d="M2 3.5H6" fill="none" stroke="#000" stroke-width="0.2"/>';
const linesOf = (body: string) => ({ ...sceneOf(body), traces: [], grid, width: 2, rasterise });
const rows = ({ data }: Plane<Float32Array | Uint8Array>, full = 1): string[] =>
  Array.from({ length: 10 }, (_, y) =>
    [...data.subarray(10 * y, 10 * y + 10)]
      .map((v) => (v > 0.9 * full ? '#' : v < 0.1 * full ? '.' : '+'))
      .join(''),
  );

it('outlines every form, and nearer forms hide what lies behind them', () => {
  expect(rows(drawLines(linesOf(BACK + FRONT)))).toEqual([
    '..........',
    '.+#####+..',
    '.#######..',
    '.##...##..',
    '.##.+###+.',
    '.##.#####.',
    '.#####.##.',
    '.+#######.',
    '....+###+.',
    '..........',
  ]);
});

it('what is no outline has round ends; drawn alone, forms hide it and leave no line', () => {
  const body =
    '<path d="M1 4H9" fill="none" stroke="#000" stroke-width="0.2"/><path d="M4 3h2v2h-2z" fill="#c33"/>';
  const inner = rows(drawInner(linesOf(body))!);
  expect(inner[3]).toBe('+###..###+');
  expect(inner[4]).toBe('+###..###+');
  expect(inner[2]).toBe('..........');
  expect(drawInner(linesOf(BACK + FRONT))).toBeNull();
});

it('borders run along the outer edge of an outline that belongs to its form', () => {
  // The stroke reaches from 1 to 3: its outer edge is at 1, and the line from half a pixel to one and a half.
  const thick = '<path d="M2 2h6v6h-6z" fill="#c33" stroke="#000" stroke-width="2"/>';
  const own = { ...linesOf(thick), width: 1 };
  const outlined = { ...own, pieces: own.pieces.slice(0, 1).map((piece) => ({ ...piece, outlined: true })) };
  const row = [...drawBorders(outlined).data.subarray(50, 60)];
  [0.5, 0.5, 0, 0, 0, 0, 0, 0, 0.5, 0.5].forEach((ink, x) => expect(row[x]).toBeCloseTo(ink, 1));
});

it('a fat stroke is a surface with flat ends', () => {
  const body = '<path d="M2 5H8" fill="none" stroke="#c33" stroke-width="4"/>';
  const list = { ...linesOf(body), width: 1 };
  const bar = { ...list, pieces: list.pieces.map((piece) => ({ ...piece, role: 'form' as const })) };
  const found = drawLines(bar).data;
  const at = (x: number, y: number): number => found[10 * y + x]!;
  // Its border: above at y = 3, below at 7, and at both ends.
  [at(5, 2), at(5, 3), at(5, 6), at(5, 7), at(1, 5), at(2, 5), at(7, 5), at(8, 5)].forEach((ink) =>
    expect(ink).toBeCloseTo(0.5, 1),
  );
  expect([at(5, 4), at(5, 5)]).toEqual([0, 0]);
});

it('covers all that is painted, whatever its opacity; strokes as wide as is wished at least', () => {
  const faint = BACK.replace('/>', ' opacity="0.3"/>') + INNER;
  const list = linesOf(faint);
  expect(rows(drawCoverage(list, { grid }, rasterise), 255)[5]).toBe('..#####...');
  const wire = linesOf(INNER);
  expect(rows(drawCoverage(wire, { grid }, rasterise), 255)[3]).toBe('..++++....');
  expect(rows(drawCoverage(wire, { grid, least: 2 }, rasterise), 255).slice(2, 5)).toEqual([
    '..++++....',
    '..####....',
    '..++++....',
  ]);
});

it('forms are covered without their outlines’ outer halves', () => {
  const body = '<path d="M2 2h6v6h-6z" fill="#c33" stroke="#000" stroke-width="1"/>' + INNER;
  const scene = sceneOf(body);
  const outlined = scene.pieces.slice(0, 1).map((piece) => ({ ...piece, outlined: true }));
  expect(rows(drawForms({ ...scene, pieces: outlined }, grid, rasterise))[5]).toBe('..######..');
});
