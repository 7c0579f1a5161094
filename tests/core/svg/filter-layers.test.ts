import { expect, it } from 'vitest';
import { copiesOf } from '../../../src/core/svg/filter-layers.ts';
import { elementOf } from './elements.ts';

const copies = (steps: string, attributes = '') =>
  copiesOf(elementOf(`<filter ${attributes}>${steps}</filter>`));
const OWN = { dx: 0, dy: 0, grow: 0, blur: 0, colour: null };
const RED = { rgb: [255, 0, 0], alpha: 1 };

it('moves, grows and dyes copies of the element', () => {
  const outline =
    '<feMorphology in="SourceAlpha" operator="dilate" radius="3" result="d"/><feFlood flood-color="red"/>' +
    '<feComposite in2="d" operator="in"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>';
  expect(copies(outline)).toEqual([{ ...OWN, grow: 3, colour: RED }, OWN]);
  expect(copies('<feOffset dx="2" dy="-1"/>')).toEqual([{ ...OWN, dx: 2, dy: -1 }]);
  expect(
    copies('<feDropShadow dx="4" dy="4" stdDeviation="0" flood-color="red" flood-opacity="0.5"/>'),
  ).toEqual([{ ...OWN, dx: 4, dy: 4, colour: { ...RED, alpha: 0.5 } }, OWN]);
});

it('knows Figma’s shadows: outside as copies, inside as none', () => {
  const ground = '<feFlood flood-opacity="0" result="BackgroundImageFix"/>';
  const alpha = (name: string) =>
    `<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="${name}"/>`;
  const red = '<feColorMatrix type="matrix" values="0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0.5 0"/>';
  const drop =
    `${ground}${alpha('hardAlpha')}<feMorphology radius="8" operator="dilate" in="SourceAlpha" result="e"/><feOffset dy="2"/>` +
    `<feComposite in2="hardAlpha" operator="out"/>${red}<feBlend mode="normal" in2="BackgroundImageFix" result="e"/>` +
    '<feBlend mode="normal" in="SourceGraphic" in2="e" result="shape"/>';
  expect(copies(drop)).toEqual([{ ...OWN, dy: 2, grow: 8, colour: { ...RED, alpha: 0.5 } }, OWN]);
  const inner =
    `${ground}<feBlend in="SourceGraphic" in2="BackgroundImageFix" result="shape"/>${alpha('hardAlpha')}<feOffset dy="4"/>` +
    `<feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="arithmetic" k2="-1" k3="1"/>${red}` +
    '<feBlend in2="shape" result="i"/>';
  expect(copies(inner)).toEqual([OWN]);
});

it('leaves grain out: noise on what is blurred, texture, a shadow below both', () => {
  const shape = '<feBlend in="SourceGraphic" in2="BackgroundImageFix" result="shape"/>';
  const noise = (on: string, seen: string) =>
    '<feTurbulence result="noise"/><feColorMatrix in="noise" type="luminanceToAlpha" result="a"/>' +
    '<feComponentTransfer in="a" result="c"><feFuncA type="discrete" tableValues="0 1"/></feComponentTransfer>' +
    `<feComposite operator="in" in2="${on}" in="c" result="n"/>${seen}` +
    `<feMerge result="noised"><feMergeNode in="${on}"/><feMergeNode in="seen"/></feMerge>`;
  const flood = '<feFlood flood-color="red"/><feComposite operator="in" in2="n" result="seen"/>';
  const many = '<feComponentTransfer in="n" result="seen"><feFuncA type="table"/></feComponentTransfer>';
  expect(copies(`${shape}${noise('shape', many)}`)).toEqual([OWN]);
  const blur = '<feGaussianBlur stdDeviation="9" result="blurred"/>';
  expect(copies(`${shape}${blur}${noise('blurred', flood)}`)).toEqual([{ ...OWN, blur: 9 }]);
  const texture = '<feTurbulence/><feDisplacementMap in="shape" scale="4" result="d"/>';
  expect(copies(`${shape}${texture}`)).toEqual([OWN]);
  expect(copies(`${shape}${texture}<feComposite operator="in" in="d" in2="shape"/>`)).toEqual([OWN]);
  const drop =
    '<feOffset in="SourceAlpha" dy="3"/><feColorMatrix type="matrix" values="0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0" result="drop"/>';
  expect(copies(`${drop}${shape}${noise('shape', flood)}<feBlend in="noised" in2="drop"/>`)).toEqual([
    { ...OWN, dy: 3, colour: RED },
    OWN,
  ]);
});

it('gives up on anything else', () => {
  expect(copies('<feTurbulence/>')).toBeNull();
  expect(copies('<feColorMatrix type="saturate" values="0.3"/>')).toBeNull();
  expect(copies('<feFlood flood-color="red"/>')).toBeNull();
  expect(
    copies(
      '<feSpecularLighting result="l"/><feComposite in="SourceGraphic" in2="l" operator="arithmetic" k2="1" k3="1"/>',
    ),
  ).toBeNull();
  expect(copies('<feOffset dx="0.1"/>', 'primitiveUnits="objectBoundingBox"')).toBeNull();
});
