import { expect, it } from 'vitest';
import { declared, rulesOf } from '../../../src/core/svg/sheet.ts';

/** selectors{names of what is declared} */
const rules = (css: string): string =>
  rulesOf(css)
    .map(({ selectors, declarations }) => `${selectors.join('|')}{${declarations.map((d) => d.name).join()}}`)
    .join(' ');

it('reads rules in order, past comments and statements', () => {
  expect(rules("@import 'x.css'; a, b { fill: red; x: 1 } /* c { y: 2 } */ d { z: 3 }")).toBe(
    'a|b{fill,x} d{z}',
  );
});

it('reads what holds on a light screen, and nothing else', () => {
  expect(rules('@media screen { a { x: 1 } } @supports (y: 1) { b { x: 1 } } @layer l { c { x: 1 } }')).toBe(
    'a{x} b{x} c{x}',
  );
  const others = ['print', '(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', 'not screen'];
  expect(others.map((media) => rules(`@media ${media} { a { x: 1 } } b { y: 1 }`))).toEqual(
    others.map(() => 'b{y}'),
  );
  expect(rules('@font-face { src: x } @keyframes k { to { x: 1 } } b { y: 1 }')).toBe('b{y}');
});

it('writes out what is nested: inside, joined to the rule around, beside it, under a condition', () => {
  expect(rules('a, b { w: 1; & c { x: 1 } &.k { y: 1 } > d, e & { z: 1 } f { v: 1 } w: 2 }')).toBe(
    'a|b{w} :is(a,b) c{x} :is(a,b).k{y} :is(a,b) > d|e :is(a,b){z} :is(a,b) f{v} a|b{w}',
  );
  expect(rules('a { @media screen { x: 1; &.k { y: 1 } } @media print { x: 2 } }')).toBe('a{x} :is(a).k{y}');
  expect(rules('& > a { x: 1 }')).toBe(':root > a{x}');
});

it('ranks layers: the later one wins, none over all, what is in a layer itself over its inner ones', () => {
  const ranked = (css: string): string =>
    rulesOf(css)
      .sort((a, b) => a.layer - b.layer)
      .map(({ selectors }) => selectors.join())
      .join(' ');
  expect(ranked('@layer low, high; @layer high { a { x: 1 } } b { x: 1 } @layer low { c { x: 1 } }')).toBe(
    'c a b',
  );
  expect(ranked('@layer one { a { x: 1 } @layer two { b { x: 1 } } } @layer one.two { c { x: 1 } }')).toBe(
    'b c a',
  );
  expect(ranked('@layer { a { x: 1 } } @layer { b { x: 1 } }')).toBe('a b');
  expect(ranked('a { @layer l { x: 1 } x: 2 }')).toBe('a a');
});

it('does not end a statement in quotes or brackets', () => {
  expect(
    declared('mask: url(data:image/png;base64,AA==); --s: "a;b}"; x: 1').map(({ value }) => value),
  ).toEqual(['url(data:image/png;base64,AA==)', '"a;b}"', '1']);
});

it('reads on to the end where a block is never closed', () => {
  expect(rules('a { x: 1')).toBe('a{x}');
});

it('declarations: names in small letters but for variables, what is important apart', () => {
  expect(declared('FILL: Red ! important; --Lid: url(a:b); nonsense; ')).toEqual([
    { name: 'fill', value: 'Red', important: true },
    { name: '--Lid', value: 'url(a:b)', important: false },
  ]);
});
