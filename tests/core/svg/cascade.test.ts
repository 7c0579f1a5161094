import { describe, expect, it } from 'vitest';
import { applySheets } from '../../../src/core/svg/cascade.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { parseXml, writeXml } from '../../../src/core/svg/xml.ts';

/** The fill of each shape, by id, in hex. */
function fillsOf(svg: string): Record<string, string> {
  const drawing = readDrawing(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${svg}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return Object.fromEntries(
    drawing.shapes.map(({ names, fill }) => [
      names.at(-1) ?? '',
      fill.kind === 'flat' ? fill.colour.rgb.map(Math.round).join() : fill.kind,
    ]),
  );
}

const RED = '255,0,0';
const BLUE = '0,0,255';
const rect = (id: string, rest = ''): string => `<rect id="${id}" width="5" height="5" ${rest}/>`;

describe('style sheets', () => {
  it.each([
    ['type and universal', '* { fill: blue } rect { fill: red }', rect('a')],
    ['attribute', '[data-part="lid"] { fill: red }', rect('a', 'data-part="lid"')],
    ['beginning of an attribute', 'rect[class^="st"] { fill: red }', rect('a', 'class="st0"')],
    ['child', 'svg > g > rect { fill: red }', `<g>${rect('a')}</g>`],
    ['descendant', '.icon rect { fill: red }', `<g class="icon"><g>${rect('a')}</g></g>`],
    ['two classes', '.b { fill: blue } .a.b { fill: red }', rect('a', 'class="b a"')],
    ['sibling', '#a + rect { fill: blue } path ~ rect { fill: red }', `<path d="M0 0h9"/>${rect('a')}`],
    ['place', 'rect:nth-child(2n+1) { fill: red }', `<g>${rect('a')}</g>`],
    ['negation', 'rect:not(.x, [id="b"]) { fill: red }', rect('a')],
    ['what is important', 'rect { fill: red !important }', rect('a', 'style="fill: blue"')],
    ['the heavier one, wherever it stands', '.k { fill: red } rect { fill: blue }', rect('a', 'class="k"')],
    [
      'a light screen',
      '@media (prefers-color-scheme: dark) { rect { fill: blue } } rect { fill: red }',
      rect('a'),
    ],
    ['no state', 'rect { fill: red } rect:hover { fill: blue }', rect('a')],
    ['variables', ':root { --c: red } rect { fill: var(--c, blue) }', rect('a')],
    [
      'a variable of a group',
      'rect { fill: var(--c, blue) }',
      `<g style="--c: var(--d, red)">${rect('a')}</g>`,
    ],
    ['nesting', 'g { fill: blue; & > rect { fill: red } }', `<g>${rect('a')}</g>`],
    [
      'a nested state',
      'rect { fill: blue; &.k { fill: red } &:hover { fill: lime } }',
      rect('a', 'class="k"'),
    ],
    ['type among siblings', 'rect:first-of-type { fill: red }', `<g><path d="M0 0h9"/>${rect('a')}</g>`],
    ['an escaped name', '.st\\31  { fill: red } .a\\:b { stroke: blue }', rect('a', 'class="st1"')],
    ['layers', '@layer l, m; @layer m { rect { fill: red } } @layer l { #a { fill: blue } }', rect('a')],
    ['no layer over any', '@layer l { #a { fill: blue } } rect { fill: red }', rect('a')],
    [
      'an early layer where it is important',
      '@layer l { rect { fill: red !important } } @layer m { #a { fill: blue !important } } #a { fill: lime !important }',
      rect('a'),
    ],
    [
      'the style attribute over important layers',
      '@layer l { #a { fill: blue } }',
      rect('a', 'style="fill: red"'),
    ],
  ])('select by %s', (_, css, body) => {
    expect(fillsOf(`<style>${css}</style>${body}`)['a']).toBe(RED);
  });

  it('leave alone what a selector does not select', () => {
    const css =
      'g > rect { fill: red } svg > .k { fill: red } rect[id="q"] { fill: red } #b + rect { fill: red }';
    expect(
      fillsOf(
        `<style>${css}</style>${rect('a', 'fill="blue"')}<path d="M0 0h9"/>${rect('b', 'fill="blue"')}`,
      ),
    ).toMatchObject({
      a: BLUE,
      b: BLUE,
    });
  });

  it('drop a list with a selector that nobody can read, and nothing else', () => {
    expect(
      fillsOf(`<style>rect, ? { fill: blue } @import 'x.css'; rect { fill: red }</style>${rect('a')}`)['a'],
    ).toBe(RED);
  });
});

describe('variables in attributes', () => {
  it('stand for what they fall back to, in lengths as in colours', () => {
    const drawing = readDrawing(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7" stroke="var(--stroke-0, rgb(255 0 0))" stroke-width="var(--w, 3)"/></svg>',
    );
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    expect(drawing.shapes[0]!.stroke).toMatchObject({ width: 3, paint: { colour: { rgb: [255, 0, 0] } } });
  });
});

it('is written where it holds: attributes stay, rules by weight and order go into the style, variables nowhere', () => {
  const root = parseXml(
    '<svg><style>.k { fill: var(--c); stroke: red !important } path { fill: blue; --c: lime }</style>' +
      '<path class="k" width="var(--c, 1)" style="stroke: blue; --c: gold"/><g style="fill: red"/></svg>',
    'svg',
  )!;
  applySheets(root);
  expect(root.children.slice(1).map(writeXml)).toEqual([
    '<path class="k" width="gold" style="fill:blue;fill:gold;stroke:blue;stroke:red"></path>',
    '<g style="fill: red"></g>',
  ]);
});
