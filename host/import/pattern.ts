// A pattern around an image, as Figma writes image fills → an image paint. In: pattern, node's box. Out:
// paint or null.
import { createImage, sniff } from '../api/images.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { fromBase64 } from '../encoding/base64.ts';
import { compose, invert, type Transform } from '../geometry/transform.ts';
import { length, readTransform } from './transform.ts';
import type { Element } from './xml.ts';

/** The bytes of an embedded PNG, JPEG or GIF; null for other addresses. */
export function imageBytes({ attributes }: Element): Uint8Array | null {
  const href = attributes.href ?? attributes['xlink:href'] ?? '';
  const data = /^data:image\/(?:png|jpe?g|gif);base64,(.*)$/s.exec(href)?.[1];
  return data === undefined ? null : fromBase64(data.replace(/\s+/g, ''));
}

/** `width`: of the node, in its container. */
export function readPattern(
  pattern: Element,
  opacity: number,
  { store, definitions, width }: { store: Store; definitions: Map<string, Element>; width: number },
): Plain | null {
  const use = pattern.children.find(({ name }) => name === 'use');
  const href = use?.attributes.href ?? use?.attributes['xlink:href'];
  const image = href === undefined ? undefined : definitions.get(href.slice(1));
  const bytes = image && imageBytes(image);
  const kind = bytes && sniff(bytes);
  if (!use || !bytes || !kind) return null;
  const imageHash = createImage(store, bytes);
  const paint = { type: 'IMAGE', visible: true, opacity, blendMode: 'NORMAL', imageHash };
  const toUnit = readTransform(use.attributes.transform);
  const isTile = [pattern.attributes.width, pattern.attributes.height].some(
    (side) => length(side, 1, 1) < 1 - 1e-6,
  );
  if (isTile) return { ...paint, scaleMode: 'TILE', scalingFactor: toUnit[0][0] * width };
  const pixels: Transform = [
    [kind.width, 0, 0],
    [0, kind.height, 0],
  ];
  const imageTransform = invert(compose(toUnit, pixels)) as unknown as Plain;
  return { ...paint, scaleMode: 'CROP', imageTransform };
}
