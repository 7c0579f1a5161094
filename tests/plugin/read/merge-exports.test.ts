import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { merged } from '../../../src/plugin/read/merge-exports.ts';

const root = (width: number, height: number, body: string): string =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none" xmlns="http://www.w3.org/2000/svg">\n${body}\n</svg>\n`;
const at = (x: number, y: number, width: number, height: number, body: string) => ({
  svg: root(width, height, body),
  cover: { view: { x: 0, y: 0, width, height }, canvas: { x, y, width, height } },
});
/** A disc of its own gradient; both exports call it paint0. */
const disc = (colour: string, more = ''): string =>
  `<circle id="Vector" cx="10" cy="10" r="10" fill="url(#paint0)"${more}/>
<defs><linearGradient id="paint0"><stop stop-color="${colour}"/></linearGradient><clipPath id="clip0"><rect width="10" height="20" fill="white"/></clipPath></defs>`;

describe('exports of several layers as one', () => {
  it('one stays as it is', () => {
    const one = at(5, 5, 20, 20, disc('#f00'));
    expect(merged([one])).toBe(one);
  });

  it('each lies where it lay, in its own paint, under its own name', () => {
    const pieces = [
      at(100, 50, 20, 20, disc('#ff0000', ' clip-path="url(#clip0)"')),
      at(110.5, 80, 20, 20, disc('#0000ff')),
    ];
    const { svg, cover } = merged(pieces);
    expect(cover).toEqual({
      view: { x: 0, y: 0, width: 30.5, height: 50 },
      canvas: { x: 100, y: 50, width: 30.5, height: 50 },
    });
    const drawing = readDrawing(svg);
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    expect(drawing.box).toEqual(cover.view);
    const seen = drawing.shapes.map(({ names, fill, measure, within }) => ({
      names,
      colour: fill.kind === 'drawn' ? fill.mean.rgb : null,
      corner: [measure.box.x, measure.box.y].map(Math.round),
      clips: within.length,
    }));
    expect(seen).toEqual([
      { names: ['Vector'], colour: [255, 0, 0], corner: [0, 0], clips: 1 },
      { names: ['Vector'], colour: [0, 0, 255], corner: [11, 30], clips: 0 },
    ]);
  });

  it('one that Figma gave at another size is scaled to where it lies', () => {
    const small = { ...at(0, 0, 20, 20, '<rect width="20" height="20" fill="red"/>') };
    small.cover.canvas = { x: 0, y: 0, width: 60, height: 40 };
    const { svg } = merged([small, at(0, 100, 20, 20, '<rect width="20" height="20" fill="red"/>')]);
    const drawing = readDrawing(svg);
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    expect(drawing.shapes.map(({ measure }) => measure.box)).toEqual([
      { x: 0, y: 0, width: 60, height: 40 },
      { x: 0, y: 100, width: 20, height: 20 },
    ]);
  });

  it('says xlink where any of them does', () => {
    const image = at(0, 0, 20, 20, '<use xlink:href="#a"/><g id="a"/>');
    image.svg = image.svg.replace('<svg', '<svg xmlns:xlink="http://www.w3.org/1999/xlink"');
    const { svg } = merged([at(0, 0, 20, 20, ''), image]);
    expect(svg).toMatch(/^<svg [^>]*xmlns:xlink=/);
    expect(svg).toContain('<use xlink:href="#layer1-a"/><g id="layer1-a"/>');
  });
});
