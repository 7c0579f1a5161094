// An SVG file → a frame with vector layers, much as Figma's own import makes them. In: store, text. Out: the frame's id.
// Names come from ids, transforms are worked into the layers, groups stay groups, clip paths become masks.
import { boxOf, boxOfLines, compose, flatten, IDENTITY, transformPath, translation, type Rect, type Transform } from './geometry.ts'; // prettier-ignore
import { createImage, sniff } from './images.ts';
import { fromBase64 } from './base64.ts';
import { lettersSize } from './letters.ts';
import { readPaint, type Ground } from './import/paint.ts';
import { readShape, type Drawn } from './import/shapes.ts';
import { readRules, styleOf, type Rules, type Style } from './import/style.ts';
import { isRigid, length, readTransform } from './import/transform.ts';
import { byId, readXml, type Element } from './import/xml.ts';
import { solid } from './kinds.ts';
import { spaced } from './resize.ts';
import type { Plain, Store } from './store.ts';
import { attach, create } from './tree.ts';

export interface ImportOptions {
  name?: string;
  /** Where the frame stands on its page. */
  x?: number;
  y?: number;
  parent?: string;
  /** A white frame, as designers draw on; none by default, as Figma's own import. */
  white?: boolean;
}

interface Import {
  store: Store;
  definitions: Map<string, Element>;
  rules: Rules;
}

/** Definitions are drawn where they are used, not where they stand. */
const SILENT = new Set(['defs', 'symbol', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'pattern', 'marker', 'filter', 'style', 'title', 'desc', 'metadata']); // prettier-ignore

export function importSvg(store: Store, text: string, options: ImportOptions = {}): string {
  const svg = readXml(text);
  const view = (svg.attributes.viewBox ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const [vx = 0, vy = 0, vw = length(svg.attributes.width, 100), vh = length(svg.attributes.height, 100)] =
    view;
  const width = length(svg.attributes.width, vw, vw);
  const height = length(svg.attributes.height, vh, vh);
  const scale = Math.min(width / vw, height / vh);
  const toFrame: Transform = [
    [scale, 0, (width - vw * scale) / 2 - vx * scale],
    [0, scale, (height - vh * scale) / 2 - vy * scale],
  ];
  const job: Import = { store, definitions: byId(svg), rules: readRules(svg) };
  const own = exportedFrame(job, svg, [vx, vy, vw, vh]);
  const style = styleOf(svg, {}, job.rules);
  const frame = create(store, 'FRAME', options.parent ?? store.currentPage, {
    name: options.name ?? own?.name ?? svg.attributes.id ?? 'Frame',
    width,
    height,
    fills: own?.fills ?? (options.white ? [solid(1, 1, 1)] : []),
    relativeTransform: translation(options.x ?? 0, options.y ?? 0),
  });
  for (const child of own?.children ?? svg.children) add(job, child, frame, toFrame, style);
  return frame;
}

/** Figma writes a clipping frame as one group clipped to the whole view, its fill as a first rectangle of that size.
 * Such a group is the frame itself. */
function exportedFrame(job: Import, svg: Element, view: readonly [number, number, number, number]) {
  const shown = svg.children.filter((child) => !SILENT.has(child.name));
  const [group] = shown;
  if (!group || shown.length > 1 || group.name !== 'g' || group.attributes.transform) return null;
  const clip = /#([^'")]+)/.exec(group.attributes['clip-path'] ?? '')?.[1];
  const shape = clip === undefined ? undefined : job.definitions.get(clip)?.children[0];
  if (!shape || !coversView(shape, view)) return null;
  const [first, ...rest] = group.children;
  const hasGround = first !== undefined && coversView(first, view) && first.attributes.id === undefined;
  const fills = hasGround
    ? readPaint(styleOf(first, {}, job.rules), 'fill', {
        definitions: job.definitions,
        user: IDENTITY,
        unit: IDENTITY,
        box: { x: 0, y: 0, width: view[2], height: view[3] },
      })
    : [];
  return { name: group.attributes.id, fills, children: hasGround ? rest : group.children };
}

function coversView({ name, attributes }: Element, [x, y, width, height]: readonly number[]): boolean {
  return (
    name === 'rect' &&
    attributes.transform === undefined &&
    attributes.rx === undefined &&
    length(attributes.x, 0) === x &&
    length(attributes.y, 0) === y &&
    length(attributes.width, 0, width) === width &&
    length(attributes.height, 0, height) === height
  );
}

function add(job: Import, element: Element, parent: string, above: Transform, inherited: Style): void {
  if (SILENT.has(element.name)) return;
  const style = styleOf(element, inherited, job.rules);
  if (style.display === 'none') return;
  const user = compose(above, readTransform(element.attributes.transform));
  const clip = /#([^'")]+)/.exec(style['clip-path'] ?? '')?.[1];
  const clipPath = clip === undefined ? undefined : job.definitions.get(clip);
  if (clipPath) {
    const group = create(job.store, 'GROUP', parent, {
      name: `${element.attributes.id ?? 'Clip path'} group`,
    });
    addMask(job, clipPath, group, user);
    draw(job, element, group, user, { ...style, 'clip-path': 'none' });
    return;
  }
  draw(job, element, parent, user, style);
}

function draw(job: Import, element: Element, parent: string, user: Transform, style: Style): void {
  const { attributes } = element;
  if (element.name === 'g' || element.name === 'a' || element.name === 'svg' || element.name === 'switch') {
    const group = create(job.store, 'GROUP', parent, { name: attributes.id ?? 'Group', ...fade(style) });
    const inner = element.name === 'svg' ? compose(user, translation(length(attributes.x, 0), length(attributes.y, 0))) : user; // prettier-ignore
    for (const child of element.children) add(job, child, group, inner, style);
    if (job.store.get(group).children.length === 0) dropGroup(job.store, group);
    return;
  }
  if (element.name === 'use') {
    const href = attributes.href ?? attributes['xlink:href'] ?? '';
    const target = job.definitions.get(href.slice(1));
    if (!target) return;
    const at = compose(user, translation(length(attributes.x, 0), length(attributes.y, 0)));
    const shown = target.name === 'symbol' ? { ...target, name: 'g' } : target;
    add(job, shown, parent, at, style);
    return;
  }
  if (element.name === 'image') return addImage(job, element, parent, user, style);
  if (element.name === 'text') return addText(job, element, parent, user, style);
  const shape = readShape(element);
  if (shape) addShape(job, shape, attributes.id ?? shape.word, parent, user, style);
}

function dropGroup(store: Store, id: string): void {
  const record = store.get(id);
  const parent = store.get(String(record.parent));
  store.put(parent.id, { ...parent, children: parent.children.filter((child) => child !== id) });
  store.put(id, undefined);
}

const fade = (style: Style): Record<string, Plain> =>
  style.opacity === undefined ? {} : { opacity: Math.min(1, Math.max(0, length(style.opacity, 1, 1))) };

function addShape(
  job: Import,
  shape: Drawn,
  name: string,
  parent: string,
  user: Transform,
  style: Style,
): string {
  const grow = Math.sqrt(Math.abs(user[0][0] * user[1][1] - user[0][1] * user[1][0]));
  const place = placed(shape, user);
  const unit = compose(place.transform, [
    [place.width, 0, 0],
    [0, place.height, 0],
  ]);
  // A straight upright or level line has no area to hang a gradient on.
  const isFlat = place.width === 0 || place.height === 0;
  const ground: Ground = {
    definitions: job.definitions,
    user,
    unit: isFlat ? IDENTITY : unit,
    box: boxIn(shape.data),
  };
  const dashes = (style['stroke-dasharray'] ?? 'none').split(/[\s,]+/).map((part) => length(part, 0) * grow);
  return create(job.store, place.type, parent, {
    name,
    ...fade(style),
    ...(style['mix-blend-mode'] === undefined
      ? {}
      : { blendMode: style['mix-blend-mode'].toUpperCase().replace('-', '_') }),
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

/** Boxes and ellipses stay what they are while their corners stay right; all else becomes a path in the container. */
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

function addMask(job: Import, clipPath: Element, group: string, user: Transform): void {
  const data = clipPath.children
    .map((child) => {
      const shape = readShape(child);
      return shape ? transformPath(shape.data, readTransform(child.attributes.transform)) : '';
    })
    .join('');
  if (data === '') return;
  const style = { fill: 'black' };
  const mask = addShape(job, { data, word: 'Clip path' }, 'Clip path', group, user, style);
  job.store.write(mask, { isMask: true });
}

function addImage(job: Import, element: Element, parent: string, user: Transform, style: Style): void {
  const { attributes } = element;
  const href = attributes.href ?? attributes['xlink:href'] ?? '';
  const data = /^data:image\/(?:png|jpe?g|gif);base64,(.*)$/s.exec(href)?.[1];
  if (data === undefined) return;
  const bytes = fromBase64(data.replace(/\s+/g, ''));
  const kind = sniff(bytes);
  if (!kind) return;
  const imageHash = createImage(job.store, bytes);
  const [x, y] = [length(attributes.x, 0), length(attributes.y, 0)];
  const [width, height] = [length(attributes.width, kind.width), length(attributes.height, kind.height)];
  const box = { kind: 'RECTANGLE' as const, x, y, width, height, radius: 0 };
  const shape: Drawn = { data: `M${x} ${y}h${width}v${height}h${-width}Z`, box, word: 'Image' };
  const node = addShape(job, shape, attributes.id ?? 'Image', parent, user, { ...style, stroke: 'none' });
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

function addText(job: Import, element: Element, parent: string, user: Transform, style: Style): void {
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
    ...fade(style),
    relativeTransform: compose(user, at) as unknown as Plain,
    fills: readPaint(style, 'fill', {
      definitions: job.definitions,
      user,
      unit: IDENTITY,
      box: { x: 0, y: 0, ...box },
    }),
  });
  attach(job.store, text, parent);
}
