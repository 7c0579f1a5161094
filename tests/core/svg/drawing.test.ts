import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import type { Drawing, Shape } from '../../../src/core/svg/shape.ts';
import { isRefusal } from '../../../src/core/sketch.ts';

const svg = (body: string, root = 'viewBox="0 0 100 100"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${body}</svg>`;

function read(body: string, root?: string): Drawing {
  const drawing = readDrawing(svg(body, root));
  if (isRefusal(drawing)) throw new Error(`refused: ${drawing.refused} ${drawing.detail ?? ''}`);
  return drawing;
}

function only(body: string, root?: string): Shape {
  const { shapes } = read(body, root);
  expect(shapes).toHaveLength(1);
  return shapes[0]!;
}

/** x, y, width, height, to one decimal. */
const box = (shape: Shape): number[] => {
  const { x, y, width, height } = shape.measure.box;
  return [x, y, width, height].map((v) => Math.round(v * 10) / 10 + 0);
};
const rgb = (shape: Shape): unknown =>
  shape.fill.kind === 'flat' ? shape.fill.colour.rgb.map(Math.round) : shape.fill.kind;

describe('every basic shape becomes an outline in drawing coordinates', () => {
  it.each([
    ['<rect x="10" y="20" width="30" height="40"/>', [10, 20, 30, 40]],
    ['<rect x="10" y="20" width="30" height="40" rx="50"/>', [10, 20, 30, 40]],
    ['<circle cx="50" cy="50" r="20"/>', [30, 30, 40, 40]],
    ['<ellipse cx="50" cy="50" rx="20" ry="10"/>', [30, 40, 40, 20]],
    ['<line x1="10" y1="20" x2="60" y2="90" stroke="red"/>', [10, 20, 50, 70]],
    ['<polygon points="10,10 50,10 30,60"/>', [10, 10, 40, 50]],
    ['<polyline points="10 10 50 10 30 60"/>', [10, 10, 40, 50]],
    ['<path d="M10 10h40v50z"/>', [10, 10, 40, 50]],
    ['<rect width="50%" height="10%"/>', [0, 0, 50, 10]],
  ])('%s', (markup, wanted) => expect(box(only(markup))).toEqual(wanted));

  it('leaves out what has no size or no paint', () => {
    const { shapes } = read(
      '<rect width="0" height="9"/><circle r="0"/><path d=""/><path fill="none" d="M0 0h9"/><rect width="9" height="9"/>' +
        '<rect width="5" height="5" opacity="0"/><rect width="5" height="5" display="none"/><rect width="5" height="5" visibility="hidden"/>',
    );
    expect(shapes).toHaveLength(1);
  });
});

describe('transforms', () => {
  it('apply from the outside in', () => {
    const shape = only(
      '<g transform="translate(10 0) scale(2)"><g transform="rotate(90)"><rect width="10" height="5"/></g></g>',
    );
    expect(box(shape)).toEqual([0, 0, 10, 20]);
  });

  it('scale strokes with them', () => {
    const shape = only('<g transform="scale(3)"><line x2="10" stroke="#000" stroke-width="2"/></g>');
    expect(shape.stroke.width).toBeCloseTo(6);
  });

  it('reach matrix, skew and rotation about a point', () => {
    expect(box(only('<rect width="10" height="10" transform="matrix(1 0 0 2 5 5)"/>'))).toEqual([
      5, 5, 10, 20,
    ]);
    expect(box(only('<rect width="10" height="10" transform="rotate(180, 20, 20)"/>'))).toEqual([
      30, 30, 10, 10,
    ]);
    expect(box(only('<rect width="10" height="10" transform="skewX(45)"/>'))).toEqual([0, 0, 20, 10]);
  });
});

describe('paint', () => {
  it('is inherited, overridden by class, id and style, in CSS order', () => {
    const { shapes } = read(
      '<style>.a{fill:#00ff00} #b{fill:#0000ff} rect{fill:#111111}</style>' +
        '<g fill="red"><circle r="5"/><rect width="5" height="5" fill="red"/><rect class="a" width="5" height="5"/>' +
        '<rect id="b" class="a" width="5" height="5"/><rect id="b" width="5" height="5" style="fill: rgb(1 2 3)"/></g>',
    );
    expect(shapes.map(rgb)).toEqual([
      [255, 0, 0],
      [17, 17, 17],
      [0, 255, 0],
      [0, 0, 255],
      [1, 2, 3],
    ]);
  });

  it('takes the sRGB colour where Figma also writes a wide one', () => {
    const shape = only(
      '<rect width="5" height="5" fill="#D9D9D9" style="fill:#D9D9D9;fill:color(display-p3 0.85 0.1 0.85);fill-opacity:1"/>',
    );
    expect(rgb(shape)).toEqual([217, 217, 217]);
  });

  it('multiplies the opacity of groups', () => {
    expect(only('<g opacity=".5"><g opacity="50%"><rect width="5" height="5"/></g></g>').opacity).toBeCloseTo(
      0.25,
    );
  });

  it('finds gradients by reference, and their mean colour through href', () => {
    const shape = only(
      '<defs><linearGradient id="a"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>' +
        '<radialGradient id="b" xlink:href="#a"/></defs><rect width="5" height="5" fill="url(#b)"/>',
    );
    expect(shape.fill).toMatchObject({
      kind: 'drawn',
      id: 'b',
      mean: { rgb: [127.5, 127.5, 127.5], alpha: 1 },
    });
  });

  it('reads even-odd, caps, joins and dashes', () => {
    const shape = only(
      '<path d="M0 0h9v9z" fill-rule="evenodd" stroke="red" stroke-linecap="round" stroke-dasharray="4 2"/>',
    );
    expect(shape.rule).toBe('evenodd');
    expect(shape.stroke).toMatchObject({ cap: 'round', join: 'miter', dash: [4, 2] });
  });
});

describe('ways to draw a stroke', () => {
  const pen = 'fill="blue" stroke="red" stroke-width="4"';

  it('first, where paint-order says so', () => {
    const { shapes } = read(`<path d="M0 0h9v9z" ${pen} style="paint-order: stroke fill"/>`);
    const kinds = shapes.map(({ fill, stroke }) => [fill.kind, stroke.paint.kind]);
    expect(kinds).toEqual([
      ['none', 'flat'],
      ['flat', 'none'],
    ]);
    expect(read(`<path d="M0 0h9v9z" ${pen} paint-order="fill"/>`).shapes).toHaveLength(1);
  });

  it('as wide as on the screen, however large the shape is drawn', () => {
    const shape = `<path d="M0 0h9v9z" ${pen} vector-effect="non-scaling-stroke"/>`;
    expect(only(`<g transform="scale(3)">${shape}</g>`).stroke.width).toBe(4);
  });
});

describe('structure', () => {
  it('follows use to shapes, groups and symbols', () => {
    const { shapes } = read(
      '<defs><rect id="r" width="10" height="10"/><symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol></defs>' +
        '<use href="#r" x="20" y="30"/><use xlink:href="#s" x="50" y="50" width="20" height="20"/>',
    );
    expect(shapes.map(box)).toEqual([
      [20, 30, 10, 10],
      [50, 50, 20, 20],
    ]);
  });

  it('does not follow a use that leads to itself for ever', () => {
    const drawing = readDrawing(svg('<g id="a"><use href="#a"/><rect width="5" height="5"/></g>'));
    expect(isRefusal(drawing)).toBe(false);
  });

  it('places a nested svg by its viewBox and cuts it off at its edge', () => {
    const shape = only(
      '<svg x="10" y="10" width="50" height="50" viewBox="0 0 100 100"><rect width="100" height="100"/></svg>',
    );
    expect(box(shape)).toEqual([10, 10, 50, 50]);
    expect(shape.within).toHaveLength(1);
  });

  it('keeps clips and masks, but not a clip that cuts nothing off', () => {
    const { shapes, clips } = read(
      '<clipPath id="all"><rect width="100" height="100"/></clipPath><clipPath id="c"><circle r="9"/></clipPath>' +
        '<mask id="m" style="mask-type:alpha"><rect width="9" height="9"/></mask>' +
        '<g clip-path="url(#all)"><rect width="50" height="50"/><g clip-path="url(#c)"><rect mask="url(#m)" width="50" height="50"/></g></g>',
    );
    expect(shapes.map((shape) => shape.within.length)).toEqual([0, 2]);
    expect(clips).toContain('mask-type="alpha"');
  });

  it.each([
    ['K&#195;&#188;hler', 'Kühler'],
    ['&#xC3;&#xBC;ber', 'über'],
    ['&#227;&#130;&#172;', 'ガ'],
    ['&#34;A&#34; &#38;lt; &#60;', '"A" &lt; <'],
    ['&amp;#65;', '&#65;'],
    ['&#0;&#x110000;&#55296;', '&#x110000;'],
  ])('characters by number: %s is %s', (written, name) => {
    expect(only(`<rect id="${written}" width="5" height="5"/>`).names).toEqual([name]);
  });

  it('remembers layer names from the outside in', () => {
    const shape = only('<g id="lamp"><g id="arm"><rect id="brushed metal_2" width="5" height="5"/></g></g>');
    expect(shape.names).toEqual(['lamp', 'arm', 'brushed metal_2']);
    expect(shape.named).toBe(true);
  });

  it('tells of text that is not outlined', () => {
    expect(read('<rect width="5" height="5"/><text>Hi</text>').notes).toEqual(['text-not-outlined']);
  });

  it.each(['data:image/webp;base64,UklGRg==', 'data:image/avif;base64,AA==', 'https://a.b/c.png'])(
    'tells of an image that is not drawn: %s',
    (href) => {
      const image = `<image width="5" height="5" href="${href}"/>`;
      expect(read(`<rect width="5" height="5"/>${image}`).notes).toEqual(['image-left-out']);
      expect(readDrawing(`<svg viewBox="0 0 9 9">${image}</svg>`)).toEqual({
        refused: 'nothing-seen',
        detail: 'only images that are no PNG, JPEG or GIF',
      });
    },
  );

  it('takes its coordinates from width and height when there is no viewBox', () => {
    expect(read('<rect width="5" height="5"/>', 'width="30px" height="40"').box).toEqual({
      x: 0,
      y: 0,
      width: 30,
      height: 40,
    });
  });
});

describe('refusals', () => {
  it.each([
    ['hello', 'not-an-svg'],
    ['<html><body/></html>', 'not-an-svg'],
    ['<svg><g></svg>', 'not-an-svg'],
    ['<svg xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>', 'not-an-svg'],
    [svg(''), 'nothing-drawn'],
    [svg('<text>only text</text>'), 'nothing-drawn'],
    [svg('<g opacity="0"><path d="M1 1h5v5z"/></g>'), 'nothing-seen'],
    [svg('<path d="M1 1h5v5z" fill="none"/>'), 'nothing-seen'],
  ])('%s', (text, refused) => expect(readDrawing(text)).toMatchObject({ refused }));

  it('does not expand entities without bound', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
    const drawing = readDrawing(bomb + svg('<rect id="&c;" width="5" height="5"/>'));
    const size = JSON.stringify(drawing).length;
    expect(size).toBeLessThan(3000);
  });

  it('refuses more depth than any drawing has', () => {
    const deep = '<g>'.repeat(5000) + '<rect width="5" height="5"/>' + '</g>'.repeat(5000);
    expect(readDrawing(svg(deep))).toMatchObject({ refused: 'not-an-svg' });
  });
});
