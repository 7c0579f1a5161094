// A shape of an SVG with its style and transform → one layer. Boxes and ellipses stay what they are, all else
// becomes a path.
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { create } from '../document/tree.ts';
import { flatten, transformPath } from '../geometry/path.ts';
import { boxOf, boxOfLines, type Rect } from '../geometry/rect.ts';
import { IDENTITY, compose, translation, type Transform } from '../geometry/transform.ts';
import { lookOf } from './look.ts';
import { readPaint, type Ground } from './paint.ts';
import type { Drawn } from './shapes.ts';
import type { Rules, Style } from './style.ts';
import { isRigid, length } from './transform.ts';
import type { Element } from './xml.ts';
import { spaced } from '../layout/resize.ts';

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
