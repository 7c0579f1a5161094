import { describe, expect, it } from 'vitest';
import { groundOf } from '../../../src/core/scene/ground.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal } from '../../../src/core/sketch.ts';

/** The places in paint order of what counts as ground. */
function grounds(body: string, viewBox = '0 0 200 200'): number[] {
  const drawing = readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" fill="none">${body}</svg>`,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const ground = groundOf(drawing);
  return drawing.shapes.flatMap((shape, i) => (ground.has(shape) ? [i] : []));
}

const SHEET = '<rect width="200" height="200" fill="white"/>';
const BODY = '<rect x="60" y="70" width="80" height="80" rx="10" fill="#2A9D8F"/>';

describe('what is ground', () => {
  it('a sheet below, a border drawn last, both with round corners and the frame’s clip', () => {
    const clip = '<clipPath id="c"><rect width="200" height="200" rx="8" fill="white"/></clipPath>';
    const sheet = '<rect width="200" height="200" rx="8" fill="white"/>';
    const border = '<rect x="0.5" y="0.5" width="199" height="199" rx="7.5" stroke="#D0D0D0"/>';
    expect(grounds(`<g clip-path="url(#c)">${sheet}${BODY}</g>${border}${clip}`)).toEqual([0, 2]);
  });

  it('wall and floor', () => {
    expect(grounds(`${SHEET}<rect y="140" width="200" height="60" fill="#E5E5E5"/>${BODY}`)).toEqual([0, 1]);
  });

  it('a sheet with room round it for its shadow', () => {
    const sheet = '<rect width="200" height="170" transform="translate(20 12)" fill="white"/>';
    expect(grounds(`${sheet}<circle cx="120" cy="97" r="50" fill="#D94F3D"/>`, '0 0 240 210')).toEqual([0]);
  });
});

describe('what is none', () => {
  it('a body larger than the frame that a mask cuts inside it', () => {
    const mask =
      '<mask id="m" style="mask-type:alpha"><circle cx="100" cy="100" r="50" fill="#D9D9D9"/></mask>';
    const body =
      '<rect x="-10" y="-10" width="220" height="220" fill="#2A9D8F"/><circle cx="100" cy="100" r="20" fill="#E9C46A"/>';
    expect(grounds(`${mask}<g mask="url(#m)">${body}</g>`)).toEqual([]);
  });

  it('a tile with corners of 12 %; with corners of 3 % it is a frame', () => {
    const tile = (rx: number): string => `<rect width="200" height="200" rx="${rx}" fill="#3355aa"/>${BODY}`;
    expect(grounds(tile(24))).toEqual([]);
    expect(grounds(tile(6))).toEqual([0]);
  });

  it('a frame’s only shape, and the window that a drawing of a window is', () => {
    expect(grounds(SHEET)).toEqual([]);
    expect(
      grounds(`<rect x="20" y="20" width="160" height="160" stroke="#000" stroke-width="2"/>${BODY}`),
    ).toEqual([]);
  });
});
