// Arbitrary SVG: documents from a grammar that knows what is awkward (huge, tiny and missing numbers,
// references in a circle, entities, nesting), and files in which bytes were flipped, lost or doubled.
import * as fc from 'fast-check';

/** Mostly what a designer's tool writes, sometimes what nobody should. */
const number = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 200 }).map(String) },
  { weight: 4, arbitrary: fc.double({ min: -50, max: 250, noNaN: true }).map((n) => n.toFixed(3)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '0',
      '-0',
      '1e9',
      '-1e30',
      '1e-12',
      '1e309',
      'NaN',
      '',
      '50%',
      '3em',
      '.5.5',
      '٣',
    ),
  },
);
const list = (least: number, most: number) =>
  fc.array(number, { minLength: least, maxLength: most }).map((numbers) => numbers.join(' '));

const path = fc
  .array(fc.tuple(fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz', 'X'), list(0, 7)), { maxLength: 9 })
  .map((commands) => `M20 20 ${commands.map(([letter, numbers]) => letter + numbers).join(' ')}`);

const colour = fc.constantFrom(
  'none', '#888', '#FF00AA80', 'red', 'rgb(1,2,3)', 'rgba(300,-5,0,.5)', 'currentColor', 'url(#a)', 'url(#z)',
  'url(#a) red', 'hsl(1 2% 3%)', '', 'blurple',
); // prettier-ignore
const id = fc.constantFrom('a', 'b', 'c', 'body ceramic', 'Mug_2', '"&lt;', '', '日本');
const transform = fc.oneof(
  fc.tuple(fc.constantFrom('translate', 'scale', 'rotate', 'matrix', 'skewX', 'spin'), list(0, 6)).map(([f, n]) => `${f}(${n})`),
  fc.constantFrom('matrix(0 0 0 0 0 0)', 'scale(0)', 'rotate(45', 'translate(1e20)'),
); // prettier-ignore

const look = fc.record(
  {
    id,
    fill: colour,
    stroke: colour,
    'stroke-width': number,
    'stroke-linecap': fc.constantFrom('butt', 'round', 'square', 'pointy'),
    'stroke-dasharray': list(1, 4),
    'fill-rule': fc.constantFrom('evenodd', 'nonzero'),
    opacity: number,
    transform,
    'clip-path': fc.constantFrom('url(#a)', 'url(#b)', 'url(#nowhere)'),
    mask: fc.constantFrom('url(#a)', 'url(#c)'),
    filter: fc.constant('url(#b)'),
    style: fc.constantFrom(
      'fill:red;stroke:blue',
      'display:none',
      'mix-blend-mode:multiply',
      ';;:',
      'fill:url(#a)',
    ),
    class: fc.constantFrom('a', 'b a'),
  },
  { requiredKeys: [] },
);

const quoted = (value: string): string => value.replace(/&(?!lt;)/g, '&amp;').replace(/"/g, '&quot;');
const tag = (name: string, attributes: Record<string, string | undefined>, inside = ''): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${quoted(value ?? '')}"`);
  return `<${name}${written.join('')}>${inside}</${name}>`;
};
const shape = (name: string, numbers: readonly string[]) =>
  fc
    .tuple(look, fc.record(Object.fromEntries(numbers.map((key) => [key, number])), { requiredKeys: [] }))
    .map(([style, where]) => tag(name, { ...style, ...where }));

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const { element } = fc.letrec<{ element: string }>((tie) => {
  const inside = fc.array(tie('element'), { maxLength: 5 }).map((all) => all.join(''));
  const holding = (name: string, more: Record<string, string> = {}) =>
    fc.tuple(look, inside).map(([style, children]) => tag(name, { ...style, ...more }, children));
  return {
    element: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(look, path).map(([style, d]) => tag('path', { ...style, d })),
      shape('rect', ['x', 'y', 'width', 'height', 'rx']),
      shape('ellipse', ['cx', 'cy', 'rx', 'ry']),
      shape('circle', ['cx', 'cy', 'r']),
      shape('line', ['x1', 'y1', 'x2', 'y2']),
      fc.tuple(look, list(0, 12)).map(([style, points]) => tag('polygon', { ...style, points })),
      fc.tuple(look, fc.constantFrom(PIXEL, PIXEL.slice(0, 60), 'data:,', 'https://example.com/a.png', '#a')).map(
        ([style, href]) => tag('image', { ...style, href, width: '90', height: '90' }),
      ),
      fc.tuple(look, fc.constantFrom('#a', '#b', '#c', '#')).map(([style, href]) => tag('use', { ...style, href })),
      fc.constantFrom('<text>Mug</text>', '<script>boom()</script>', '<!-- x -->', '<style>.a{fill:red}*{}</style>', '&amp;', '<foreignObject/>'),
      holding('g'),
      holding('svg', { viewBox: '0 0 50 50' }),
      holding('defs'),
      holding('clipPath'),
      holding('mask'),
      holding('symbol'),
      holding('pattern', { width: '10', height: '10', patternUnits: 'userSpaceOnUse' }),
      holding('linearGradient'),
    ),
  };
}); // prettier-ignore

const port = fc.oneof(
  { weight: 6, arbitrary: fc.constant('viewBox="0 0 200 200"') },
  fc.constantFrom(
    'viewBox="0 0 20000 4"', 'viewBox="-1e6 5 100 90"', 'width="120" height="80"', 'viewBox="0 0 0 10"', 'viewBox="0 0 1e-9 1e-9"',
    'viewBox="0 0 1e30 1e30"', 'viewBox="0 0 200"', '', 'width="100%" height="50%"',
  ),
); // prettier-ignore

/** Something to see among all that is awkward. */
const plain = fc.constantFrom(
  '<path id="body" d="M40 40h120v120H40Z" fill="#888"/>',
  '<ellipse cx="100" cy="100" rx="60" ry="40" fill="#F80" stroke="#000" stroke-width="2"/>',
  '<path d="M30 30C60 90 120 90 150 30V150H30Z" stroke="#000" stroke-width="3"/>',
);

/** A whole document from the grammar. */
export const document = fc
  .tuple(port, fc.array(fc.oneof(plain, element), { minLength: 1, maxLength: 8 }))
  .map(([view, all]) => `<svg xmlns="http://www.w3.org/2000/svg" ${view} fill="none">${all.join('')}</svg>`);

type Wound = readonly [
  kind: 'flip' | 'lose' | 'double' | 'cut' | 'number',
  at: number,
  size: number,
  letter: string,
];

/** What can happen to a file: `at` 0…1 of its length. */
export const wounds = fc.array(
  fc.tuple(
    fc.constantFrom<Wound[0]>('flip', 'number', 'number', 'number', 'number', 'lose', 'double', 'cut'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 400 }),
    fc.constantFrom(...'0123456789-.eMLCZ #<">&/\u0000\uFFFD'),
  ),
  { minLength: 1, maxLength: 3 },
);

export function wounded(text: string, all: readonly Wound[]): string {
  return all.reduce((now, [kind, where, size, letter]) => {
    const at = Math.floor(where * now.length);
    const [before, after] = [now.slice(0, at), now.slice(at)];
    switch (kind) {
      case 'flip':
        return before + letter + after.slice(1);
      case 'lose':
        return before + after.slice(size);
      case 'double':
        return before + after.slice(0, size) + after;
      case 'cut':
        return before;
      case 'number':
        return before + after.replace(/\d+(\.\d+)?/, ['0', '-7', '1e9', '1e-9', '99999'][size % 5]!);
      default:
        return kind satisfies never;
    }
  }, text);
}
