import { expect, it } from 'vitest';
import { bodyOfBlurs } from '../../../src/core/scene/masked-blurs.ts';
import { sceneOf } from '../parts/inked.ts';

const VIEW = { x: 0, y: 0, width: 10, height: 10 };
const DEFS =
  '<mask id="m" style="mask-type:alpha"><path d="M1 9V1h3v5h5v3z" fill="#000"/></mask>' +
  '<filter id="f"><feGaussianBlur stdDeviation="0.6"/></filter>';
const cloud = (x: number, y: number, r: number, colour: string): string =>
  `<g filter="url(#f)"><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/></g>`;
const bodyOf = (inner: string) => bodyOfBlurs(sceneOf(DEFS + inner).drawing.shapes, VIEW);

it('clouds that fill a mask colour a body: all of the mask, in the largest one’s colour', () => {
  const body = bodyOf(
    `<g mask="url(#m)">${cloud(2, 2, 7, '#3186FF')}${cloud(8, 8, 5, '#FC413D')}${cloud(8, 2, 3, '#0f0')}</g>`,
  );
  expect(body?.fill).toMatchObject({ kind: 'flat', colour: { rgb: [49, 134, 255] } });
  expect(body?.blur).toBe(0);
  expect(body?.measure.box).toEqual(VIEW);
  expect(body?.within).toHaveLength(1);
});

it('there is none where light shines through, nothing masks them, or one is sharp', () => {
  expect(bodyOf(`<g mask="url(#m)">${cloud(2, 2, 4, '#3186FF')}</g>`)).toBeNull();
  expect(bodyOf(cloud(2, 2, 12, '#3186FF'))).toBeNull();
  const sharp = '<circle cx="5" cy="5" r="2" fill="#fff"/>';
  expect(bodyOf(`<g mask="url(#m)">${cloud(2, 2, 12, '#3186FF')}${sharp}</g>`)).toBeNull();
});
