// What exportAsync draws is what is seen by hand-written SVG.
import { decode, encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { base64 } from '../../../host/encoding/base64.ts';
import { newDocument } from '../../../host/document/document.ts';
import { exportSvg } from '../../../host/export/svg.ts';
import { create } from '../../../host/document/tree.ts';
import { lettersSize } from '../../../host/geometry/letters.ts';
import { openStand } from '../stand.ts';
import { render, difference } from './seen.ts';

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
