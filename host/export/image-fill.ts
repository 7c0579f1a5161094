// An image paint → a pattern over the shape's box around the image. In: paint, node. Out: the pattern's id.
// R: exports of Figma's in many public repositories: patternContentUnits="objectBoundingBox", a <use> of the
// image, placed by scale, translate and scale, or a matrix; a tiled image's pattern is a fraction of the box.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { sizeOf } from '../document/scene.ts';
import type { NodeRecord, StoredImage } from '../document/record.ts';
import { compose, invert, type Transform } from '../geometry/transform.ts';
import type { Page } from './page.ts';
import { element, matrix, num } from './text.ts';

type ImagePaint = Extract<Paint, { type: 'IMAGE' }>;

export function imageFill(page: Page, record: NodeRecord, paint: ImagePaint): string {
  const stored = paint.imageHash === null ? undefined : page.store.images.get(paint.imageHash);
  const id = page.idFor('pattern');
  // D: plugin-api.d.ts, imageHash ("string | null"): a paint without an image shows nothing; the form is
  // assumed.
  if (!stored) {
    page.definitions.push(element('pattern', { id, width: 1, height: 1 }));
    return id;
  }
  const known = page.images.get(stored);
  const imageId = known ?? page.idFor('image');
  page.xlink = true;
  const { width, height } = sizeOf(page.store, record);
  const { toUnit, tile } = placed(paint, stored, width, height);
  page.definitions.push(
    element(
      'pattern',
      { id, patternContentUnits: 'objectBoundingBox', ...tile },
      element('use', { 'xlink:href': `#${imageId}`, transform: placeText(toUnit) }),
    ),
  );
  if (known !== undefined) return id;
  page.images.set(stored, imageId);
  page.definitions.push(
    element('image', {
      id: imageId,
      width: stored.width,
      height: stored.height,
      preserveAspectRatio: 'none',
      'xlink:href': page.hrefOf(stored),
    }),
  );
  return id;
}

/**
 * FILL covers the box, FIT lies inside it, CROP follows imageTransform,
 * TILE repeats from the top left corner.
 * (plugin-api.d.ts, ImagePaint.scaleMode)
 */
function placed(
  paint: ImagePaint,
  stored: StoredImage,
  width: number,
  height: number,
): { toUnit: Transform; tile: { width: number; height: number } } {
  const whole = { width: 1, height: 1 };
  if (paint.scaleMode === 'CROP') {
    const inner = invert((paint.imageTransform ?? [[1, 0, 0], [0, 1, 0]])); // prettier-ignore
    const toUnit = compose(inner, [
      [1 / stored.width, 0, 0],
      [0, 1 / stored.height, 0],
    ]);
    return { toUnit, tile: whole };
  }
  const [sx, sy] = [width / stored.width, height / stored.height];
  const isTile = paint.scaleMode === 'TILE';
  const fitted = paint.scaleMode === 'FIT' ? Math.min(sx, sy) : Math.max(sx, sy);
  const scale = isTile ? (paint.scalingFactor ?? 1) : fitted;
  const [w, h] = [stored.width * scale, stored.height * scale];
  const toUnit: Transform = [
    [scale / width, 0, isTile ? 0 : (width - w) / 2 / width],
    [0, scale / height, isTile ? 0 : (height - h) / 2 / height],
  ];
  return { toUnit, tile: isTile ? { width: w / width, height: h / height } : whole };
}

/** As short as it can be said. */
function placeText(place: Transform): string {
  const [[a, c, e], [b, d, f]] = place;
  const isMoved = Math.abs(e) > 1e-9 || Math.abs(f) > 1e-9;
  const isUniform = Math.abs(a - d) < 1e-9;
  if (b !== 0 || c !== 0 || (isMoved && !isUniform)) return matrix(place);
  const scale = isUniform ? `scale(${num(a)})` : `scale(${num(a)} ${num(d)})`;
  if (!isMoved) return scale;
  return `translate(${num(e)}${Math.abs(f) > 1e-9 ? ` ${num(f)}` : ''}) ${scale}`;
}
