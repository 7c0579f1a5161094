import { decode, encode } from 'fast-png';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { base64 } from '../../host/encoding/base64.ts';
import { newDocument } from '../../host/document/document.ts';
import { readEngines } from '../../host/engines.mjs';
import { exportSvg } from '../../host/export/svg.ts';
import { importSvg } from '../../host/import/import-svg.ts';
import { openRaster } from '../../host/export/raster.ts';
import { openStand } from './stand.ts';

let render: (svg: string, zoom: number) => Uint8Array;
beforeAll(async () => {
  render = await openRaster((await readEngines()).resvg);
});

/** Mean difference over the pixels, 0 to 255, and the share of pixels that differ by more than 16. */
function difference(a: Uint8Array, b: Uint8Array): { size: string; mean: number; far: number } {
  const [one, two] = [decode(a), decode(b)];
  const size = `${one.width}×${one.height}`;
  if (size !== `${two.width}×${two.height}`) return { size: `${size} and ${two.width}×${two.height}`, mean: 255, far: 1 }; // prettier-ignore
  let [sum, far] = [0, 0];
  for (let i = 0; i < one.data.length; i += 4) {
    // Colour under full transparency is nobody's business.
    const apart = [0, 1, 2, 3].map((c) =>
      c === 3
        ? Math.abs(one.data[i + 3]! - two.data[i + 3]!)
        : Math.abs(one.data[i + c]! * one.data[i + 3]! - two.data[i + c]! * two.data[i + 3]!) / 255,
    );
    const most = Math.max(...apart);
    sum += most;
    if (most > 16) far += 1;
  }
  return { size, mean: sum / (one.data.length / 4), far: far / (one.data.length / 4) };
}

const SOLID = `{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }`;
const BLACK = `{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }`;
const GRADIENT = `{ type: 'GRADIENT_LINEAR', gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [{ position: 0, color: { r: 1, g: 0, b: 0, a: 1 } }, { position: 1, color: { r: 0, g: 0, b: 1, a: 0.5 } }] }`;
const svg = (width: number, height: number, inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">${inner}</svg>`;

/** A picture of 2 × 2 pixels: red, green, blue, white. */
const PIXELS = new Uint8Array(
  encode({
    width: 2,
    height: 2,
    channels: 3,
    data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255),
  }),
);

/** What is made, and what must be seen, written by hand. */
const SHAPES: [string, string, string][] = [
  ['a rectangle', `node = figma.createRectangle(); node.resize(60, 40); node.fills = [${SOLID}];`, svg(60, 40, '<rect width="60" height="40" fill="red"/>')],
  ['round corners', `node = figma.createRectangle(); node.resize(60, 40); node.cornerRadius = 12; node.fills = [${SOLID}];`, svg(60, 40, '<rect width="60" height="40" rx="12" fill="red"/>')],
  ['corners of four kinds', `node = figma.createRectangle(); node.resize(60, 40); node.topLeftRadius = 20; node.bottomRightRadius = 10; node.fills = [${SOLID}];`, svg(60, 40, '<path d="M20 0H60V30A10 10 0 0 1 50 40H0V20A20 20 0 0 1 20 0Z" fill="red"/>')],
  ['a turned rectangle', `node = figma.createRectangle(); node.resize(60, 60); node.rotation = 45; node.fills = [${SOLID}];`, svg(85, 85, '<path d="M0 42.4264L42.4264 0L84.8528 42.4264L42.4264 84.8528Z" fill="red"/>')],
  ['an ellipse', `node = figma.createEllipse(); node.resize(60, 40); node.fills = [${SOLID}];`, svg(60, 40, '<ellipse cx="30" cy="20" rx="30" ry="20" fill="red"/>')],
  ['a circle with a stroke inside', `node = figma.createEllipse(); node.resize(60, 60); node.fills = []; node.strokes = [${BLACK}]; node.strokeWeight = 8; node.strokeAlign = 'INSIDE';`, svg(60, 60, '<circle cx="30" cy="30" r="26" fill="none" stroke="black" stroke-width="8"/>')],
  ['a stroke outside', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [${SOLID}]; node.strokes = [${BLACK}]; node.strokeWeight = 6; node.strokeAlign = 'OUTSIDE';`, svg(52, 52, '<rect width="52" height="52" fill="black"/><rect x="6" y="6" width="40" height="40" fill="red"/>')],
  ['a dashed, round line', `node = figma.createLine(); node.resize(80, 0); node.strokeWeight = 6; node.strokeCap = 'ROUND'; node.dashPattern = [10, 10];`, svg(86, 6, '<path d="M3 3H83" stroke="black" stroke-width="6" stroke-linecap="round" stroke-dasharray="10 10"/>')],
  ['a triangle', `node = figma.createPolygon(); node.resize(60, 60); node.fills = [${SOLID}];`, svg(52, 45, '<path d="M25.98 0L51.96 45L0 45Z" fill="red"/>')],
  ['a star', `node = figma.createStar(); node.resize(60, 60); node.pointCount = 4; node.innerRadius = 0.5; node.fills = [${SOLID}];`, svg(60, 60, '<path d="M30 0L40.607 19.393L60 30L40.607 40.607L30 60L19.393 40.607L0 30L19.393 19.393Z" fill="red"/>')],
  ['a vector with a hole', `node = figma.createVector(); node.strokes = []; node.fills = [${SOLID}]; node.vectorPaths = [{ windingRule: 'EVENODD', data: 'M 0 0 L 60 0 L 60 60 L 0 60 Z M 20 20 L 40 20 L 40 40 L 20 40 Z' }];`, svg(60, 60, '<path fill-rule="evenodd" d="M0 0H60V60H0Z M20 20H40V40H20Z" fill="red"/>')],
  ['a vector with a stroke inside', `node = figma.createVector(); node.fills = []; node.strokes = [${BLACK}]; node.strokeWeight = 6; node.strokeAlign = 'INSIDE'; node.vectorPaths = [{ windingRule: 'NONZERO', data: 'M 0 0 L 60 0 L 60 60 L 0 60 Z' }];`, svg(60, 60, '<rect x="3" y="3" width="54" height="54" fill="none" stroke="black" stroke-width="6"/>')],
  ['opacity of layer and paint', `node = figma.createRectangle(); node.resize(40, 40); node.opacity = 0.5; node.fills = [{ ...${SOLID}, opacity: 0.5 }];`, svg(40, 40, '<rect width="40" height="40" fill="red" fill-opacity="0.25"/>')],
  ['two paints', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [${BLACK}, { ...${SOLID}, opacity: 0.5 }];`, svg(40, 40, '<rect width="40" height="40" fill="#800000"/>')],
  ['a linear gradient', `node = figma.createRectangle(); node.resize(60, 40); node.fills = [${GRADIENT}];`, svg(60, 40, '<defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".5"/></linearGradient></defs><rect width="60" height="40" fill="url(#g)"/>')],
  ['a radial gradient', `node = figma.createRectangle(); node.resize(60, 40); node.fills = [{ ...${GRADIENT}, type: 'GRADIENT_RADIAL' }];`, svg(60, 40, '<defs><radialGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".5"/></radialGradient></defs><rect width="60" height="40" fill="url(#g)"/>')],
  ['a frame that clips', `node = figma.createFrame(); node.resize(50, 50); const inner = figma.createRectangle(); inner.fills = [${SOLID}]; node.appendChild(inner); inner.x = 25; inner.y = 30;`, svg(50, 50, '<rect width="50" height="50" fill="white"/><rect x="25" y="30" width="25" height="20" fill="red"/>')],
  ['a frame that does not', `node = figma.createFrame(); node.resize(50, 50); node.clipsContent = false; node.fills = []; const inner = figma.createRectangle(); inner.fills = [${SOLID}]; node.appendChild(inner); inner.resize(20, 20); inner.x = 40; inner.y = 40;`, svg(60, 60, '<rect x="40" y="40" width="20" height="20" fill="red"/>')],
  ['a faded group', `const a = figma.createRectangle(); const b = figma.createRectangle(); for (const one of [a, b]) { one.resize(30, 30); one.fills = [${SOLID}]; } b.x = 10; node = figma.group([a, b], figma.currentPage); node.opacity = 0.5;`, svg(40, 30, '<rect width="40" height="30" fill="red" opacity=".5"/>')],
  ['a mask', `const a = figma.createEllipse(); a.resize(40, 40); const b = figma.createRectangle(); b.resize(80, 40); b.fills = [${SOLID}]; node = figma.group([a, b], figma.currentPage); a.isMask = true;`, svg(80, 40, '<circle cx="20" cy="20" r="20" fill="red"/>')],
  ['an image that fills', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: figma.createImage(figma.base64Decode('${base64(PIXELS)}')).hash }];`, svg(40, 40, `<image width="40" height="40" preserveAspectRatio="none" xlink:href="data:image/png;base64,${base64(PIXELS)}"/>`)],
['an image that fits', `node = figma.createRectangle(); node.resize(80, 40); node.fills = [{ type: 'IMAGE', scaleMode: 'FIT', imageHash: figma.createImage(figma.base64Decode('${base64(PIXELS)}')).hash }];`, svg(80, 40, `<image x="20" width="40" height="40" preserveAspectRatio="none" xlink:href="data:image/png;base64,${base64(PIXELS)}"/>`)],
  ['an image that is cropped to its lower right quarter', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [{ type: 'IMAGE', scaleMode: 'CROP', imageTransform: [[0.5, 0, 0.5], [0, 0.5, 0.5]], imageHash: figma.createImage(figma.base64Decode('${base64(PIXELS)}')).hash }];`, svg(40, 40, `<svg width="40" height="40" viewBox="20 20 20 20"><image width="40" height="40" preserveAspectRatio="none" xlink:href="data:image/png;base64,${base64(PIXELS)}"/></svg>`)],
  ['an image that is tiled', `node = figma.createRectangle(); node.resize(60, 40); node.fills = [{ type: 'IMAGE', scaleMode: 'TILE', scalingFactor: 10, imageHash: figma.createImage(figma.base64Decode('${base64(PIXELS)}')).hash }];`, svg(60, 40, [0, 20, 40].map((x) => [0, 20].map((y) => `<image x="${x}" y="${y}" width="20" height="20" preserveAspectRatio="none" xlink:href="data:image/png;base64,${base64(PIXELS)}"/>`).join('')).join(''))],
  ['a diamond gradient', `node = figma.createRectangle(); node.resize(160, 160); node.fills = [{ ...${GRADIENT}, type: 'GRADIENT_DIAMOND', gradientStops: [{ position: 0.5, color: { r: 1, g: 0, b: 0, a: 1 } }, { position: 0.5, color: { r: 0, g: 0, b: 1, a: 1 } }] }];`, svg(160, 160, '<rect width="160" height="160" fill="blue"/><path d="M80 40L120 80L80 120L40 80Z" fill="red"/>')],
  ['a diamond gradient on a stroke', `node = figma.createRectangle(); node.resize(40, 40); node.fills = []; node.strokeAlign = 'CENTER'; node.strokeWeight = 10; node.strokes = [{ ...${GRADIENT}, type: 'GRADIENT_DIAMOND', gradientStops: [{ position: 0.5, color: { r: 1, g: 0, b: 0, a: 1 } }, { position: 0.5, color: { r: 0, g: 0, b: 1, a: 1 } }] }];`, svg(50, 50, '<rect x="5" y="5" width="40" height="40" fill="none" stroke="blue" stroke-width="10"/>')],
  ['a fill that multiplies', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [{ type: 'SOLID', color: { r: 1, g: 0.5, b: 0 } }, { type: 'SOLID', color: { r: 0.5, g: 0.5, b: 1 }, blendMode: 'MULTIPLY' }];`, svg(40, 40, '<rect width="40" height="40" fill="#804000"/>')],
  ['opacity of a layer with two paints', `node = figma.createRectangle(); node.resize(40, 40); node.opacity = 0.5; node.fills = [${SOLID}, ${BLACK}];`, svg(40, 40, '<rect width="40" height="40" fill="black" fill-opacity=".5"/>')],
  ['a luminance mask', `const a = figma.createRectangle(); a.resize(40, 40); a.fills = [{ type: 'SOLID', color: { r: 0.5, g: 0.5, b: 0.5 } }]; const b = figma.createRectangle(); b.resize(40, 40); b.fills = [${SOLID}]; node = figma.group([a, b], figma.currentPage); a.isMask = true; a.maskType = 'LUMINANCE';`, svg(40, 40, '<rect width="40" height="40" fill="red" fill-opacity="0.5"/>')],
  ['a frame’s border over what stands in it', `node = figma.createFrame(); node.resize(50, 50); node.strokes = [${BLACK}]; node.strokeWeight = 5; const inner = figma.createRectangle(); inner.resize(50, 25); inner.fills = [${SOLID}]; node.appendChild(inner);`, svg(50, 50, '<rect width="50" height="50" fill="black"/><rect x="5" y="5" width="40" height="40" fill="white"/><rect x="5" y="5" width="40" height="20" fill="red"/>')],
  ['a drop shadow', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [${SOLID}]; node.effects = [{ type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 0.5 }, offset: { x: 6, y: 6 }, radius: 0 }];`, svg(46, 46, '<rect x="6" y="6" width="40" height="40" fill="black" fill-opacity=".5"/><rect width="40" height="40" fill="red"/>')],
  ['a shadow is not seen through the node', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [{ ...${SOLID}, opacity: 0.5 }]; node.effects = [{ type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 6, y: 0 }, radius: 0 }];`, svg(46, 40, '<rect x="40" width="6" height="40" fill="black"/><rect width="40" height="40" fill="red" fill-opacity=".5"/>')],
  ['an inner shadow', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [${SOLID}]; node.effects = [{ type: 'INNER_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 8, y: 0 }, radius: 0 }];`, svg(40, 40, '<rect width="40" height="40" fill="red"/><rect width="8" height="40" fill="black"/>')],
  ['a blurred background changes nothing of the node itself', `node = figma.createRectangle(); node.resize(40, 40); node.fills = [${SOLID}]; node.effects = [{ type: 'BACKGROUND_BLUR', blurType: 'NORMAL', visible: true, radius: 12 }];`, svg(40, 40, '<rect width="40" height="40" fill="red"/>')],
  ['a half circle', `node = figma.createEllipse(); node.resize(60, 60); node.fills = [${SOLID}]; node.arcData = { startingAngle: 0, endingAngle: Math.PI, innerRadius: 0 };`, svg(60, 30, '<path d="M60 0A30 30 0 0 1 0 0Z" fill="red"/>')],
  ['a ring', `node = figma.createEllipse(); node.resize(60, 60); node.fills = [${SOLID}]; node.arcData = { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0.5 };`, svg(60, 60, '<path fill-rule="evenodd" d="M0 30A30 30 0 1 1 60 30A30 30 0 1 1 0 30ZM15 30A15 15 0 1 1 45 30A15 15 0 1 1 15 30Z" fill="red"/>')],
  ['a piece of a ring', `node = figma.createEllipse(); node.resize(60, 60); node.fills = [${SOLID}]; node.arcData = { startingAngle: -Math.PI / 2, endingAngle: 0, innerRadius: 0.5 };`, svg(30, 30, '<path d="M0 0A30 30 0 0 1 30 30H15A15 15 0 0 0 0 15Z" fill="red"/>')],
  ['sides of their own weights, inside', `node = figma.createRectangle(); node.resize(60, 40); node.fills = [${SOLID}]; node.strokes = [${BLACK}]; node.strokeTopWeight = 8; node.strokeRightWeight = 0; node.strokeBottomWeight = 2; node.strokeLeftWeight = 4;`, svg(60, 40, '<rect width="60" height="40" fill="black"/><rect x="4" y="8" width="56" height="30" fill="red"/>')],
  ['sides of their own weights, round', `node = figma.createRectangle(); node.resize(60, 40); node.cornerRadius = 20; node.fills = []; node.strokes = [${BLACK}]; node.strokeWeight = 0; node.strokeBottomWeight = 10;`, svg(60, 40, '<clipPath id="c"><rect width="60" height="40" rx="20"/></clipPath><rect y="30" width="60" height="10" clip-path="url(#c)"/>')],
]; // prettier-ignore

describe('exportAsync draws', () => {
  it.each(SHAPES)('%s', async (_name, script, expected) => {
    const stand = await openStand();
    const [text] = await stand.tell(
      `let node; ${script} say(await node.exportAsync({ format: 'SVG_STRING' }));`,
    );
    const seen = difference(render(text!, 2), render(expected, 2));
    expect(seen.mean, `${JSON.stringify(seen)}\n${text}`).toBeLessThan(1);
    expect(seen.far, text).toBeLessThan(0.01);
  });

  it('boolean operations', async () => {
    const stand = await openStand();
    const { create } = await import('../../host/document/tree.ts');
    const { store } = stand;
    const make = (operation: string): string => {
      const group = create(store, 'BOOLEAN_OPERATION', store.currentPage, { booleanOperation: operation });
      create(store, 'RECTANGLE', group, { width: 40, height: 40 });
      create(store, 'RECTANGLE', group, { width: 40, height: 40, relativeTransform: [[1, 0, 20], [0, 1, 20]] }); // prettier-ignore
      return group;
    };
    const grey = '#D9D9D9';
    const wanted: Record<string, string> = {
      UNION: `<path d="M0 0H40V20H60V60H20V40H0Z" fill="${grey}"/>`,
      SUBTRACT: `<path d="M0 0H40V20H20V40H0Z" fill="${grey}"/>`,
      INTERSECT: `<path d="M20 20H40V40H20Z" fill="${grey}"/>`,
      EXCLUDE: `<path fill-rule="evenodd" d="M0 0H40V40H0ZM20 20H60V60H20Z" fill="${grey}"/>`,
    };
    for (const [operation, inner] of Object.entries(wanted)) {
      const { svg: text, box } = exportSvg(store, store.get(make(operation)), {});
      const seen = difference(render(text, 1), render(svg(box.width, box.height, inner), 1));
      expect(seen.far, `${operation} ${JSON.stringify(seen)}\n${text}`).toBeLessThan(0.01);
    }
  });

  it('text as outlines, and as text when asked', async () => {
    const store = newDocument();
    const { create } = await import('../../host/document/tree.ts');
    const { lettersSize } = await import('../../host/geometry/letters.ts');
    const id = create(store, 'TEXT', store.currentPage, {
      characters: 'LT',
      fontSize: 100,
      ...lettersSize('LT', 100),
    });
    const outlined = exportSvg(store, store.get(id), {}).svg;
    expect(outlined).not.toContain('<text');
    const { data, width } = decode(render(outlined, 1));
    const ink = (x: number, y: number): boolean => data[(y * width + x) * 4 + 3]! > 128;
    // The L's upright, nothing right of it, its foot; the T's bar.
    expect([ink(4, 30), ink(30, 20), ink(30, 74), ink(90, 4)]).toEqual([true, false, true, true]);
    expect(exportSvg(store, store.get(id), { svgOutlineText: false }).svg).toContain('>LT</tspan></text>');
  });
});

describe('exportAsync as Figma writes it', () => {
  it('ids are layer names, made unique, only when asked', async () => {
    const [bare, named] = await (
      await openStand()
    ).tell(`
      const frame = figma.createFrame(); frame.name = 'A & B'; frame.resize(20, 20);
      for (const x of [0, 10]) { const one = figma.createRectangle(); one.resize(5, 5); one.x = x; frame.appendChild(one); }
      say(await frame.exportAsync({ format: 'SVG_STRING' }));
      say(await frame.exportAsync({ format: 'SVG_STRING', svgIdAttribute: true }));`);
    expect(bare!.replace(/clip0_\w+/g, 'clip0')).toBe(
      [
        '<svg width="20" height="20" viewBox="0 0 20 20" fill="none" xmlns="http://www.w3.org/2000/svg">',
        '<g clip-path="url(#clip0)">',
        '<rect width="20" height="20" fill="white"/>',
        '<rect width="5" height="5" fill="#D9D9D9"/>',
        '<rect x="10" width="5" height="5" fill="#D9D9D9"/>',
        '</g>',
        '<defs>',
        '<clipPath id="clip0">',
        '<rect width="20" height="20" fill="white"/>',
        '</clipPath>',
        '</defs>',
        '</svg>',
        '',
      ].join('\n'),
    );
    expect(named).toContain('<g id="A &#38; B" clip-path=');
    expect(named).toContain('<rect id="Rectangle" width="5"');
    expect(named).toContain('<rect id="Rectangle_2" x="10"');
  });

  it('effects are one filter on a group of the layer’s name; a blurred background is HTML before it', async () => {
    const [shadows, blurred] = await (
      await openStand()
    ).tell(`
      const node = figma.createRectangle(); node.resize(40, 40); node.name = 'Card';
      const shadow = { visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 0.25 }, offset: { x: 0, y: 4 }, radius: 4 };
      node.effects = [{ ...shadow, type: 'DROP_SHADOW' }, { ...shadow, type: 'INNER_SHADOW', spread: 2 }];
      say(await node.exportAsync({ format: 'SVG_STRING', svgIdAttribute: true }));
      node.effects = [{ type: 'BACKGROUND_BLUR', blurType: 'NORMAL', visible: true, radius: 12 }];
      say(await node.exportAsync({ format: 'SVG_STRING' }));`);
    const hard = '<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/>'; // prettier-ignore
    const tint = '<feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/>';
    expect(
      shadows!
        .replace(/_1_\d+/g, '_N')
        .split('\n')
        .slice(1, -3),
    ).toEqual([
      '<g id="Card" filter="url(#filter0_di_N)">',
      '<rect x="4" width="40" height="40" fill="#D9D9D9"/>',
      '</g>',
      '<defs>',
      '<filter id="filter0_di_N" x="0" y="0" width="48" height="48" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">',
      '<feFlood flood-opacity="0" result="BackgroundImageFix"/>',
      hard,
      '<feOffset dy="4"/>',
      '<feGaussianBlur stdDeviation="2"/>',
      '<feComposite in2="hardAlpha" operator="out"/>',
      tint,
      '<feBlend mode="normal" in2="BackgroundImageFix" result="effect1_dropShadow_N"/>',
      '<feBlend mode="normal" in="SourceGraphic" in2="effect1_dropShadow_N" result="shape"/>',
      hard,
      '<feMorphology radius="2" operator="erode" in="SourceAlpha" result="effect2_innerShadow_N"/>',
      '<feOffset dy="4"/>',
      '<feGaussianBlur stdDeviation="2"/>',
      '<feComposite in2="hardAlpha" operator="arithmetic" k2="-1" k3="1"/>',
      tint,
      '<feBlend mode="normal" in2="shape" result="effect2_innerShadow_N"/>',
      '</filter>',
    ]);
    expect(blurred).toContain('<svg width="40" height="40"');
    expect(blurred).toContain('<foreignObject x="-12" y="-12" width="64" height="64"><div xmlns="http://www.w3.org/1999/xhtml" style="backdrop-filter:blur(6px);clip-path:url(#bgblur_0_'); // prettier-ignore
    expect(blurred).toContain('<rect data-figma-bg-blur-radius="12" width="40"');
  });

  it('a shadow that is spread is a grown one, and reaches farther', async () => {
    const [text] = await (
      await openStand()
    ).tell(`
      const node = figma.createRectangle(); node.resize(40, 40);
      node.effects = [{ type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 0 }, radius: 0, spread: 4 }];
      say(await node.exportAsync({ format: 'SVG_STRING' }));`);
    expect(text).toContain('<svg width="48" height="48"');
    expect(text).toMatch(
      /<feMorphology radius="4" operator="dilate" in="SourceAlpha" result="effect1_dropShadow_1_\d+"\/>\n<feOffset\/>/,
    );
  });

  it('sides, strokes and corners that differ are figma.mixed, and one weight makes them equal again', async () => {
    expect(
      await (
        await openStand()
      ).tell(`
        const node = figma.createRectangle(); node.strokeWeight = 3; say(node.strokeWeight, node.strokeLeftWeight);
        node.strokeTopWeight = 9; say(node.strokeWeight === figma.mixed, node.strokeLeftWeight);
        node.strokeWeight = 2; say(node.strokeWeight, node.strokeTopWeight);`),
    ).toEqual(['3 3', 'true 3', '2 2']);
  });

  it('PNG at a scale, a width and a height; SVG as bytes; PNG at 1 by default', async () => {
    const lines = await (
      await openStand()
    ).tell(`
      const node = figma.createRectangle(); node.resize(30, 20);
      const size = async (settings) => { const b = await node.exportAsync(settings); const v = new DataView(b.buffer); return v.getUint32(16) + '×' + v.getUint32(20); };
      say(await size(), await size({ format: 'PNG', constraint: { type: 'SCALE', value: 3 } }));
      say(await size({ format: 'PNG', constraint: { type: 'WIDTH', value: 120 } }), await size({ format: 'PNG', constraint: { type: 'HEIGHT', value: 10 } }));
      const bytes = await node.exportAsync({ format: 'SVG' });
      say(bytes instanceof Uint8Array, String.fromCharCode(...bytes.slice(0, 4)));`);
    expect(lines).toEqual(['30×20 90×60', '120×80 15×10', 'true <svg']);
  });

  it('useAbsoluteBounds shows the whole box', async () => {
    const lines = await (
      await openStand()
    ).tell(`
      const frame = figma.createFrame(); frame.fills = []; frame.clipsContent = false; frame.resize(50, 50);
      const one = figma.createRectangle(); one.resize(90, 10); frame.appendChild(one);
      for (const useAbsoluteBounds of [true, false])
        say((await frame.exportAsync({ format: 'SVG_STRING', useAbsoluteBounds })).slice(0, 29));`);
    expect(lines).toEqual(['<svg width="50" height="50" v', '<svg width="90" height="50" v']);
  });
});

describe('every sample', () => {
  const samples = readdirSync('samples').filter((file) => file.endsWith('.svg'));
  it.each(samples)('%s looks the same as the file, and the same again after a second round', (file) => {
    const text = readFileSync(`samples/${file}`, 'utf8');
    const store = newDocument();
    const first = exportSvg(store, store.get(importSvg(store, text)), { svgIdAttribute: true }).svg;
    const second = exportSvg(store, store.get(importSvg(store, first)), { svgIdAttribute: true }).svg;
    const seen = difference(render(text, 1), render(first, 1));
    expect(seen.mean, JSON.stringify(seen)).toBeLessThan(0.5);
    expect(seen.far).toBeLessThan(0.005);
    expect(second.replace(/_1_\d+/g, '')).toBe(first.replace(/_1_\d+/g, ''));
  });
});
