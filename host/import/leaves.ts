// Shapes, clip shapes, images and texts of an SVG → single layers. In: element or
// shape, style, transform. Out: node ids.
import { boxOf, boxOfLines, compose, flatten, IDENTITY, transformPath, translation, type Rect, type Transform } from '../geometry/geometry.ts'; // prettier-ignore
import { createImage, sniff } from '../api/images.ts';
import { lettersSize } from '../geometry/letters.ts';
import { spaced } from '../layout/resize.ts';
import type { Plain, Store } from '../document/store.ts';
import { attach, create } from '../document/tree.ts';
import { lookOf } from './look.ts';
import { readPaint, type Ground } from './paint.ts';
import { imageBytes } from './pattern.ts';
import { readShape, type Drawn } from './shapes.ts';
import type { Rules, Style } from './style.ts';
import { isRigid, length, readTransform } from './transform.ts';
import type { Element } from './xml.ts';

/** One file on its way into the document. */
export interface Import {
  store: Store;
  /** From the file's own coordinates to the frame. */
  toFrame: Transform;
  definitions: Map<string, Element>;
  rules: Rules;
}

/** Where a layer goes and what it wears. */
export interface Spot {
  parent: string;
  /** From the element's coordinates to the frame. */
  user: Transform;
  style: Style;
}

export function addShape(job: Import, shape: Drawn, name: string, { parent, user, style }: Spot): string {
  const grow = Math.sqrt(Math.abs(user[0][0] * user[1][1] - user[0][1] * user[1][0]));
  const place = placed(shape, user);
  const unit = compose(place.transform, [
    [place.width, 0, 0],
    [0, place.height, 0],
  ]);
  // A straight upright or level line has no area to hang a gradient on.
  const isFlat = place.width === 0 || place.height === 0;
  const ground: Ground = {
    store: job.store,
    definitions: job.definitions,
    root: job.toFrame,
    user,
    unit: isFlat ? IDENTITY : unit,
    box: boxIn(shape.data),
  };
  const dashes = (style['stroke-dasharray'] ?? 'none').split(/[\s,]+/).map((part) => length(part, 0) * grow);
  return create(job.store, place.type, parent, {
    name,
    ...lookOf(job.definitions, style),
    ...(style.visibility === 'hidden' ? { visible: false } : {}),
    ...place.props,
    width: place.width,
    height: place.height,
    relativeTransform: place.transform as unknown as Plain,
    fills: readPaint(style, 'fill', ground),
    strokes: readPaint(style, 'stroke', ground),
    strokeAlign: 'CENTER',
    strokeWeight: length(style['stroke-width'], 1) * grow,
    strokeCap: (style['stroke-linecap'] ?? 'butt').toUpperCase().replace('BUTT', 'NONE'),
    strokeJoin: (style['stroke-linejoin'] ?? 'miter').toUpperCase(),
    strokeMiterLimit: length(style['stroke-miterlimit'], 4),
    dashPattern: dashes.some((dash) => dash > 0) ? dashes : [],
    ...(place.type === 'VECTOR' ? { vectorPaths: paths(place.data, style) } : {}),
  });
}

interface Place {
  type: 'VECTOR' | 'RECTANGLE' | 'ELLIPSE';
  transform: Transform;
  width: number;
  height: number;
  data: string;
  props: Record<string, Plain>;
}

/**
 * Boxes and ellipses stay what they are while their corners stay right; all
 * else becomes a path in the container.
 */
function placed(shape: Drawn, user: Transform): Place {
  const { box } = shape;
  if (box && isRigid(user)) {
    const sx = Math.hypot(user[0][0], user[1][0]);
    const sy = Math.hypot(user[0][1], user[1][1]);
    const turned: Transform = [
      [user[0][0] / sx, user[0][1] / sy, 0],
      [user[1][0] / sx, user[1][1] / sy, 0],
    ];
    const corner = boxOf(user, { x: box.x, y: box.y, width: 0, height: 0 });
    const radius = box.radius * sx;
    const props: Record<string, Plain> =
      box.kind === 'RECTANGLE' && (box.radius === 0 || Math.abs(sx - sy) < 1e-6)
        ? { cornerRadius: radius, topLeftRadius: radius, topRightRadius: radius, bottomRightRadius: radius, bottomLeftRadius: radius }
        : {}; // prettier-ignore
    if (box.kind === 'ELLIPSE' || Object.keys(props).length > 0)
      return {
        type: box.kind,
        transform: compose(translation(corner.x, corner.y), turned),
        width: box.width * sx,
        height: box.height * sy,
        data: '',
        props,
      };
  }
  const data = transformPath(shape.data, user);
  const { x, y, width, height } = boxIn(data);
  return {
    type: 'VECTOR',
    transform: translation(x, y),
    width,
    height,
    data: transformPath(data, translation(-x, -y)),
    props: {},
  };
}

const boxIn = (data: string): Rect => boxOfLines(flatten(data, 64)) ?? { x: 0, y: 0, width: 0, height: 0 };

const paths = (data: string, style: Style): Plain => [
  { windingRule: style['fill-rule'] === 'evenodd' ? 'EVENODD' : 'NONZERO', data: spaced(data) },
];

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
