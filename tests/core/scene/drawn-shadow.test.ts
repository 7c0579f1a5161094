import { expect, it } from 'vitest';
import { isCastShadow } from '../../../src/core/scene/drawn-shadow.ts';
import { sceneOf } from '../parts/inked.ts';

const shapesOf = (body: string) => sceneOf(body).drawing.shapes;

it('a grey, faint shape below all is a drawn shadow', () => {
  const [shadow, body] = shapesOf(
    '<ellipse cx="5" cy="9.5" rx="5" ry="0.5" fill="#000" fill-opacity="0.3"/><rect x="1" y="1" width="8" height="8" fill="#2A9D8F"/>',
  );
  expect(isCastShadow(shadow!, [body!], false)).toBe(true);
  expect(isCastShadow(body!, [shadow!], false)).toBe(false);
});

it('a loader’s spokes are none, however faint', () => {
  const spoke = (turn: number, opacity: number): string =>
    `<rect x="4.5" y="0" width="1" height="3" rx="0.5" fill="#111" fill-opacity="${opacity}" transform="rotate(${turn} 5 5)"/>`;
  const spokes = shapesOf([1, 0.7, 0.4, 0.2].map((opacity, i) => spoke(90 * i, opacity)).join(''));
  expect(spokes.map((one) => isCastShadow(one, spokes.slice(0, 2), false))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('pixels that are multiplied onto the ground are one, on a body they are not', () => {
  const image = (x: number, opacity: number): string =>
    `<image style="mix-blend-mode:multiply" opacity="${opacity}" x="${x}" y="2" width="3" height="3" href="data:image/png;base64,AAAA"/>`;
  const body = '<rect x="4" y="1" width="6" height="6" fill="#E76F51"/>';
  const [below, form, on, strong] = shapesOf(image(1, 0.3) + body + image(5, 0.3) + image(1, 1));
  expect([below, on, strong].map((shape) => isCastShadow(shape!, [form!], false))).toEqual([
    true,
    false,
    false,
  ]);
});

it('in one ink the faint half of a duotone sign is none, what lies flat at its foot is', () => {
  const [half, foot, sign] = shapesOf(
    '<rect x="0" y="0" width="10" height="8" fill="#222" opacity="0.3"/><ellipse cx="5" cy="9.5" rx="5" ry="0.5" fill="#222" opacity="0.3"/><rect x="2" y="1" width="6" height="8" fill="#222"/>',
  );
  const forms = [half!, sign!];
  expect([half, foot].map((shape) => isCastShadow(shape!, forms, true))).toEqual([false, true]);
});
