// Shapes, clip shapes, images and texts of an SVG → single layers. In: element or
// shape, style, transform. Out: node ids.
import { transformPath } from '../geometry/path.ts';
import { compose, IDENTITY, translation, type Transform } from '../geometry/transform.ts';
import { createImage, sniff } from '../api/images.ts';
import { lettersSize } from '../geometry/letters.ts';
import type { Plain } from '../document/record.ts';
import { attach, create } from '../document/tree.ts';
import { lookOf } from './look.ts';
import { readPaint } from './paint.ts';
import { imageBytes } from './pattern.ts';
import { readShape, type Drawn } from './shapes.ts';
import { length, readTransform } from './transform.ts';
import type { Element } from './xml.ts';
import { addShape, type Import, type Spot } from './add-shape.ts';

export function addClip(job: Import, clipPath: Element, group: string, user: Transform): void {
  const data = clipPath.children
    .map((child) => {
      const shape = readShape(child);
      return shape ? transformPath(shape.data, readTransform(child.attributes.transform)) : '';
    })
    .join('');
  if (data === '') return;
  const style = { fill: 'black' };
  const mask = addShape(job, { data, word: 'Clip path' }, 'Clip path', { parent: group, user, style });
  job.store.write(mask, { isMask: true });
}

export function addImage(job: Import, element: Element, spot: Spot): void {
  const { attributes } = element;
  const bytes = imageBytes(element);
  if (!bytes) return;
  const kind = sniff(bytes);
  if (!kind) return;
  const imageHash = createImage(job.store, bytes);
  const [x, y] = [length(attributes.x, 0), length(attributes.y, 0)];
  const [width, height] = [length(attributes.width, kind.width), length(attributes.height, kind.height)];
  const box = { kind: 'RECTANGLE' as const, x, y, width, height, radius: 0 };
  const shape: Drawn = { data: `M${x} ${y}h${width}v${height}h${-width}Z`, box, word: 'Image' };
  const node = addShape(job, shape, attributes.id ?? 'Image', {
    ...spot,
    style: { ...spot.style, stroke: 'none' },
  });
  const fill = {
    type: 'IMAGE',
    visible: true,
    opacity: 1,
    blendMode: 'NORMAL',
    scaleMode: 'FILL',
    imageHash,
  };
  job.store.write(node, { fills: [fill] });
}

export function addText(job: Import, element: Element, { parent, user, style }: Spot): void {
  const words = [element.text, ...element.children.map((child) => child.text)]
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return;
  const size = length(style['font-size'], 16);
  const box = lettersSize(words, size);
  const anchor =
    style['text-anchor'] === 'middle' ? box.width / 2 : style['text-anchor'] === 'end' ? box.width : 0;
  const at = translation(
    length(element.attributes.x, 0) - anchor,
    length(element.attributes.y, 0) - size * 0.94,
  );
  const text = create(job.store, 'TEXT', null, {
    name: element.attributes.id ?? words,
    characters: words,
    fontSize: size,
    ...box,
    ...lookOf(job.definitions, style),
    relativeTransform: compose(user, at) as unknown as Plain,
    fills: readPaint(style, 'fill', {
      store: job.store,
      definitions: job.definitions,
      root: job.toFrame,
      user,
      unit: IDENTITY,
      box: { x: 0, y: 0, ...box },
    }),
  });
  attach(job.store, text, parent);
}
