import { expect, it } from 'vitest';
import { showFirstColours } from '../../../src/core/svg/animated-colours.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { parseXml } from '../../../src/core/svg/xml.ts';

/** The fill of a square in blue, as red, green, blue. */
function fill(animations: string, style = ''): string {
  const drawing = readDrawing(
    `<svg viewBox="0 0 9 9">${style}<rect id="r" width="5" height="5" fill="#00f">${animations}</rect></svg>`,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const [shape] = drawing.shapes;
  return shape!.fill.kind === 'flat' ? shape!.fill.colour.rgb.map(Math.round).join() : shape!.fill.kind;
}
const [RED, BLUE] = ['255,0,0', '0,0,255'];
const animate = (rest: string): string => `<animate attributeName="fill" dur="2s" ${rest}/>`;

it.each([
  ['the first of its values', animate('values="red;lime" repeatCount="indefinite"'), RED],
  ['what it comes from', animate('from="red" to="lime"'), RED],
  ['its first value where it has no length', '<animate attributeName="fill" values="red;lime"/>', RED],
  ['what is set', '<set attributeName="fill" to="red"/>', RED],
  ['the last one', animate('values="lime;blue"') + animate('values="red;blue"'), RED],
  ['one of several beginnings', animate('begin="r.click; 0s" values="red;lime"'), RED],
  ['how far it has come', animate('begin="-1s" values="lime;red;lime"'), RED],
  ['half way between two', animate('begin="-500ms" values="red;blue;lime"'), '128,0,128'],
  ['no mixture where it jumps', animate('begin="-.9s" calcMode="discrete" values="red;lime"'), RED],
])('an animated colour is %s', (_, animations, colour) => {
  expect(fill(animations)).toBe(colour);
});

it.each([
  ['begins later', animate('begin="1s" values="red;lime"')],
  ['waits for a click', animate('begin="r.click" values="red;lime"')],
  ['comes from what is there', animate('to="red"')],
  ['is of no colour', '<animate attributeName="width" dur="2s" values="0;5"/>'],
])('an animation changes nothing that %s', (_, animations) => {
  expect(fill(animations)).toBe(BLUE);
});

it('it overrides what style sheets say', () => {
  expect(fill(animate('values="red;lime"'), '<style>rect{fill:lime}</style>')).toBe(RED);
});

it('it may stand elsewhere and name what it animates', () => {
  const root = parseXml(
    '<svg><path id="a b"/><set href="#a%20b" attributeName="stroke" to="red"/></svg>',
    'svg',
  )!;
  showFirstColours(root);
  expect(root.children[0]!.attributes['style']).toBe('stroke:red');
});
