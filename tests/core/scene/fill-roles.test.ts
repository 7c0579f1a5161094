import { expect, it } from 'vitest';
import {
  fillRole,
  inkAlone,
  isCastShadow,
  isGlow,
  isOnBodies,
  isPainted,
  saysGlass,
} from '../../../src/core/scene/fill-roles.ts';
import { sceneOf } from '../parts/inked.ts';

const shapesOf = (body: string) => sceneOf(body).drawing.shapes;
const BODY = '<rect x="1" y="1" width="8" height="8" fill="#2A9D8F"/>';

it('a fill is a form; light and shade on one are print', () => {
  const forms = shapesOf(`${BODY}<rect x="3" y="3" width="2" height="2" fill="#fff" fill-opacity="0.4"/>`);
  expect(forms.map((shape) => fillRole(shape, forms, 10, false))).toEqual(['form', 'print']);
  const [pane] = shapesOf('<rect id="glass" width="2" height="2"/>');
  expect([saysGlass(pane!), saysGlass(forms[0]!)]).toEqual([true, false]);
});

it('a grey, faint shape below all is a drawn shadow, a gradient to nothing a glow', () => {
  const [shadow, body, glow] = shapesOf(
    `<ellipse cx="5" cy="9.5" rx="5" ry="0.5" fill="#000" fill-opacity="0.3"/>${BODY}<rect width="9" height="9" fill="red" fill-opacity="0.1"/>`,
  );
  expect(isCastShadow(shadow!, [body!])).toBe(true);
  expect(isCastShadow(body!, [shadow!])).toBe(false);
  expect([glow, body].map((shape) => isGlow(shape!))).toEqual([true, false]);
});

it('a drawing is painted, or ink alone', () => {
  const [body, ink] = shapesOf(`${BODY}<path d="M2 2H4V3H2Z" fill="#111"/>`);
  expect([isPainted([body!], 10), isPainted([ink!], 10)]).toEqual([true, false]);
  const [badge, grey] = shapesOf(
    '<circle cx="8" cy="8" r="1.3" fill="#3DE1B0"/><circle r="1.3" fill="#BBB"/>',
  );
  expect([isPainted([badge!, ink!], 10), isPainted([grey!, ink!], 10)]).toEqual([true, false]);
  expect(isOnBodies(new Set([ink!]), [body!])).toBe(true);
  expect(isOnBodies(new Set([ink!]), [])).toBe(false);
  expect([
    inkAlone([ink!], new Set()),
    inkAlone([ink!, body!], new Set()),
    inkAlone([ink!], new Set([ink!])),
  ]).toEqual(['plain', null, null]);
  const inBlack = (...alphas: number[]) =>
    shapesOf(alphas.map((alpha) => `<path d="M2 2H4V3H2Z" fill-opacity="${alpha}"/>`).join(''));
  expect(
    [
      [1, 0.2],
      [0.45, 0.6, 0.8],
    ].map((alphas) => inkAlone(inBlack(...alphas), new Set())),
  ).toEqual(['plain', 'shaded']);
});
