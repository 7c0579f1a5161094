// Kinds of drawings that designers have, each with what is seen in its picture. Others stand in tests/cases.
import { describe, expect, it } from 'vitest';
import type { PieceRole } from '../../../src/core/scene/piece.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { see } from '../seen.ts';

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" fill="none">${body}</svg>`;

/** The larger half of a channel's range is what it is near. */
const near = (seen: readonly number[], hex: string): boolean =>
  [1, 3, 5].every((at, i) => Math.abs(parseInt(hex.slice(at, at + 2), 16) - seen[i]!) < 30) && seen[3]! > 250;

describe('grounds', () => {
  const wall = '<rect width="200" height="200" fill="#F8BBAA"/>';
  const glow = '<rect width="200" height="200" fill="url(#g)"/>';
  const texture =
    '<g style="mix-blend-mode:soft-light" opacity="0.3"><rect width="200" height="200" fill="#888"/></g>';
  const defs =
    '<defs><linearGradient id="g"><stop stop-color="#DE5833"/><stop offset="1" stop-color="#DE5833" stop-opacity="0"/></linearGradient></defs>';

  it('alone, with glows and textures over them, are what was drawn', async () => {
    const { at, parts } = await see(svg(wall + glow + texture + defs));
    expect(parts).toHaveLength(1);
    expect(near(at(10, 100), '#DE5833')).toBe(true);
    expect(near(at(190, 100), '#F8BBAA')).toBe(true);
  });

  it('stay grounds under glows where something stands on them', async () => {
    const { at, parts } = await see(
      svg(`${wall}${glow}${texture}<circle cx="100" cy="100" r="50" fill="#2A9D8F"/>${defs}`),
    );
    expect(parts).toHaveLength(1);
    expect(at(20, 20)[3]).toBe(0);
  });

  it('are no boards: a pale sheet without a shadow or a border is a thing', async () => {
    const board = '<rect x="20" y="40" width="160" height="120" rx="6" fill="#F4F6F8"/>';
    const { at } = await see(
      svg(`${board}<path d="M40 130L80 90L110 110L160 60" stroke="#E53935" stroke-width="3"/>`),
    );
    expect(near(at(30, 50), '#F4F6F8')).toBe(true);
    expect(near(at(80, 90.5), '#E53935')).toBe(true);
  });

  it('may have a border outside', async () => {
    const sheet = '<rect x="4" y="4" width="192" height="192" fill="#F5F7FA"/>';
    const border = '<rect x="2" y="2" width="196" height="196" stroke="#0D99FF" stroke-width="4"/>';
    const { at, parts } = await see(
      svg(`${sheet}<circle cx="100" cy="100" r="50" fill="#2A9D8F"/>${border}`),
    );
    expect(parts).toHaveLength(1);
    expect(at(20, 20)[3]).toBe(0);
  });
});

describe('strokes of filled shapes', () => {
  it('in a hue that no other outline has are rims, however thin', async () => {
    const plate = '<rect x="20" y="60" width="160" height="80" rx="10" fill="#1565C0"/>';
    const { at } = await see(
      svg(
        `${plate}<rect x="45" y="85" width="110" height="30" fill="#FFFFFF" stroke="#D32F2F" stroke-width="3"/>`,
      ),
    );
    expect(near(at(100, 85), '#D32F2F')).toBe(true);
    expect(near(at(100, 100), '#FFFFFF')).toBe(true);
  });

  it('are the pen where most outlines have it, whatever its hue', async () => {
    const box = (x: number): string =>
      `<rect x="${x}" y="60" width="40" height="80" fill="#FFF59D" stroke="#D84315" stroke-width="2"/>`;
    const { parts } = await see(svg(box(20) + box(80) + box(140)));
    expect(parts).toHaveLength(3);
  });

  it('that are dashed keep their dashes', async () => {
    const { at } = await see(
      svg(
        '<path d="M30 60h140v90H30z" fill="#90CAF9" stroke="#0D47A1" stroke-width="6" stroke-dasharray="20 20"/>',
      ),
    );
    expect(near(at(40, 61.5), '#0D47A1')).toBe(true);
    expect(near(at(60, 61.5), '#90CAF9')).toBe(true);
  });
});

describe('ink as filled shapes', () => {
  it('is print on a body in a colour that it does not outline', async () => {
    const tile = '<rect x="10" y="10" width="180" height="180" rx="40" fill="#BFF009"/>';
    const { at } = await see(
      svg(
        `${tile}<path d="M50 60h6l30 80h-6zM70 60h6l30 80h-6zM90 60h6l30 80h-6zM110 60h6l30 80h-6z" fill="#000"/>`,
      ),
    );
    expect(Math.max(...at(68, 100).slice(0, 3))).toBeLessThan(15);
    expect(near(at(150, 100), '#BFF009')).toBe(true);
  });

  it('is a rim where it is broad beside a colour', async () => {
    const rim = 'M100 20L180 160H20ZM100 44L40 148H160Z';
    const { at } = await see(
      svg(
        `<path d="M100 20L180 160H20z" fill="#FFEB3B"/><path fill-rule="evenodd" d="${rim}" fill="#212121"/>`,
      ),
    );
    expect(near(at(100, 154), '#212121')).toBe(true);
    expect(near(at(100, 110), '#FFEB3B')).toBe(true);
  });
});

it('what hangs far over the frame under a mask that fades is seen', async () => {
  const fade =
    '<linearGradient id="g" x2="0" y2="1"><stop stop-color="#fff"/><stop offset="1" stop-color="#555"/></linearGradient>';
  const mask =
    '<mask id="m" style="mask-type:luminance"><rect x="40" y="40" width="120" height="120" fill="url(#g)"/></mask>';
  const { at } = await see(
    svg(
      `<defs>${fade}${mask}</defs><g mask="url(#m)"><path d="M-900-900H900V900H-900z" fill="#5E35B1"/></g>`,
    ),
  );
  expect(near([...at(100, 50).slice(0, 3), 255], '#5E35B1')).toBe(true);
  expect(at(100, 50)[3]).toBeGreaterThan(225);
  expect(at(20, 100)[3]).toBe(0);
});

it('a veil that reaches beyond its body is paint in its colour, no glass', async () => {
  const { parts, at } = await see(
    svg(
      '<rect x="50" y="40" width="100" height="120" fill="#8BC34A"/><rect x="40" y="90" width="120" height="30" fill="#1B5E20" fill-opacity="0.5"/>',
    ),
  );
  expect(parts.map(({ material }) => material)).not.toContain('glass');
  expect(near(at(100, 105), '#539135')).toBe(true);
});

it('a glow that is spread over far more than the drawing is nothing', async () => {
  const blur =
    '<filter id="f" filterUnits="userSpaceOnUse" x="-900" y="-900" width="2000" height="2000"><feGaussianBlur stdDeviation="400"/></filter>';
  const { at } = await see(
    svg(
      `${blur}<rect x="20" y="20" width="160" height="160" rx="40" fill="#D32F2F"/><g filter="url(#f)"><rect width="80" height="80" fill="#FFFFFF"/></g>`,
    ),
  );
  expect(near(at(100, 100), '#D32F2F')).toBe(true);
});

describe('strokes alone', () => {
  it('in several colours, of which none is a pen’s, are things: a chart’s curves enclose nothing', async () => {
    const one = 'd="M20 150C60 50 140 50 180 150" stroke="#4F46E5" stroke-width="3"';
    const other = 'd="M20 50C60 150 140 150 180 50" stroke="#F97316" stroke-width="3"';
    const { at, notes } = await see(svg(`<path ${one}/><path ${other}/>`));
    expect(near(at(100, 75), '#4F46E5')).toBe(true);
    expect(near(at(100, 125), '#F97316')).toBe(true);
    expect([at(100, 100)[3], at(30, 100)[3]]).toEqual([0, 0]);
    expect(notes).toEqual([]);
  });

  it('in ink with a little colour beside it are lines, and what they enclose is a body', async () => {
    const box = '<path d="M40 40H160V160H40Z" stroke="#222222" stroke-width="4"/>';
    const { at } = await see(svg(`${box}<path d="M80 100H120" stroke="#E53935" stroke-width="4"/>`));
    expect(at(60, 60)[3]).toBe(255);
  });

  it('on a card of glass are seen on it, broad or thin; in the card’s own colour they outline a body', async () => {
    const card = '<rect x="20" y="20" width="160" height="160" rx="20" fill="#8FB8FF" fill-opacity="0.35"/>';
    const ring = (width: number, colour: string): string =>
      `<circle cx="60" cy="70" r="20" stroke="${colour}" stroke-width="${width}"/>`;
    const { at, parts } = await see(svg(card + ring(12, '#8E8E93')));
    expect(near(at(60, 50), '#8E8E93')).toBe(true);
    expect(parts.map(({ material }) => material)).toContain('glass');
    const tint = await see(svg(card.replace('8FB8FF', '222222') + ring(12, '#222222')));
    expect(near(tint.at(60, 50), '#222222')).toBe(false);
    const roles = (width: number): PieceRole[] => {
      const drawing = readDrawing(svg(card + ring(width, '#8E8E93')));
      return isRefusal(drawing) ? [] : castRoles(drawing).pieces.map(({ role }) => role);
    };
    expect([roles(12), roles(3)]).toEqual([
      ['form', 'form'],
      ['form', 'print'],
    ]);
  });
});
