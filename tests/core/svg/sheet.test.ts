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

it('reads on to the end where a block is never closed', () => {
  expect(rules('a { x: 1')).toBe('a{x}');
});

it('declarations: names in small letters but for variables, what is important apart', () => {
  expect(declared('FILL: Red ! important; --Lid: url(a:b); nonsense; ')).toEqual([
    { name: 'fill', value: 'Red', important: true },
    { name: '--Lid', value: 'url(a:b)', important: false },
  ]);
});
