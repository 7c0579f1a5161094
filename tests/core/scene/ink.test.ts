// Ink: what of it is letters, what lines that were outlined, what a mark on a surface, and what is black for
// want of a colour.
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { unionOutline } from '../../../src/core/scene/union-outline.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { see } from '../seen.ts';

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${body}</svg>`;

function cast(body: string): readonly Piece[] {
  const drawing = readDrawing(svg(body));
  if (isRefusal(drawing)) throw new Error(`refused: ${drawing.refused}`);
  return castRoles(drawing).pieces;
}
const roles = (body: string): string[] => cast(body).map(({ role }) => role);

// A box outlined: outer contour, and the inner one turning back.
const box = (x: number, y: number, side: number, pen: number): string =>
  `M${x} ${y}h${side}v${side}h${-side}Z` +
  `M${x + pen} ${y + pen}v${side - 2 * pen}h${side - 2 * pen}v${2 * pen - side}Z`;
const dash = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}Z`;

describe('a word', () => {
  const letter = (x: number, width: number): string =>
    `M${x} 40h${width}v20h${-width}ZM${x + 2} 42v16h${width - 4}v-16Z`;

  it('is a form, not ink, however thin its letters', () => {
    expect(
      roles(
        `<path d="${letter(10, 9)}${letter(22, 14)}${letter(39, 11)}${dash(53, 40, 2, 20)}" fill="#111"/>`,
      ),
    ).toEqual(['form']);
  });

  it('may have a layer for each letter', () => {
    const each = [letter(10, 9), letter(22, 14), letter(39, 11)].map((d) => `<path d="${d}" fill="#111"/>`);
    expect(roles(each.join(''))).toEqual(['form', 'form', 'form']);
  });

  it('is none where all are alike, as beads and bars are, or stand far apart', () => {
    const beads = [10, 25, 40, 55].map((x) => letter(x, 12)).join('');
    expect(roles(`<path d="${beads}" fill="#111"/>`)).toEqual(['brush']);
    const apart = `${letter(0, 9)}${letter(40, 14)}${letter(85, 11)}`;
    expect(roles(`<path d="${apart}" fill="#111"/>`)).toEqual(['brush']);
  });
});

describe('an outlined stroke', () => {
  it('is a line up to a bold icon’s width, if it is as broad everywhere', () => {
    expect(roles(`<path d="${box(10, 10, 80, 3)}" fill="#000"/>`)).toEqual(['brush']);
    expect(roles(`<path d="${box(10, 10, 80, 8)}" fill="#000"/>`)).toEqual(['brush']);
    expect(roles(`<path d="${box(10, 10, 80, 20)}" fill="#000"/>`)).toEqual(['form']);
    // As much ink for its outline, but a plate with a slit.
    expect(roles(`<path d="M10 40h80v20h-80ZM14 57h72v1h-72Z" fill="#000" fill-rule="evenodd"/>`)).toEqual([
      'form',
    ]);
  });

  it('may turn both contours the same way, if its rule says even-odd', () => {
    const both = `M10 10h80v80h-80ZM18 18h64v64h-64Z`;
    expect(roles(`<path d="${both}" fill="#000" fill-rule="evenodd"/>`)).toEqual(['brush']);
    expect(roles(`<path d="${both}" fill="#000"/>`)).toEqual(['form']);
  });

  it('in a colour is a thing in that colour', () => {
    expect(roles(`<path d="${box(10, 10, 80, 3)}" fill="#d6281e"/>`)).toEqual(['form']);
  });
});

describe('ink that stands alone on a surface', () => {
  it('is seen on it, be it strokes or outlined', async () => {
    const strokes = await see(
      svg(
        '<g stroke="#000" stroke-width="6"><rect x="10" y="10" width="80" height="80"/><path d="M50 30V50H65"/></g>',
      ),
    );
    const outlined = await see(svg(`<path d="${box(7, 7, 86, 6)}${dash(47, 30, 6, 22)}" fill="#000"/>`));
    for (const seen of [strokes, outlined]) {
      expect(Math.max(...seen.at(50, 40).slice(0, 3))).toBeLessThan(10);
      expect(Math.max(...seen.at(30, 70).slice(0, 3))).toBeGreaterThan(130);
      expect(seen.at(30, 70)[3]).toBe(255);
    }
  });

  it('is a digit with a counter, through which the surface is seen', async () => {
    const six = 'M40 20H60V28H48V50H64V84H40ZM48 58V76H56V58Z';
    const { at, parts } = await see(
      svg(`<path fill-rule="evenodd" d="${box(4, 4, 92, 7)}${six}" fill="#000"/>`),
    );
    expect(Math.max(...at(44, 40).slice(0, 3))).toBeLessThan(10);
    expect(at(52, 67)).toEqual(at(25, 67));
    expect(parts).toHaveLength(1);
  });

  it('is a part where it is a ring', async () => {
    const ring = 'M50 30A20 20 0 1 1 49.9 30ZM50 37A13 13 0 1 0 50.1 37Z';
    const { parts } = await see(
      svg(`<path fill-rule="evenodd" d="${box(4, 4, 92, 7)}${ring}" fill="#000"/>`),
    );
    expect(parts).toHaveLength(2);
  });

  it('is a line of the form where it is thin or touches the outline', async () => {
    const thin = await see(
      svg(
        '<g stroke="#000" stroke-width="1.5"><rect x="10" y="10" width="80" height="80"/><path d="M50 30V70"/></g>',
      ),
    );
    const joined = await see(
      svg(
        '<g stroke="#000" stroke-width="6"><rect x="10" y="10" width="80" height="80"/><path d="M50 10V60"/></g>',
      ),
    );
    for (const seen of [thin, joined]) expect(Math.max(...seen.at(50, 50).slice(0, 3))).toBeGreaterThan(95);
  });
});

describe('a stroke on a surface', () => {
  const board = (outline: string): string => `<path d="M10 10h80v80h-80Z" fill="#eedebb" ${outline}/>`;
  const line = (colour: string): string => `<path d="M20 50H80" stroke="${colour}" stroke-width="2"/>`;

  it.each(['#d22', '#222'])('%s is print where surfaces have no outline', (colour) => {
    expect(roles(board('') + line(colour))).toEqual(['form', 'print']);
  });

  it('is a line of the form where it is the outlines’ own pen, print in any other colour', () => {
    const outlined = board('stroke="#222" stroke-width="2"');
    expect(roles(outlined + line('#222'))).toEqual(['form', 'line']);
    expect(roles(outlined + line('#d22'))).toEqual(['form', 'print']);
  });
});

it('a pattern of thousands of dots in one layer is one piece, neither letters nor marks', async () => {
  const dots = Array.from({ length: 5000 }, (_, i) =>
    dash(1 + (i % 100), 1 + 2 * Math.floor(i / 100), 0.3, 0.3),
  );
  const pattern = `<path d="${dots.join('')}" fill="#111"/>`;
  expect(roles(pattern)).toEqual(['brush']);
  expect((await see(svg(pattern))).parts).toHaveLength(1);
});

describe('black alone', () => {
  const body = 'M20 20h60v60h-60Z';

  it('is no colour: the surface gets one, and the picture says so', async () => {
    expect(cast(`<path d="${body}" fill="#000"/>`).map(({ bare }) => bare)).toEqual([true]);
    const { at, notes, parts } = await see(svg(`<path d="${body}" fill="#000"/>`));
    expect(Math.max(...at(50, 50).slice(0, 3))).toBeGreaterThan(130);
    expect(notes).toContain('ink-coloured');
    expect(parts.map(({ colour }) => colour)).not.toContain('#000000');
  });

  it.each([
    ['dark blue', `<path d="${body}" fill="#0b1a44"/>`],
    ['two colours', `<path d="${body}" fill="#000"/><path d="M30 30h10v10h-10Z" fill="#fff"/>`],
    ['grey', `<path d="${body}" fill="#777"/>`],
    [
      'a gradient',
      `<linearGradient id="g"><stop/><stop offset="1" stop-color="#444"/></linearGradient><path d="${body}" fill="url(#g)"/>`,
    ],
  ])('is a colour beside others: %s', (_, drawn) => {
    expect(cast(drawn).map(({ bare }) => bare)).not.toContain(true);
  });
});

describe('contours that overlap', () => {
  const outlineOf = (d: string): string => unionOutline(cast(`<path d="${d}" fill="#c33"/>`)[0]!.shape);

  it('leave no line inside', () => {
    const d = outlineOf(dash(10, 10, 40, 20) + dash(30, 10, 40, 20));
    const xs = [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].filter(
      ([, , y]) => Number(y) > 12 && Number(y) < 28,
    );
    expect(new Set(xs.map(([, x]) => Number(x)))).toEqual(new Set([10, 70]));
  });

  it('are left alone where one is a hole of the other', () => {
    const d = box(10, 10, 80, 8);
    expect(outlineOf(d)).toBe(cast(`<path d="${d}" fill="#c33"/>`)[0]!.shape.d);
  });
});
