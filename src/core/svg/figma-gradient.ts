// In: Figma's groups for an angular or diamond gradient, the shape that wears it. Out: a pattern of pixels.
// SVG has no such gradients. Figma writes a group marked data-figma-skip-parse (a conic-gradient in a
// foreignObject, or four mirrored rectangles, in thousandths of the gradient's radius) and then the bare
// shape with data-figma-gradient-fill.
import { toBase64 } from '../image/base64.ts';
import { encodePng } from '../image/png.ts';
import { parseColour, type Colour } from '../colour/colour.ts';
import type { Box } from '../sketch.ts';
import { meanColour, stopColour, type Ids } from './paint.ts';
import { parseOpacity, reference } from './style.ts';
import { after, inverse, parseTransform, type Matrix } from './transform.ts';
import type { Element } from './xml.ts';

/** Pixels of the pattern's sides. */
const SIDE = 256;

interface Stop {
  at: number;
  colour: Colour;
}

/** What a skip-parse group draws: a colour for each place in the coordinates around the group. */
export interface FigmaGradient {
  /** From the gradient's own coordinates to those around the group. */
  matrix: Matrix;
  /** 0…1 along the stops, of a place in the gradient's own coordinates. */
  share: (x: number, y: number) => number;
  stops: readonly Stop[];
  opacity: number;
  /** Whether colours are weighed by alpha between stops, as in CSS; in SVG they are not. */
  weighed: boolean;
}

/** Null where the group holds no gradient that we know. */
export function readFigmaGradient(group: Element, ids: Ids): FigmaGradient | null {
  const inner = group.children.find(({ tag }) => tag === 'g');
  const first = inner?.children[0];
  if (!inner || !first) return null;
  const matrix = after(
    parseTransform(group.attributes['transform']),
    parseTransform(inner.attributes['transform']),
  );
  return first.tag === 'foreignObject' ? angular(first, matrix) : diamond(first, matrix, ids);
}

function angular(foreign: Element, matrix: Matrix): FigmaGradient | null {
  const style = foreign.children[0]?.attributes['style'] ?? '';
  const conic = /conic-gradient\(from ([\d.-]+)deg,(.*)\)\s*;/.exec(style);
  if (!conic) return null;
  const stops: Stop[] = [];
  for (const [, text = '', degrees = ''] of conic[2]!.matchAll(
    /((?:[a-z]+\([^()]*\)|#[0-9a-f]+))\s+([\d.-]+)deg/gi,
  )) {
    const colour = parseColour(text);
    if (colour) stops.push({ at: Number(degrees) / 360, colour });
  }
  if (stops.length === 0) return null;
  // CSS counts from the top, clockwise, y down.
  const from = (Number(conic[1]) - 90) / 360;
  const share = (x: number, y: number): number => {
    const turn = Math.atan2(y, x) / (2 * Math.PI) - from;
    return turn - Math.floor(turn);
  };
  return { matrix, share, stops, weighed: true, opacity: parseOpacity(/opacity:([\d.]+)/.exec(style)?.[1]) };
}

function diamond(rect: Element, matrix: Matrix, ids: Ids): FigmaGradient | null {
  const server = ids.get(reference(rect.attributes['fill']) ?? '');
  if (rect.tag !== 'rect' || server?.tag !== 'linearGradient') return null;
  const stops = server.children
    .filter(({ tag }) => tag === 'stop')
    .map((stop) => ({ at: parseOpacity(stop.attributes['offset'] ?? '0'), colour: stopColour(stop) }));
  if (stops.length === 0) return null;
  const of = (name: string): number => Number(server.attributes[name] ?? 0);
  const [x1, y1] = [of('x1'), of('y1')];
  const [dx, dy] = [of('x2') - x1, of('y2') - y1];
  const length = dx * dx + dy * dy || 1;
  const share = (x: number, y: number): number =>
    ((Math.abs(x) - x1) * dx + (Math.abs(y) - y1) * dy) / length;
  return { matrix, share, stops, weighed: false, opacity: parseOpacity(rect.attributes['opacity']) };
}

/**
 * Markup of a pattern named `id` that shows the gradient over `box`, in the shape's own coordinates;
 * `matrix`: from those to the coordinates around the group.
 */
export function patternOf(gradient: FigmaGradient, id: string, box: Box, matrix: Matrix): string {
  const back = after(inverse(gradient.matrix), matrix);
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let v = 0, at = 0; v < SIDE; v++) {
    for (let u = 0; u < SIDE; u++, at += 4) {
      const x = box.x + ((u + 0.5) / SIDE) * box.width;
      const y = box.y + ((v + 0.5) / SIDE) * box.height;
      const [a, b, c, d, e, f] = back;
      const { rgb, alpha } = colourAt(gradient, gradient.share(a * x + c * y + e, b * x + d * y + f));
      for (let channel = 0; channel < 3; channel++) data[at + channel] = Math.round(rgb[channel]!);
      data[at + 3] = Math.round(255 * alpha * gradient.opacity);
    }
  }
  const png = toBase64(encodePng({ width: SIDE, height: SIDE, data }));
  const place = `x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`;
  const image = `<image width="${box.width}" height="${box.height}" preserveAspectRatio="none" href="data:image/png;base64,${png}"/>`;
  return `<pattern id="${id}" patternUnits="userSpaceOnUse" ${place}>${image}</pattern>`;
}

/** The mean of the stops, weighed by alpha. */
export function meanOf({ stops, opacity }: FigmaGradient): Colour {
  const { rgb, alpha } = meanColour(stops.map(({ colour }) => colour));
  return { rgb, alpha: alpha * opacity };
}

function colourAt({ stops, weighed }: FigmaGradient, share: number): Colour {
  const next = stops.findIndex(({ at }) => at >= share);
  if (next === 0) return stops[0]!.colour;
  const above = stops[next];
  if (!above) return stops.at(-1)!.colour;
  const below = stops[next - 1]!;
  const t = (share - below.at) / (above.at - below.at || 1);
  const [p, q] = [below.colour, above.colour];
  const alpha = p.alpha + t * (q.alpha - p.alpha);
  /** Of the upper stop's colour. */
  const much = weighed && alpha > 0 ? (t * q.alpha) / alpha : t;
  const mix = (i: 0 | 1 | 2): number => p.rgb[i] + much * (q.rgb[i] - p.rgb[i]);
  return { rgb: [mix(0), mix(1), mix(2)], alpha };
}
