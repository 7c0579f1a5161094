import { describe, expect, it } from 'vitest';
import { viewBoxOf, viewBoxOfText } from '../../../src/core/svg/viewbox.ts';
import { parseXml } from '../../../src/core/svg/xml.ts';

const ROOTS = [
  ['<svg viewBox="0 0 320 200" width="10"/>', { x: 0, y: 0, width: 320, height: 200 }],
  ["<?xml version='1.0'?><svg viewBox='-4,-2.5 8 5'/>", { x: -4, y: -2.5, width: 8, height: 5 }],
  ['<svg viewBox=" 1,2 3, 4 "/>', { x: 1, y: 2, width: 3, height: 4 }],
  ['<svg width="64" height="48px"/>', { x: 0, y: 0, width: 64, height: 48 }],
  ['<svg width="1in" height="2e1"/>', { x: 0, y: 0, width: 96, height: 20 }],
  ['<svg width="64"/>', null],
  ['<svg width="64" height="100%"/>', null],
  ['<svg viewBox="0 0 0 10"/>', null],
  ['<svg viewBox="0 0 -5 10"/>', null],
  ['<svg viewBox="0 0 9" width="64" height="48"/>', { x: 0, y: 0, width: 64, height: 48 }],
  ['<svg viewBox="a b c d"/>', null],
  ['<svg stroke-width="3" height="4"/>', null],
  ['<svg id="a>b" viewBox="0 0 3 4"/>', { x: 0, y: 0, width: 3, height: 4 }],
  ['<svg\n  viewBox = "0 0 3 4"><svg viewBox="0 0 1 1"/></svg>', { x: 0, y: 0, width: 3, height: 4 }],
  ['<svg/>', null],
] as const;

describe('the coordinates of a root', () => {
  it.each(ROOTS)('%s', (svg, box) => {
    expect(viewBoxOf(parseXml(svg, 'svg')!)).toEqual(box);
  });

  it.each(ROOTS)('read from the text alone: %s', (svg, box) => {
    expect(viewBoxOfText(svg)).toEqual(box);
  });

  it('of a text without a root are none', () => {
    for (const text of ['', 'no drawing', '<p viewBox="0 0 1 1"/>', '<svgs viewBox="0 0 1 1"/>'])
      expect(viewBoxOfText(text)).toBeNull();
  });
});
