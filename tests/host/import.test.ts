import { decode, encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { base64 } from '../../host/encoding/base64.ts';
import { drawPainted } from '../../host/cases/painted.ts';
import { newDocument } from '../../host/document/document.ts';
import { readEngines } from '../../host/engines.mjs';
import { openRaster } from '../../host/export/raster.ts';
import { exportSvg } from '../../host/export/svg.ts';
import { importSvg } from '../../host/import/import-svg.ts';
import { stringOf, walk } from '../../host/document/scene.ts';
import type { NodeRecord } from '../../host/document/record.ts';

const read = (inner: string, attributes = 'width="100" height="80"'): NodeRecord[] => {
  const store = newDocument();
  const id = importSvg(store, `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);
  return [...walk(store, id)];
};
const brief = (nodes: NodeRecord[]): string[] =>
  nodes.map((node) => `${node.type} ${stringOf(node, 'name')}`);
const box = ({ props }: NodeRecord): unknown => {
  const [[, , x], [, , y]] = props.relativeTransform as [number[], number[]];
  return [x, y, props.width, props.height].map((n) => Math.round(Number(n) * 100) / 100);
};

describe('an SVG becomes layers', () => {
  it('names come from ids, kinds from elements, groups stay', () => {
    expect(
      brief(
        read(
          '<g id="body"><rect id="lid" width="5" height="5"/><circle r="3"/></g><path d="M0 0h5v5z"/><line x2="9"/><g/>',
        ),
      ),
    ).toEqual([
      'FRAME Frame',
      'GROUP body',
      'RECTANGLE lid',
      'ELLIPSE Ellipse',
      'VECTOR Vector',
      'VECTOR Line',
    ]);
  });

  it('the view box becomes the frame', () => {
    const [frame, rect] = read('<rect x="10" y="20" width="5" height="5"/>', 'width="200" height="100" viewBox="10 20 100 50"'); // prettier-ignore
    expect(box(frame!)).toEqual([0, 0, 200, 100]);
    expect(box(rect!)).toEqual([0, 0, 10, 10]);
  });

  it('transforms are worked in: a scaled box stays a box, a skewed one becomes a path', () => {
    const [, scaled, turned, skewed] = read(
      `<g transform="translate(10 5)"><rect width="10" height="10" transform="scale(2 3)" stroke="red" stroke-width="2"/></g>
       <rect width="10" height="10" transform="rotate(90)"/><rect width="10" height="10" transform="skewX(45)"/>`,
    ).filter(({ type }) => type !== 'GROUP');
    expect([scaled!.type, box(scaled!)]).toEqual(['RECTANGLE', [10, 5, 20, 30]]);
    expect(scaled!.props.strokeWeight).toBeCloseTo(2 * Math.sqrt(6));
    expect(turned!.type).toBe('RECTANGLE');
    expect(
      (turned!.props.relativeTransform as number[][]).map((row) => row.map((n) => Math.round(n))),
    ).toEqual([
      [0, -1, 0],
      [1, 0, 0],
    ]);
    expect([skewed!.type, box(skewed!)]).toEqual(['VECTOR', [0, 0, 20, 10]]);
  });

  it("all of CSS's colour names are read, and what is no colour is refused, not drawn black", () => {
    const fillOf = (fill: string): unknown => {
      const [, rect] = read(`<rect width="5" height="5" fill="${fill}"/>`);
      return (rect!.props.fills as { color: unknown }[]).map(({ color }) => color);
    };
    expect(fillOf('RebeccaPurple')).toEqual([{ r: 0x66 / 255, g: 0x33 / 255, b: 0x99 / 255 }]);
    expect(fillOf('papayawhip')).toEqual([{ r: 1, g: 0xef / 255, b: 0xd5 / 255 }]);
    expect(fillOf('inherit')).toEqual([{ r: 0, g: 0, b: 0 }]);
    expect(() => fillOf('terracotta')).toThrow('the SVG names a colour that CSS does not know: "terracotta"');
    expect(() => fillOf('#12345')).toThrow('"#12345"');
  });

  it('paint is inherited, and style rules win over attributes', () => {
    const [, one, two, three] = read(
      `<style>.a{fill:#00ff00;stroke:none} #b{fill-opacity:.5}</style>
       <g fill="red"><rect width="1" height="1"/><rect class="a" fill="blue" width="1" height="1"/><rect id="b" width="1" height="1" style="fill:rgb(0,0,255)"/></g>`,
    ).filter(({ type }) => type !== 'GROUP');
    const paint = (node?: NodeRecord) => node?.props.fills;
    expect(paint(one)).toMatchObject([{ color: { r: 1, g: 0, b: 0 }, opacity: 1 }]);
    expect(paint(two)).toMatchObject([{ color: { r: 0, g: 1, b: 0 } }]);
    expect(paint(three)).toMatchObject([{ color: { r: 0, g: 0, b: 1 }, opacity: 0.5 }]);
  });

  it('use and symbol are drawn where they are used', () => {
    expect(
      brief(read('<defs><symbol id="s"><circle r="2"/></symbol><rect id="r" width="2" height="2"/></defs><use href="#s"/><use href="#r" x="5"/>')), // prettier-ignore
    ).toEqual(['FRAME Frame', 'GROUP s', 'ELLIPSE Ellipse', 'RECTANGLE r']);
  });

  it('a clip path becomes a mask below what it clips', () => {
    const nodes = read('<clipPath id="c"><rect width="5" height="5"/></clipPath><rect id="x" clip-path="url(#c)" width="9" height="9"/>'); // prettier-ignore
    expect(brief(nodes)).toEqual(['FRAME Frame', 'GROUP x group', 'VECTOR Clip path', 'RECTANGLE x']);
    expect(nodes[2]!.props.isMask).toBe(true);
  });

  it("Figma's own export becomes the frame that it was", () => {
    const nodes = read(
      `<g id="Mug" clip-path="url(#clip0)"><rect width="100" height="80" fill="white"/><circle id="rim" r="5"/></g>
       <defs><clipPath id="clip0"><rect width="100" height="80" fill="white"/></clipPath></defs>`,
      'width="100" height="80" viewBox="0 0 100 80"',
    );
    expect(brief(nodes)).toEqual(['FRAME Mug', 'ELLIPSE rim']);
    expect(nodes[0]!.props.fills).toMatchObject([{ type: 'SOLID', color: { r: 1, g: 1, b: 1 } }]);
  });

  it('embedded images become image fills', () => {
    const png = base64(
      new Uint8Array(encode({ width: 4, height: 2, data: new Uint8Array(32), channels: 4 })),
    );
    const [, image] = read(`<image x="3" width="40" height="20" href="data:image/png;base64,${png}"/>`);
    expect(image!.props.fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }]);
    expect(box(image!)).toEqual([3, 0, 40, 20]);
  });

  it('arcs and shorthands become curves that Figma knows', () => {
    const [, node] = read('<path d="M10 10a5 5 0 1 0 10 0t5 5s3 3 4 4H2V3"/>');
    expect(JSON.stringify(node!.props.vectorPaths)).not.toMatch(/[aAtTsShHvV] /);
  });

  it('what is no SVG is refused with what was seen', () => {
    expect(() => importSvg(newDocument(), 'hello')).toThrow('not an SVG file: it starts with "hello"');
    expect(() => importSvg(newDocument(), '<html></html>')).toThrow('not an SVG file');
  });
});

describe("Figma's own forms come back as the layers that they were written from", () => {
  const store = newDocument();
  const drawn = [...drawPainted(store)];
  const again = (id: string): { first: string; second: string; nodes: NodeRecord[] } => {
    const first = exportSvg(store, store.get(id), { svgIdAttribute: true }).svg;
    const into = newDocument();
    const frame = importSvg(into, first);
    const second = exportSvg(into, into.get(frame), { svgIdAttribute: true }).svg;
    return { first, second, nodes: [...walk(into, frame)] };
  };

  it.each(drawn)('%s looks the same after export and import', async (_name, id) => {
    const render = await openRaster((await readEngines()).resvg);
    const { first, second } = again(id);
    const [before, after] = [first, second].map((svg) => decode(render(svg, 1)));
    expect([after!.width, after!.height]).toEqual([before!.width, before!.height]);
    const far = before!.data.filter((value, i) => Math.abs(value - after!.data[i]!) > 24).length;
    expect(far / before!.data.length, second).toBeLessThan(0.002);
  });

  const of = (name: string): NodeRecord[] => again(drawn.find(([one]) => one.startsWith(name))![1]).nodes;
  const paints = (node: NodeRecord | undefined) => node?.props.fills;

  it('angular and diamond gradients in their place', () => {
    for (const [name, type] of [['23', 'GRADIENT_ANGULAR'], ['25', 'GRADIENT_DIAMOND']] as const) {
      const wearer = of(name).find(({ type }) => type === 'ELLIPSE' || type === 'RECTANGLE');
      const [paint] = paints(wearer) as { type: string; gradientTransform: number[][] }[];
      expect(paint!.type).toBe(type);
      expect(paint!.gradientTransform.flat().map((n) => Math.round(1000 * n) / 1000 + 0)).toEqual([1, 0, 0, 0, 1, 0]);
    }
  }); // prettier-ignore

  it('a frame with its border, masks, images, blurs and blend modes', () => {
    expect(of('01')[0]!.props).toMatchObject({ cornerRadius: 8, strokeWeight: 1, strokes: [{ type: 'SOLID' }] });
    expect(of('37').filter(({ props }) => props.isMask === true).map(({ type, props }) => [type, props.maskType])).toEqual([['ELLIPSE', 'ALPHA']]);
    expect(of('14').flatMap((node) => (paints(node) ?? []) as { type: string }[]).map(({ type }) => type)).toEqual(['IMAGE']);
    expect(of('11').flatMap(({ props }) => props.effects ?? [])).toMatchObject([{ type: 'LAYER_BLUR', radius: 20 }]);
    expect(of('34').flatMap(({ props }) => props.effects ?? [])).toMatchObject([{ type: 'BACKGROUND_BLUR', radius: 32 }]);
    expect(of('16').flatMap(({ props }) => props.effects ?? [])).toMatchObject([{ type: 'DROP_SHADOW', radius: 20, offset: { x: 0, y: 8 } }]);
    expect(of('21').map(({ props }) => props.blendMode)).toContain('OVERLAY');
  }); // prettier-ignore
});
