import { describe, expect, it } from 'vitest';
import { parseLength, outline } from '../../../src/core/svg/basic-shapes.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { measure } from '../../../src/core/svg/polyline.ts';
import type { Element } from '../../../src/core/svg/xml.ts';

const draw = (tag: string, attributes: Record<string, string>): string | null =>
  outline({ tag, attributes, children: [] } as unknown as Element, 200, 100);

describe('a length', () => {
  it.each([
    ['12', 12],
    [' -.5e1px ', -5],
    ['3pt', 4],
    ['1in', 96],
    ['25.4mm', 96],
    ['2em', 32],
    ['25%', 50],
    ['wide', null],
    [undefined, null],
  ] as const)('%s is %s', (text, wanted) => {
    const found = parseLength(text, 200);
    if (wanted === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(wanted, 9);
  });
});

describe('the outline', () => {
  it.each([
    ['rect', { x: '1', y: '2', width: '3', height: '4' }, 'M1 2h3v4h-3Z'],
    ['line', { x1: '1', y2: '50%' }, 'M1 0L0 50'],
    ['polyline', { points: '0,0 4,0 4,3' }, 'M0 0 4 0 4 3'],
    ['polygon', { points: '0 0 4 0 4 3 9' }, 'M0 0 4 0 4 3Z'],
    ['polygon', { points: '1.5.5 4-5 4e1-.5' }, 'M1.5 0.5 4 -5 40 -0.5Z'],
    ['polyline', { points: '0 0 4 0 4 3 x 5 5 5' }, 'M0 0 4 0 4 3'],
    ['path', { d: ' M0 0h4 ' }, 'M0 0h4'],
  ] as const)('of a %s %j', (tag, attributes, wanted) => {
    expect(draw(tag, attributes)).toBe(wanted);
  });

  it('takes a radius that is negative for one that is not said', () => {
    const square = { width: '40', height: '40' };
    const round = draw('rect', { ...square, rx: '8', ry: '8' });
    expect(draw('rect', { ...square, rx: '-5', ry: '8' })).toBe(round);
    expect(draw('rect', { ...square, rx: '8', ry: '-1' })).toBe(round);
    expect(draw('ellipse', { rx: '8', ry: '-3' })).toBe(draw('circle', { r: '8' }));
  });

  it.each([
    ['rect', { width: '0', height: '4' }],
    ['circle', { cx: '3' }],
    ['ellipse', { rx: '3', ry: '0' }],
    ['polygon', { points: '1 1' }],
    ['polygon', { points: '0 0 4 x' }],
    ['path', { d: ' ' }],
    ['g', {}],
  ] as const)('of a %s %j is nothing', (tag, attributes) => {
    expect(draw(tag, attributes)).toBeNull();
  });

  it('of a circle and an ellipse has their box and nearly their area', () => {
    const circle = measure(polylines(draw('circle', { cx: '5', cy: '5', r: '4' })!))!;
    expect(circle.box).toEqual({ x: 1, y: 1, width: 8, height: 8 });
    expect(circle.area / (16 * Math.PI)).toBeCloseTo(1, 1);
    const ellipse = measure(polylines(draw('ellipse', { cx: '5', cy: '5', rx: '4', ry: '2' })!))!;
    expect(ellipse.box).toEqual({ x: 1, y: 3, width: 8, height: 4 });
  });

  it('of a rounded rectangle: one radius serves for both, none is more than half a side', () => {
    const { box, area } = measure(polylines(draw('rect', { width: '8', height: '4', rx: '9' })!))!;
    expect(box).toEqual({ x: 0, y: 0, width: 8, height: 4 });
    // An ellipse of 4 × 2 remains.
    expect(area / (8 * Math.PI)).toBeCloseTo(1, 1);
  });
});
