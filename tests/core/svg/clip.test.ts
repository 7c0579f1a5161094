import { describe, expect, it } from 'vitest';
import { Clips } from '../../../src/core/svg/clip.ts';
import { IDENTITY, type Matrix } from '../../../src/core/svg/transform.ts';
import { idsOf } from './elements.ts';

const PAGE = { x: 0, y: 0, width: 10, height: 10 };
const none = (): null => null;
const open = (markup: string): Clips => new Clips(idsOf(markup), PAGE, new Map());
const clipPath = (inner: string, rest = ''): string => `<clipPath id="c" ${rest}>${inner}</clipPath>`;

describe('clips', () => {
  it('are written once, in drawing coordinates', () => {
    const clips = open(clipPath('<path d="M0 0h2v2z"/>', 'transform="translate(1 0)"'));
    const matrix: Matrix = [2, 0, 0, 2, 0, 0];
    expect(clips.clip('c', matrix, none)).toBe('clip-path="url(#clip-0-of-realize)"');
    expect(clips.clip('c', matrix, none)).toBe('clip-path="url(#clip-0-of-realize)"');
    expect(clips.markup).toBe(
      '<clipPath id="clip-0-of-realize" transform="matrix(2 0 0 2 2 0)"><path d="M0 0h2v2z"></path></clipPath>',
    );
    expect(clips.crisp).toBe(clips.markup);
    expect(clips.clip('c', IDENTITY, none)).toBe('clip-path="url(#clip-1-of-realize)"');
  });

  it('by shares of the shape’s own box stand in that box', () => {
    const clips = open(clipPath('<rect width="0.5" height="1"/>', 'clipPathUnits="objectBoundingBox"'));
    const attribute = clips.clip('c', IDENTITY, () => ({ x: 2, y: 4, width: 6, height: 3 }));
    expect(clips.boxes.get(attribute!)).toEqual({ x: 2, y: 4, width: 3, height: 3 });
    expect(clips.markup).not.toContain('clipPathUnits');
    expect(clips.clip('c', IDENTITY, none)).toBeNull();
  });

  it('that hold the whole page are none', () => {
    const whole = open(clipPath('<rect x="-1" y="-1" width="12" height="12"/>'));
    expect([whole.clip('c', IDENTITY, none), whole.markup]).toEqual([null, '']);
    // Half as large it cuts; with round corners too; and so does one that is no rectangle.
    expect(whole.clip('c', [0.5, 0, 0, 0.5, 0, 0], none)).not.toBeNull();
    expect(open(clipPath('<rect width="10" height="10" rx="1"/>')).clip('c', IDENTITY, none)).not.toBeNull();
    expect(open(clipPath('<circle r="99"/>')).clip('c', IDENTITY, none)).not.toBeNull();
  });

  it('may be written as a path, and as a white mask', () => {
    const square = open(clipPath('<path d="M10 0H0v10h10z"/>'));
    expect(square.clip('c', IDENTITY, none)).toBeNull();
    expect(square.boxes.get(square.clip('c', [0.5, 0, 0, 0.5, 0, 0], none)!)).toMatchObject({ width: 5 });
    const masked = (inner: string, rest = '') =>
      open(`<mask id="m" ${rest}>${inner}</mask>`).mask('m', IDENTITY, UNMASKED, null);
    expect(masked('<path d="M10 0H0v10h10z" fill="white"/>')).toBeNull();
    expect(masked('<rect width="10" height="10"/>', 'fill="#FFF"')).toBeNull();
    expect(masked('<rect width="10" height="10" fill="#ccc"/>')).not.toBeNull();
    expect(masked('<rect width="10" height="10" fill="#fff" opacity="0.5"/>')).not.toBeNull();
    const region = 'maskUnits="userSpaceOnUse" x="1" y="1" width="4" height="4"';
    expect(masked('<rect width="10" height="10" fill="#fff"/>', region)).not.toBeNull();
  });

  it('have a box while they are one rectangle along the axes, corners at most a little round', () => {
    const boxOf = (inner: string, matrix: Matrix = IDENTITY) => {
      const clips = open(clipPath(inner));
      return clips.boxes.get(clips.clip('c', matrix, none)!);
    };
    expect(boxOf('<rect x="1" width="4" height="4" rx="0.5"/>')).toEqual({ x: 1, y: 0, width: 4, height: 4 });
    expect(boxOf('<rect width="4" height="4" rx="2"/>')).toBeUndefined();
    expect(boxOf('<rect width="4" height="4"/><rect width="1" height="1"/>')).toBeUndefined();
    expect(boxOf('<rect width="4" height="4"/>', [1, 1, -1, 1, 0, 0])).toBeUndefined();
  });

  it('of other elements, or of none, are none', () => {
    expect(open('<g id="c"/>').clip('c', IDENTITY, none)).toBeNull();
    expect(open('').clip('c', IDENTITY, none)).toBeNull();
  });
});

const UNMASKED = { box: () => null, isInside: () => false };

describe('masks', () => {
  it('are written in drawing coordinates, with what their contents inherit', () => {
    const clips = open('<mask id="m" fill="white"><path d="M0 0h2v2z"/></mask>');
    expect(clips.mask('m', [2, 0, 0, 2, 0, 0], UNMASKED, null)).toBe('mask="url(#clip-0-of-realize)"');
    expect(clips.markup).toBe(
      '<mask id="clip-0-of-realize" maskUnits="userSpaceOnUse" x="-10" y="-10" width="30" height="30" ' +
        'mask-type="luminance"><g transform="matrix(2 0 0 2 0 0)" fill="white"><path d="M0 0h2v2z"></path></g></mask>',
    );
    expect(clips.crisp).toBe(clips.markup);
  });

  it('that show by degrees are all or nothing on pages of numbers', () => {
    const clips = open(
      '<mask id="m" style="mask-type: alpha"><rect opacity="0.5" width="2" height="2"/></mask>',
    );
    clips.mask('m', IDENTITY, UNMASKED, null);
    expect(clips.markup).toContain('mask-type="alpha"');
    expect(clips.markup).not.toContain('discrete');
    expect(clips.crisp).toContain('type="discrete"');
    expect(clips.crisp).not.toContain('luminanceToAlpha');
    const light = open('<mask id="m"><image href="x"/></mask>');
    light.mask('m', IDENTITY, UNMASKED, null);
    expect(light.crisp).toContain('luminanceToAlpha');
  });

  it('of other elements are none', () => {
    expect(open('<g id="m"/>').mask('m', IDENTITY, UNMASKED, null)).toBeNull();
    const region = 'maskUnits="userSpaceOnUse" x="1" y="1" width="2" height="2"';
    const cut = open(`<mask id="m" ${region}><rect width="5" height="5"/></mask>`);
    cut.mask('m', [2, 0, 0, 2, 0, 0], UNMASKED, null);
    expect(cut.markup).toMatch(
      /<clipPath id="(.*?)"><path d="M2 2[^"]*"\/><\/clipPath>.*<g clip-path="url\(#\1\)">/,
    );
    const held = open(`<mask id="m" ${region}><rect x="1" y="1" width="2" height="2"/></mask>`);
    held.mask('m', IDENTITY, UNMASKED, null);
    expect(held.markup).not.toContain('clip-path');
    const shares = open('<mask id="m" maskContentUnits="objectBoundingBox"><rect width="1"/></mask>');
    expect(shares.mask('m', IDENTITY, UNMASKED, null)).toBeNull();
    shares.mask(
      'm',
      [2, 0, 0, 2, 0, 0],
      { box: () => ({ x: 1, y: 2, width: 3, height: 4 }), isInside: () => true },
      null,
    );
    expect(shares.markup).toContain('<g transform="matrix(6 0 0 8 2 4)">');
  });
});

it('a nested svg’s window is a rectangle in drawing coordinates', () => {
  const clips = open('');
  expect(clips.window({ x: 1, y: 1, width: 2, height: 3 }, [2, 0, 0, 2, 0, 0])).toBe(
    'clip-path="url(#clip-0-of-realize)"',
  );
  expect(clips.markup).toBe('<clipPath id="clip-0-of-realize"><path d="M2 2H6V8H2Z"/></clipPath>');
});
