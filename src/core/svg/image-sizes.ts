// In: an SVG's root element. Out: the same, each image with a width and a height, where its pixels tell them.
// SVG 2, 12.3: without both an image has the size of its pixels, with one of them their proportions. resvg
// 2.6.2 then leaves it at its pixels in the middle (findings/resvg-image-with-one-side.sh).
import { fromBase64 } from '../image/base64.ts';
import { frameOf, orientationOf } from '../image/jpeg.ts';
import { parseLength } from './basic-shapes.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

const HEAD = /^\s*data:image\/(png|jpe?g|gif)[^,]*;base64,\s*/i;
/** Letters of base64 that are looked at: profiles and small pictures may come before a JPEG's size. */
const LETTERS = 1 << 19;
/** Exif's orientations from here on lie on their side. */
const FIRST_LYING = 5;

/** What has a viewport of its own, to which percentages in it refer. */
const PORTS: ReadonlySet<string> = new Set(['svg', 'symbol', 'marker', 'pattern']);
const UNKNOWN: Sides = { width: NaN, height: NaN };

type Sides = Pick<Box, 'width' | 'height'>;

/** In place. `port`: to which percentages refer. */
export function sizeImages({ tag, attributes, children }: Element, port: Sides): void {
  if (tag === 'image') size(attributes, port);
  for (const child of children) sizeImages(child, PORTS.has(child.tag) ? UNKNOWN : port);
}

function size(attributes: Record<string, string>, port: Sides): void {
  const given = (name: 'width' | 'height'): number | null => {
    const text = attributes[name] ?? 'auto';
    return text.trim() === 'auto' ? null : (parseLength(text, port[name]) ?? NaN);
  };
  const [width, height] = [given('width'), given('height')];
  if (width !== null && height !== null) return;
  const pixels = pixelsOf(attributes['href'] ?? '');
  if (!pixels) return;
  const share = pixels.width / pixels.height;
  const wide = width ?? (height === null ? pixels.width : height * share);
  const high = height ?? (width === null ? pixels.height : width / share);
  if (Number.isFinite(wide * high)) Object.assign(attributes, { width: String(wide), height: String(high) });
}

/** As it is shown, upright. */
function pixelsOf(href: string): Sides | null {
  const [head, kind] = HEAD.exec(href) ?? [];
  if (head === undefined) return null;
  const bytes = fromBase64(href.slice(head.length, head.length + LETTERS));
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sides = (width: number, height: number): Sides | null =>
    width > 0 && height > 0 ? { width, height } : null;
  if (kind === 'png') return sides(view.getUint32(16), view.getUint32(20));
  if (kind === 'gif') return sides(view.getUint16(6, true), view.getUint16(8, true));
  const frame = frameOf(bytes);
  if (!frame) return null;
  const lies = orientationOf(bytes) >= FIRST_LYING;
  return lies ? sides(frame.height, frame.width) : sides(frame.width, frame.height);
}
