import { expect, it } from 'vitest';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { ShownVariables } from '../../../src/core/svg/shown-variables.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { parseXml } from '../../../src/core/svg/xml.ts';

const [RED, BLUE, BLACK] = ['255,0,0', '0,0,255', '0,0,0'];

/** The fills, in paint order. */
function fills(svg: string): string[] {
  const drawing = readDrawing(`<svg viewBox="0 0 9 9">${svg}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return drawing.shapes.map(({ fill }) =>
    fill.kind === 'flat' ? fill.colour.rgb.map(Math.round).join() : fill.kind,
  );
}

const rect = (rest: string): string => `<rect width="5" height="5" ${rest}/>`;
const inDefs = (rest: string): string => `<defs>${rect(`id="a" ${rest}`)}</defs>`;
const use = (rest = ''): string => `<use href="#a" ${rest}/>`;

it.each([
  ['the use itself', inDefs('fill="var(--c, blue)"'), use('style="--c: red"'), [RED]],
  ['a group around it', inDefs('fill="var(--c, blue)"'), `<g style="--c: red">${use()}</g>`, [RED]],
  ['each use', inDefs('fill="var(--c, blue)"'), use('style="--c: red"') + use(), [RED, BLUE]],
  ['a rule', `<style>.k{fill:var(--c)}</style>${inDefs('class="k"')}`, use('style="--c: red"'), [RED]],
  ['what is shown', inDefs('style="--c: blue; fill: var(--c)"'), use('style="--c: red"'), [BLUE]],
  [
    'no group around what is shown',
    `<defs><g style="--c: red">${rect('id="a" style="fill: var(--c)"')}</g></defs>`,
    use(),
    [BLACK],
  ],
  [
    'a use in what is shown',
    `<defs>${rect('id="b" fill="var(--c)"')}<g id="a"><use href="#b"/></g></defs>`,
    use('style="--c: red"'),
    [RED],
  ],
  [
    'a symbol, and a name with a space',
    `<symbol id="a b">${rect('fill="var(--c)"')}</symbol>`,
    '<use href="#a b" style="--c: red"/>',
    [RED],
  ],
])('variables come from %s', (_, defs, shown, expected) => {
  expect(fills(defs + shown)).toEqual(expected);
});

it('what is shown keeps its layer’s name', () => {
  const drawing = readDrawing(
    `<svg viewBox="0 0 9 9"><defs>${rect('id="Steel lid" fill="var(--c)"')}</defs><use href="#Steel lid" style="--c:red"/></svg>`,
  );
  expect(!isRefusal(drawing) && drawing.shapes[0]!.names).toContain('Steel lid');
});

it('uses that hand down what holds there anyway need no copy', () => {
  const root = parseXml(`<svg><rect id="a" fill="var(--c)"/><use href="#a"/></svg>`, 'svg')!;
  const shown = new ShownVariables(root, false);
  const variables = new Map([['--c', 'red']]);
  for (const child of root.children) shown.note(child, variables, variables);
  expect(shown.copies(() => {})).toEqual([]);
});
