// An SVG file → a frame with vector layers, much as Figma's own import makes them.
// In: store, text. Out: the frame's id.
// Names come from ids, transforms are worked into the layers, groups stay groups, clip paths become masks.
import { compose, translation, type Transform } from '../geometry/transform.ts';
import { exportedFrame } from './exported-frame.ts';
import { addShape, type Import, type Spot } from './add-shape.ts';
import { addClip, addImage, addText } from './leaves.ts';
import { lookOf } from './look.ts';
import { readShape } from './shapes.ts';
import { readRules, styleOf } from './style.ts';
import { length, readTransform } from './transform.ts';
import { byId, readXml, type Element } from './xml.ts';
import { solid } from '../document/births.ts';
import type { Store } from '../document/store.ts';
import { attach, create } from '../document/tree.ts';

export interface ImportOptions {
  name?: string;
  /** Where the frame stands on its page. */
  x?: number;
  y?: number;
  parent?: string;
  /** A white frame, as designers draw on; none by default, as Figma's own import. */
  white?: boolean;
}

/** Definitions are drawn where they are used, not where they stand. */
const SILENT = new Set(['defs', 'symbol', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'pattern', 'marker', 'filter', 'style', 'title', 'desc', 'metadata', 'foreignObject']); // prettier-ignore

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
  const job: Import = { store, toFrame, definitions: byId(svg), rules: readRules(svg) };
  const own = exportedFrame(job, svg, [vx, vy, vw, vh], (name) => SILENT.has(name));
  const style = styleOf(svg, {}, job.rules);
  const frame = create(store, 'FRAME', options.parent ?? store.currentPage, {
    name: options.name ?? own?.name ?? svg.attributes.id ?? 'Frame',
    width,
    height,
    fills: options.white ? [solid(1, 1, 1)] : [],
    ...own?.props,
    relativeTransform: translation(options.x ?? 0, options.y ?? 0),
  });
  for (const child of own?.children ?? svg.children) add(job, child, { parent: frame, user: toFrame, style });
  return frame;
}

/** `spot`: the parent's; its style is inherited. */
function add(job: Import, element: Element, spot: Spot): void {
  const { parent } = spot;
  if (SILENT.has(element.name) || element.attributes['data-figma-skip-parse'] === 'true') return;
  const style = styleOf(element, spot.style, job.rules);
  if (style.display === 'none') return;
  const user = compose(spot.user, readTransform(element.attributes.transform));
  const clip = /#([^'")]+)/.exec(style['clip-path'] ?? '')?.[1];
  const clipPath = clip === undefined ? undefined : job.definitions.get(clip);
  if (clipPath) {
    const group = create(job.store, 'GROUP', parent, {
      name: `${element.attributes.id ?? 'Clip path'} group`,
    });
    addClip(job, clipPath, group, user);
    draw(job, element, { parent: group, user, style: { ...style, 'clip-path': 'none' } });
    return;
  }
  const mask = job.definitions.get(/#([^'")]+)/.exec(style.mask ?? '')?.[1] ?? '');
  if (mask) {
    const group = create(job.store, 'GROUP', parent, { name: `${element.attributes.id ?? 'Mask'} group` });
    addMask(job, mask, group, user);
    draw(job, element, { parent: group, user, style: { ...style, mask: 'none' } });
    return;
  }
  draw(job, element, { parent, user, style });
}

/** One layer that masks those that come above it; several are put into a group. */
function addMask(job: Import, mask: Element, parent: string, user: Transform): void {
  const { store } = job;
  const style = styleOf(mask, {}, job.rules);
  for (const child of mask.children) add(job, child, { parent, user, style });
  const [only, ...more] = store.get(parent).children;
  if (only === undefined) return;
  const inside = more.length > 0 ? create(store, 'GROUP', parent, { name: 'Mask' }) : only;
  if (more.length > 0) for (const id of [only, ...more]) attach(store, id, inside);
  const isAlpha = /mask-type\s*:\s*alpha/.test(mask.attributes.style ?? '');
  store.write(inside, { isMask: true, maskType: isAlpha ? 'ALPHA' : 'LUMINANCE' });
}

function draw(job: Import, element: Element, spot: Spot): void {
  const { parent, user, style } = spot;
  const { attributes } = element;
  if (element.name === 'g' || element.name === 'a' || element.name === 'svg' || element.name === 'switch') {
    const group = create(job.store, 'GROUP', parent, {
      name: attributes.id ?? 'Group',
      ...lookOf(job.definitions, style),
    });
    const inner = element.name === 'svg' ? compose(user, translation(length(attributes.x, 0), length(attributes.y, 0))) : user; // prettier-ignore
    for (const child of element.children) add(job, child, { parent: group, user: inner, style });
    if (job.store.get(group).children.length === 0) dropGroup(job.store, group);
    return;
  }
  if (element.name === 'use') {
    const href = attributes.href ?? attributes['xlink:href'] ?? '';
    const target = job.definitions.get(href.slice(1));
    if (!target) return;
    const at = compose(user, translation(length(attributes.x, 0), length(attributes.y, 0)));
    const shown = target.name === 'symbol' ? { ...target, name: 'g' } : target;
    add(job, shown, { parent, user: at, style });
    return;
  }
  if (element.name === 'image') return addImage(job, element, spot);
  if (element.name === 'text') return addText(job, element, spot);
  const shape = readShape(element);
  if (shape) addShape(job, shape, attributes.id ?? shape.word, spot);
}

function dropGroup(store: Store, id: string): void {
  const record = store.get(id);
  const parent = store.get(String(record.parent));
  store.put(parent.id, { ...parent, children: parent.children.filter((child) => child !== id) });
  store.put(id, undefined);
}
