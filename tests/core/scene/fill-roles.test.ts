import { expect, it } from 'vitest';
import {
  fillRole,
  inkAlone,
  isGlow,
  printedInk,
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

it('a gradient to nothing, or a breath of colour, is a glow', () => {
  const [body, glow] = shapesOf(`${BODY}<rect width="9" height="9" fill="red" fill-opacity="0.1"/>`);
  expect([glow, body].map((shape) => isGlow(shape!))).toEqual([true, false]);
});

it('a drawing is painted, or ink alone', () => {
  const [body, ink] = shapesOf(`${BODY}<path d="M2 2H4V3H2Z" fill="#111"/>`);
  expect([isPainted([body!], 10), isPainted([ink!], 10)]).toEqual([true, false]);
  const [badge, grey] = shapesOf(
    '<circle cx="8" cy="8" r="1.3" fill="#3DE1B0"/><circle r="1.3" fill="#BBB"/>',
  );
  expect([isPainted([badge!, ink!], 10), isPainted([grey!, ink!], 10)]).toEqual([true, false]);
});

it('ink on bodies is print, colour by colour', () => {
  const [body, tick, arrow, line] = shapesOf(
    `${BODY}<path d="M2 2H4V3H2Z" fill="#111"/><path d="M2 9.5H4V10H2Z" fill="#555"/><path d="M2 4H4V5H2Z" fill="#555"/>`,
  );
  const brushes = new Set([tick!, arrow!, line!]);
  expect([...printedInk(brushes, [body!])]).toEqual([tick]);
  expect(printedInk(brushes, []).size).toBe(0);
});

it('black alone is a symbol’s ink, in shades of it painted', () => {
  const [body, ink] = shapesOf(`${BODY}<path d="M2 2H4V3H2Z" fill="#111"/>`);
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
