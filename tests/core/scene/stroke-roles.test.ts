import { expect, it } from 'vitest';
import {
  inkOf,
  isBar,
  isDot,
  strokeIsUsual,
  strokeRole,
  usualWidth,
} from '../../../src/core/scene/stroke-roles.ts';
import { sceneOf } from '../parts/inked.ts';

const BODY = '<rect x="1" y="1" width="8" height="8" fill="#FFD166" stroke="#111" stroke-width="0.2"/>';
const line = (width: number, rest = 'd="M3 5H7"') =>
  `<path ${rest} fill="none" stroke="#111" stroke-width="${width}"/>`;
const shapesOf = (body: string) => sceneOf(body).drawing.shapes;
const PEN = { ink: [17, 17, 17], usual: 0.2, rare: false, surfaces: true } as const;

it('on surfaces the outlines’ own pen is a line, any other is print', () => {
  const [body, ...strokes] = shapesOf(
    BODY + line(0.2) + line(0.3) + line(0.2, 'd="M3 5H7" stroke-dasharray="1"'),
  );
  expect(strokes.map((shape) => strokeRole(shape, [body!], PEN))).toEqual(['line', 'print', 'print']);
  expect(strokeRole(strokes[0]!, [body!], { ...PEN, rare: true })).toBe('print');
  expect(strokeRole(strokes[0]!, [body!], { ...PEN, ink: [255, 0, 0] })).toBe('print');
});

it('equal strokes are alike, whether they end on the surface or beyond it', () => {
  const [body, on, half] = shapesOf(BODY + line(0.3) + line(0.3, 'd="M5 5H16"'));
  expect([on, half].map((shape) => strokeRole(shape!, [body!], PEN))).toEqual(['print', 'print']);
});

it('in a drawing of lines all of them are', () => {
  const [stroke] = shapesOf(line(0.3));
  expect(strokeRole(stroke!, [], { ...PEN, surfaces: false })).toBe('line');
});

it('the usual width is that of most of the length, the ink its colour', () => {
  const strokes = shapesOf(line(0.2, 'd="M0 0H9"') + line(0.6));
  expect(usualWidth(strokes)).toBe(0.2);
  expect(usualWidth([])).toBe(0);
  expect(inkOf(strokes, false)).toEqual([17, 17, 17]);
  expect(strokes.map((shape) => strokeIsUsual(shape, 0.2, [17, 17, 17]))).toEqual([true, false]);
});

it('beside the surfaces a stroke is a bar, on them not', () => {
  const [body, on, beside] = shapesOf(BODY + line(0.3) + line(0.3, 'd="M9 5H19"'));
  expect([on, beside].map((shape) => isBar(shape!, [body!], [17, 17, 17]))).toEqual([false, true]);
});

it('a dot is hardly larger than the pen is broad, its own outline and all', () => {
  const [eye, outlined, disc] = shapesOf(
    '<circle cx="3" cy="3" r="0.3"/><circle cx="5" cy="3" r="0.2" stroke="#111" stroke-width="0.4"/><circle cx="5" cy="7" r="1.5"/>',
  );
  expect([eye, outlined, disc].map((shape) => isDot(shape!, 0.4))).toEqual([true, true, false]);
});

it('beside opaque things a hairline that is seen through encloses nothing', () => {
  const frame = (width: number, opacity: number): string =>
    `<rect x="0.5" y="0.5" width="9" height="5" fill="none" stroke="#845FFD" stroke-width="${width}" stroke-opacity="${opacity}"/>`;
  const [body, hair, broad, opaque] = shapesOf(
    '<rect x="1" y="7" width="2" height="2"/>' + frame(0.06, 0.4) + frame(0.2, 0.4) + frame(0.06, 0.9),
  );
  const pen = { ...PEN, surfaces: false };
  const roles = [hair, broad, opaque].map((shape) => strokeRole(shape!, [body!], pen));
  expect(roles).toEqual(['print', 'line', 'line']);
  expect(strokeRole(hair!, [], pen)).toBe('line');
});
