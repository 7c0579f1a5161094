// Drawings with what designers add to flat shapes, as nodes: one frame for each kind of shared/cases that
// Figma writes.
// In: a document. Out: ids of the frames by name, laid out in rows on the page. No part of NODE_KINDS: what
// counts is the paint.
import { createImage } from '../api/images.ts';
import { solid } from '../document/births.ts';
import type { NodeType } from '../document/kinds.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { create } from '../document/tree.ts';
import { flatten, transformPath } from '../geometry/path.ts';
import { boxOfLines } from '../geometry/rect.ts';
import { translation } from '../geometry/transform.ts';
import { spaced } from '../layout/resize.ts';
import { CHALK, PHOTO } from './images.ts';

type Props = Readonly<Record<string, Plain>>;
/** Puts one layer into a parent. */
type Layer = (store: Store, parent: string) => void;

const at = (x: number, y: number): Props => ({ relativeTransform: translation(x, y) });

const layer =
  (type: NodeType, props: Props, inner: readonly Layer[] = []): Layer =>
  (store, parent) => {
    const id = create(store, type, parent, props);
    for (const child of inner) child(store, id);
  };

const corners = (radius: number): Props => ({
  cornerRadius: radius,
  topLeftRadius: radius,
  topRightRadius: radius,
  bottomRightRadius: radius,
  bottomLeftRadius: radius,
});

function rect([x, y, width, height, radius = 0]: readonly number[], props: Props): Layer {
  return layer('RECTANGLE', { width: width!, height: height!, ...at(x!, y!), ...corners(radius), ...props });
}

function oval([cx, cy, rx, ry = rx]: readonly number[], props: Props): Layer {
  return layer('ELLIPSE', { width: 2 * rx!, height: 2 * ry!, ...at(cx! - rx!, cy! - ry!), ...props });
}

/** `data` in the frame's coordinates. */
function path(data: string, props: Props, windingRule = 'NONZERO'): Layer {
  const { x, y, width, height } = boxOfLines(flatten(data))!;
  const vectorPaths = [{ windingRule, data: spaced(transformPath(data, translation(-x, -y))) }];
  return layer('VECTOR', { width, height, ...at(x, y), strokes: [], vectorPaths, ...props });
}

const hex = (code: string, more: Props = {}): Plain => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => parseInt(code.slice(from, from + 2), 16) / 255);
  return { ...(solid(r, g, b) as Props), ...more };
};
const filled = (code: string, more: Props = {}): Props => ({ fills: [hex(code, more)] });
const pen = (code: string, strokeWeight: number, strokeAlign = 'CENTER'): Props => ({ strokes: [hex(code)], strokeWeight, strokeAlign }); // prettier-ignore
const WHITE = '#FFFFFF';

type Stop = readonly [position: number, code: string, alpha?: number];

/** `from` → `to` in shares of the layer's box, for a linear one; the others fill the box. */
function gradient(type: string, stops: readonly Stop[], more: Props = {}, [x1, y1, x2, y2]: readonly number[] = [0, 0.5, 1, 0.5]): Plain {
  const [ux, uy] = [x2! - x1!, y2! - y1!];
  const length = ux * ux + uy * uy;
  // The inverse of what leads (0, ½) to the start and (1, ½) to the end.
  const [a, b] = [ux / length, uy / length];
  const turned = [[a, b, -a * x1! - b * y1!], [-b, a, 0.5 + b * x1! - a * y1!]];
  const gradientStops = stops.map(([position, code, alpha = 1]) => ({ position, color: { ...(hex(code) as { color: Props }).color, a: alpha } }));
  return { type: `GRADIENT_${type}`, visible: true, opacity: 1, blendMode: 'NORMAL', gradientStops, gradientTransform: turned, ...more };
} // prettier-ignore

const DOWN = [0.5, 0, 0.5, 1];

function photo(store: Store, image = PHOTO): Plain {
  const imageHash = createImage(store, image);
  return { type: 'IMAGE', visible: true, opacity: 1, blendMode: 'NORMAL', scaleMode: 'FILL', imageHash };
}

const blur = (type: string, radius: number): Props => ({ effects: [{ type, blurType: 'NORMAL', visible: true, radius }] }); // prettier-ignore
const MUG = 'M60 50H140L150 160C150 168 143 175 135 175H65C57 175 50 168 50 160L60 50Z';
const SHADOW = { type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 0.25 }, offset: { x: 0, y: 8 }, radius: 20, spread: 0 }; // prettier-ignore
const BORDERED = { ...filled(WHITE), ...pen('#D0D0D0', 1, 'INSIDE'), ...corners(8) };
/** Neither a ground nor a clip of its own. */
const OPEN = { fills: [], clipsContent: false };

/** By name, the frame's own look and what stands in it. */
function drawings(store: Store): Record<string, [frame: Props, inner: Layer[]]> {
  return {
    '01 frame with border': [BORDERED, [rect([60, 70, 80, 80, 10], filled('#2A9D8F')), oval([100, 110, 22], filled('#E9C46A'))]],
    '02 lines in a bordered frame': [BORDERED, [path('M60 60H140L146 150H54L60 60Z', { fills: [], ...pen('#222222', 2) }), path('M144 80C165 80 170 95 168 110C166 125 158 130 148 130', { fills: [], ...pen('#222222', 2) })]],
    '04 mask with a gradient': [OPEN, [layer('GROUP', { name: 'Masked' }, [rect([30, 30, 140, 140, 20], { isMask: true, fills: [gradient('LINEAR', [[0, '#D9D9D9'], [1, '#D9D9D9', 0]], {}, DOWN)] }), rect([30, 30, 140, 140], filled('#2A9D8F')), oval([100, 100, 30], filled('#E9C46A'))])]],
    '06 image as a mask': [OPEN, [layer('GROUP', { name: 'Masked' }, [rect([30, 30, 140, 140], { isMask: true, fills: [photo(store)] }), rect([30, 30, 140, 140], filled('#2A9D8F'))])]],
    '07 highlight fill': [OPEN, [path(MUG, { fills: [hex('#E8B33A'), gradient('LINEAR', [[0, WHITE, 0.8], [0.4, WHITE, 0]])] })]],
    '09 translucent darkening': [OPEN, [oval([100, 100, 70], filled('#F4A261')), path('M40 110H160V130C140 165 60 165 40 130V110Z', { opacity: 0.12, fills: [gradient('LINEAR', [[0, '#000000'], [1, '#222222']], {}, DOWN)] })]],
    '10 layer blur': [{ fills: [] }, [path(MUG, filled('#3A7BD5')), oval([80, 95, 12, 30], { ...filled(WHITE), ...blur('LAYER_BLUR', 18) }), rect([40, 150, 120, 16], { ...filled('#00DC82'), ...blur('LAYER_BLUR', 60) })]],
    '11 blurred shadow layer': [OPEN, [rect([50, 40, 100, 110, 12], filled('#F4A261')), oval([100, 165, 60, 8], { ...filled('#000000', { opacity: 0.6 }), ...blur('LAYER_BLUR', 20) })]],
    '13 device with a photo': [OPEN, [rect([55, 10, 90, 180, 16], filled('#1C1C1E')), layer('FRAME', { name: 'Screen', width: 78, height: 168, fills: [], ...corners(11), ...at(61, 16) }, [rect([0, 0, 78, 168, 11], { fills: [photo(store)] })]), rect([85, 20, 30, 8, 4], filled('#000000'))]],
    '14 body with a photo': [OPEN, [path(MUG, { fills: [photo(store)] })]],
    '16 frame with a shadow': [{ ...filled(WHITE), height: 170, clipsContent: false, effects: [SHADOW] }, [oval([100, 85, 50], filled('#D94F3D'))]],
    '18 two grounds': [OPEN, [rect([0, 0, 200, 200], filled(WHITE)), rect([0, 140, 200, 60], filled('#E5E5E5')), rect([60, 70, 80, 90, 10], filled('#2A9D8F'))]],
    '19 outside stroke': [OPEN, [path('M40 40H160V160H40V120H100V80H40V40Z', { ...filled('#8A8A8A'), ...pen('#2F4F8F', 20, 'OUTSIDE') }, 'EVENODD')]],
    '20 opacity of a gradient': [OPEN, [oval([100, 100, 80], filled('#4EA8DE')), path('M50 130C75 155 125 155 150 130C150 150 125 165 100 165C75 165 50 150 50 130Z', { fills: [gradient('LINEAR', [[0, '#000000'], [1, '#202020']], { opacity: 0.08 }, DOWN)] }), path('M60 60C70 40 130 40 140 60C125 75 75 75 60 60Z', { fills: [gradient('LINEAR', [[0, WHITE], [1, '#F0F0F0']], { opacity: 0.2 }, DOWN)] })]],
    '21 blend modes': [OPEN, [rect([30, 40, 140, 110, 10], filled('#EDEBE0')), rect([34, 44, 132, 102, 7], { fills: [], ...pen('#000000', 9), strokes: [hex('#000000', { opacity: 0.7, blendMode: 'OVERLAY' })] }), rect([55, 62, 90, 60], { fills: [hex('#5FA3E0'), hex('#000000', { blendMode: 'SCREEN' })] })]],
    '23 angular gradient': [OPEN, [oval([100, 100, 60], { fills: [gradient('ANGULAR', [[0, '#FF331A'], [1, '#1A4DE6']])] })]],
    '25 diamond gradient': [OPEN, [rect([30, 30, 140, 140, 20], { fills: [gradient('DIAMOND', [[0, '#FFD84D'], [1, '#C02060']])] })]],
    '26 coloured outline': [OPEN, [path('M40 120C40 80 67 50 100 50C133 50 160 80 160 120V150H40V120Z', { ...filled('#FBD2D0'), ...pen('#D62828', 14) }), oval([100, 170, 20], { ...filled('#6C6C6C'), ...pen('#1E1E1E', 14) })]],
    '28 thick circle': [OPEN, [oval([100, 100, 60], { fills: [], ...pen('#E63946', 24) })]],
    '30 thin letters': [OPEN, [path(LETTERS, filled('#111111'))]],
    '34 hardly visible': [OPEN, [oval([80, 90, 50], filled('#FF9F1C')), oval([120, 110, 60], { ...filled(WHITE, { opacity: 0.01 }), ...blur('BACKGROUND_BLUR', 32) })]],
    '35 Hourglass': [OPEN, [path('M60 40H140C140 75 112 90 110 100C112 110 140 125 140 160H60C60 125 88 110 90 100C88 90 60 75 60 40Z', filled('#BFDDF5')), rect([45, 25, 110, 16, 6], filled('#8A5A2B')), rect([45, 159, 110, 16, 6], filled('#8A5A2B'))]],
    '37 body in a round mask': [{ fills: [] }, [layer('GROUP', { name: 'Masked' }, [oval([100, 100, 50], { isMask: true, ...filled('#D9D9D9') }), rect([-10, -10, 220, 220], filled('#2A9D8F')), oval([100, 100, 20], filled('#E9C46A'))])]],
    'ribbon that fades': [OPEN, [rect([60, 20, 80, 40, 6], filled('#2A9D8F')), rect([20, 90, 160, 40], { fills: [gradient('LINEAR', [[0, '#E85D04'], [1, '#E85D04', 0]])] })]],
    'colours blurred in a tile': [OPEN, [layer('GROUP', { name: 'Masked' }, [oval([100, 100, 60], { isMask: true, ...filled('#D9D9D9') }), rect([40, 40, 120, 120], filled('#222222')), oval([210, 120, 110], { ...filled('#F6903C'), ...blur('LAYER_BLUR', 50) }), oval([-10, 80, 110], { ...filled('#7140FD'), ...blur('LAYER_BLUR', 50) })])]],
    'angular stroke': [OPEN, [oval([100, 100, 60], { fills: [], ...pen('#000000', 24), strokes: [gradient('ANGULAR', [[0, '#FF331A'], [1, '#1A4DE6']])] })]],
    'angular to nothing': [OPEN, [oval([100, 100, 60], { fills: [gradient('ANGULAR', [[0, '#E85D04'], [1, WHITE, 0]])] })]],
    'inside stroke to nothing': [OPEN, [path('M40 40H160V160H40V120H100V80H40V40Z', { ...filled('#8A8A8A'), ...pen('#000000', 16, 'INSIDE'), strokes: [gradient('ANGULAR', [[0, '#D62828'], [1, '#D62828', 0]])] }, 'EVENODD')]],
    'outside stroke to nothing': [OPEN, [path('M60 60H140V140H60V60Z', { ...filled('#2A9D8F'), ...pen('#000000', 24, 'OUTSIDE'), strokes: [gradient('ANGULAR', [[0, '#D62828'], [1, '#D62828', 0]])] })]],
    'frame that does not clip': [{ ...filled(WHITE), clipsContent: false }, [oval([180, 120, 60], filled('#D94F3D'))]],
    'border below': [{ ...filled(WHITE), strokes: [hex('#D0D0D0')], strokeTopWeight: 0, strokeRightWeight: 0, strokeLeftWeight: 0, strokeBottomWeight: 2 }, [oval([100, 100, 50], filled('#D94F3D'))]],
    '40 stripes across a slim frame': [{ fills: [], width: 8, height: 72 }, Array.from({ length: 8 }, (_, i) => path(`M-20 ${20 + 9 * i}L24 ${-12 + 9 * i}L26 ${-9 + 9 * i}L-18 ${23 + 9 * i}Z`, filled('#A9A9A9')))],
    '41 image of white lines on dark': [OPEN, [rect([0, 0, 200, 200], { fills: [photo(store, CHALK)] })]],
    '43 name in bytes': [OPEN, [rect([40, 50, 160, 160, 60], { name: 'Kühler glass', ...filled('#DC3C28') }), rect([90, 30, 60, 30, 10], { name: 'Deckel', ...filled('#336699') })]],
  };
} // prettier-ignore

const LETTERS =
  'M20 70H24V126H52V130H20V70ZM78 88C90 88 99 97 99 109C99 121 90 130 78 130C66 130 57 121 57 109C57 97 66 88 78 88ZM78 92C68 92 61 99 61 109C61 119 68 126 78 126C88 126 95 119 95 109C95 99 88 92 78 92ZM108 70H112V96C116 91 121 88 128 88C140 88 149 97 149 109C149 121 140 130 128 130C121 130 116 127 112 122V129H108V70ZM128 92C118 92 111 99 111 109C111 119 118 126 128 126C138 126 145 119 145 109C145 99 138 92 128 92ZM158 89H162V96C166 91 171 88 177 88V92C169 92 162 98 162 107V130H158V89Z';

/** Between a drawing and the next: room for a picture. */
const STEP = 500;
const COLUMNS = 6;

/** Draws all of them. Out: the frames' ids by their names. */
export function drawPainted(store: Store): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [name, [own, inner]] of Object.entries(drawings(store))) {
    const place = at((ids.size % COLUMNS) * STEP, Math.floor(ids.size / COLUMNS) * STEP);
    const size = name.startsWith('43') ? 240 : 200;
    const frame = create(store, 'FRAME', store.currentPage, { name, width: size, height: size, ...own, ...place }); // prettier-ignore
    for (const one of inner) one(store, frame);
    ids.set(name, frame);
  }
  return ids;
}
